"""A dedicated team does nothing but IKD, at the desk and on its visits, and has only its own hours."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ikdsim.clock import week_of
from ikdsim.policy.ikd_team import IkdTeam
from ikdsim.service.kinds import KECAMATAN_DESK, TEAM_VISIT
from tests.factories import make_conditions, register

START = date(2027, 1, 4)
FIRST = week_of(START)
NUMBERS = {
    "cost.team_setup": 1_000.0,
    "cost.officer_week": 10.0,
    "cost.team_visit_day": 3.0,
    "resources.officer_hours": 40.0,
    "resources.visit_minutes": 300.0,
    "structure.team_handling": 0.8,
}


def team(officers=4, visits_per_week=1.0):
    return IkdTeam(name="x", start=START, officers=officers, visits_per_week=visits_per_week, places=("Town", "Coast"))


def week_under(policy, week=FIRST, numbers=NUMBERS):
    conditions = make_conditions(numbers, week=week)
    policy.change(conditions, week)
    return conditions


def test_what_is_not_spent_on_visits_is_spent_at_the_kecamatan_desk():
    week = week_under(team())
    (visit,), (desk,) = week.visits, week.extra_officers
    assert (visit.kind, visit.minutes, visit.ikd_share) == (TEAM_VISIT, 1_200.0, 1.0)
    assert (desk.kind, desk.minutes) == (KECAMATAN_DESK, 4 * 40 * 60 - 1_200.0)


@settings(max_examples=60)
@given(
    officers=st.integers(1, 100),
    visits_per_week=st.floats(0, 5),
    later=st.integers(0, 200),
    hours=st.floats(register()["resources.officer_hours"].low, register()["resources.officer_hours"].high),
    day=st.floats(register()["resources.visit_minutes"].low, register()["resources.visit_minutes"].high),
)
@example(officers=4, visits_per_week=5.0, later=0, hours=35.0, day=480.0)
def test_the_team_never_works_more_than_its_hours(officers, visits_per_week, later, hours, day):
    numbers = {"resources.officer_hours": hours, "resources.visit_minutes": day}
    week = week_under(team(officers, visits_per_week), FIRST + later, numbers)
    worked = sum(visit.minutes for visit in week.visits) + sum(desk.minutes for desk in week.extra_officers)
    assert worked <= officers * hours * 60.0 + 1e-6


def test_the_team_visits_the_places_in_turn():
    places = [visit.place for week in range(6) for visit in week_under(team(), FIRST + week).visits]
    assert places == [0, 1, 0, 1, 0, 1]


def test_a_team_is_quicker_at_the_desk_and_on_its_visits():
    week = week_under(team())
    assert [work.speed for work in (*week.visits, *week.extra_officers)] == [0.8, 0.8]


def test_other_officers_work_as_before():
    assert week_under(team()).structure == make_conditions(NUMBERS).structure


def test_it_is_equipped_once_and_paid_every_week():
    assert week_under(team(), FIRST).costs == {"ikd_team": 1_000.0 + 4 * 10.0 + 3.0}
    assert week_under(team(), FIRST + 1).costs == {"ikd_team": 4 * 10.0 + 3.0}
    assert week_under(team(visits_per_week=0.0), FIRST + 1).costs == {"ikd_team": 4 * 10.0}
