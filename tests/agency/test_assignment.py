"""The agency shares out its officers' minutes: none is spent twice, and all take turns."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikdsim.agency.assignment import (
    ADDED,
    OFFICE,
    REASSIGNED,
    Task,
    assign,
    at_most,
    minutes_away,
    minutes_by_activity,
    take_away,
)
from ikdsim.agency.disposition import best_suited
from ikdsim.agency.officers import ACTIVITIES, EVERYWHERE, Duty
from ikdsim.errors import BadInput
from tests.factories import TOWN, make_conditions

tasks = st.lists(
    st.builds(
        Task,
        asked_by=st.sampled_from(("one", "other")),
        activity=st.sampled_from(ACTIVITIES[1:-1]),
        place=st.just(TOWN),
        officers=st.floats(0.2, 9.0),
        minutes=st.floats(1.0, 2500.0),
        staff=st.sampled_from((ADDED, REASSIGNED)),
    ),
    max_size=12,
)


def day_out(officers=4.0, staff=REASSIGNED, minutes=360.0):
    return Task("tour", "botram_village", TOWN, officers, minutes, staff)


@settings(max_examples=80)
@given(asked=tasks, week=st.integers(250, 313))
def test_no_minute_is_spent_twice(asked, week):
    conditions = make_conditions(week=week)
    promised = 0.0
    for task in asked:
        try:
            assign(task, conditions)
        except BadInput:
            continue
        promised += task.officers * task.minutes
    assert sum(duty.minutes for duty in conditions.duties) == pytest.approx(promised)
    for officer in {*conditions.roster, *(duty.officer for duty in conditions.duties)}:
        spent = minutes_by_activity(officer, conditions)
        assert sum(spent.values()) <= officer.hours * 60.0 + 1e-5
        if officer in conditions.roster:
            assert sum(spent.values()) == pytest.approx(officer.hours * 60.0)


def test_whoever_is_sent_leaves_the_desk_and_whoever_is_hired_does_not():
    conditions = make_conditions()
    sent, hired = assign(day_out(), conditions), assign(day_out(staff=ADDED), conditions)
    assert {officer.post for officer in sent} == {OFFICE}
    assert {officer.post for officer in hired} == {"tour"}
    assert len(set(sent)) == len(set(hired)) == 4
    assert not set(hired) & set(conditions.roster)


def test_the_hired_of_one_policy_are_the_same_from_day_to_day():
    conditions = make_conditions()
    assert assign(day_out(staff=ADDED), conditions) == assign(day_out(staff=ADDED), conditions)


def test_all_take_turns_over_the_weeks():
    days = Counter(officer for week in range(250, 300) for officer in assign(day_out(), make_conditions(week=week)))
    assert len(days) == 20
    assert set(days.values()) == {10}


def test_within_a_week_whoever_has_been_out_least_goes():
    conditions = make_conditions()
    crews = [assign(day_out(), conditions) for _ in range(5)]
    assert len({officer for crew in crews for officer in crew}) == 20


def sent(share, weeks=range(250, 300)):
    """Who is sent in each week where a share of them is chosen."""
    numbers = {"disposition.appointment": share}
    return [assign(day_out(), make_conditions(numbers, week=week)) for week in weeks]


def test_where_those_who_suit_are_chosen_the_same_go_every_time():
    conditions = make_conditions()
    office = [officer for officer in conditions.roster if officer.post == OFFICE]
    assert {frozenset(crew) for crew in sent(1.0)} == {frozenset(best_suited(office)[:4])}


def test_where_half_are_chosen_the_others_take_turns():
    days = Counter(officer for crew in sent(0.5) for officer in crew)
    assert len(days) == 20
    assert [times for _, times in days.most_common(2)] == [50, 50]


def test_whoever_is_chosen_goes_until_no_time_is_left():
    conditions = make_conditions({"disposition.appointment": 1.0, "resources.hours_spread": 0.0})
    crews = [assign(day_out(), conditions) for _ in range(7)]
    assert len({frozenset(crew) for crew in crews[:6]}) == 1  # six days of six hours
    assert not set(crews[6]) & set(crews[0])


def test_a_fraction_of_an_officer_is_somebody_for_a_part_of_the_day():
    conditions = make_conditions()
    assert len(assign(day_out(officers=2.5), conditions)) == 3
    assert {duty.minutes for duty in conditions.duties} == {300.0}


def test_too_many_are_not_sent_and_who_is_missing_is_said():
    conditions = make_conditions()
    with pytest.raises(BadInput) as refused:
        assign(day_out(officers=21.0), conditions)
    (fault,) = refused.value.faults
    assert "“tour” needs 21 officers" in fault.text("en")
    assert "only 20" in fault.text("en")
    assert conditions.duties == []


def test_an_activity_that_is_no_duty_is_refused_where_it_is_written():
    with pytest.raises(ValueError, match="“cooking” of tour is none of the duties"):
        assign(day_out()._replace(activity="cooking"), make_conditions())


def test_nobody_is_hired_for_longer_than_a_week_lasts():
    with pytest.raises(BadInput):
        assign(day_out(staff=ADDED, minutes=3000.0), make_conditions())


def test_what_is_usual_is_done_with_whom_there_is():
    assert at_most(day_out(officers=25.0), make_conditions()).officers == 20.0
    everybody = at_most(day_out(officers=3.5), make_conditions())
    assert (everybody.officers, everybody.minutes) == (4.0, 315.0)


def test_whoever_has_time_for_a_part_of_a_day_is_not_asked_for_a_whole_one():
    conditions = make_conditions()
    office = [officer for officer in conditions.roster if officer.post == OFFICE]
    for free, officer in zip((300.0, 300.0, *[0.0] * 18), office, strict=True):
        conditions.duties.append(Duty(officer, "school_visit", TOWN, officer.hours * 60.0 - free))
    assert len(assign(at_most(day_out(officers=2.5), conditions), conditions)) == 2


def test_a_week_is_told_by_activity():
    conditions = make_conditions({"structure.desk_share": 0.2, "structure.fragmentation": 0.0})
    crew = assign(day_out(), conditions)
    week = minutes_by_activity(crew[0], conditions)
    left = crew[0].hours * 60.0 - 360.0
    assert list(week) == ["desk", "botram_village", "other_services"]
    assert week["botram_village"] == 360.0
    assert (week["desk"], week["other_services"]) == (pytest.approx(0.2 * left), pytest.approx(0.8 * left))
    assert minutes_away(conditions.duties)[crew[0]] == 360.0


def test_at_a_desk_that_is_closed_there_is_no_time_for_ikd():
    conditions = make_conditions()
    conditions.open_points = ()
    at_the_mall = next(officer for officer in conditions.roster if officer.post == "mall_outlet")
    assert minutes_by_activity(at_the_mall, conditions) == {"other_services": pytest.approx(at_the_mall.hours * 60.0)}


def test_whoever_is_hired_has_no_desk():
    conditions = make_conditions()
    task = Task("team", "team_desk", EVERYWHERE, 1.0, 600.0, ADDED, dedicated=True)
    (officer,) = assign(task, conditions)
    assert officer.dedicated
    assert minutes_by_activity(officer, conditions) == {"team_desk": 600.0}


def test_nobody_is_taken_away_for_longer_than_is_left_of_the_week():
    conditions = make_conditions()
    (operator,) = [officer for officer in conditions.roster if officer.post == "village_desk"]
    half, whole = operator.hours * 30.0, operator.hours * 60.0
    assert [take_away(operator, "absent", half, conditions) for _ in range(3)] == pytest.approx([half, half, 0.0])
    assert minutes_by_activity(operator, conditions) == pytest.approx({"absent": whole})
