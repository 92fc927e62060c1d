"""All weeks are planned before the run: weeks alike share what services offer, and each is as if planned alone."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from ikdsim.agency.conditions import ExtraOfficers, Visit
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.clock import week_of
from ikdsim.policy.campaign import Campaign
from ikdsim.policy.data_breach import DataBreach
from ikdsim.region.load import load_region
from ikdsim.scenario.history import history_policies
from ikdsim.scenario.load import load_scenario
from ikdsim.service.exposure import hazards_by_contacts, hazards_by_trust, hazards_without_trust
from ikdsim.service.kinds import BOTRAM_VILLAGE, KECAMATAN_DESK, MALL_OUTLET
from ikdsim.service.opening import Services
from ikdsim.service.programme import Programme, plan_conditions
from tests.factories import TOWN, make_parameters, stations_of, two_places

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios" / "babelan").glob("*.toml"))
AROUND = np.linspace(0.0, 0.4, 50)
SEED, SCALE = 3, 7.0
START, END = date(2023, 10, 2), date(2023, 10, 29)
FIRST, LAST = week_of(START), week_of(END)


def plan(weeks, policies=(), region=None):
    return plan_conditions(weeks, SEED, region or two_places(), make_parameters(), policies)


def programme_of(planned):
    return Programme(planned, Services(planned[0].region), SCALE)


def two_weeks(change):
    """A programme of two usual weeks, the second changed."""
    usual, changed = plan([300, 301])
    change(changed)
    return programme_of([usual, changed])


def numbers_of(opening, hazards, contact_hazards):
    """All arrays and hazards of a week by name."""
    supply = opening.supply._asdict()
    named = {**supply, "announced": opening.announced, "attraction": opening.attraction, **hazards}
    return named | {f"by contacts {cause}": hazard.at(AROUND) for cause, hazard in contact_hazards.items()}


def assert_same_bits(numbers, others):
    assert numbers.keys() == others.keys()
    for name, number in numbers.items():
        assert np.asarray(number).tobytes() == np.asarray(others[name]).tobytes(), name


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_planned_week_is_as_if_planned_alone(file):
    scenario, region = load_scenario(file), load_region("babelan")
    weeks = range(week_of(scenario.start), week_of(scenario.end) + 1)
    policies = (*history_policies(region), *scenario.policies)
    programme = programme_of(plan(weeks, policies, region))
    for week in weeks[::10]:
        (alone,) = plan([week], policies, region)
        opening = Services(region).open_week(alone, SCALE)
        hazards = {**hazards_without_trust(opening), **hazards_by_trust(alone)}
        planned = programme.week(week)
        assert planned.conditions == alone
        assert_same_bits(
            numbers_of(planned.opening, planned.hazards, planned.contact_hazards),
            numbers_of(opening, hazards, hazards_by_contacts(opening)),
        )


def test_weeks_alike_share_what_services_offer():
    programme = two_weeks(lambda conditions: None)
    usual, alike = programme.week(300).opening, programme.week(301).opening
    assert programme.number_of.tolist() == [0, 0]
    assert alike.supply.walk_in is usual.supply.walk_in is programme.openings[0].supply.walk_in
    assert alike.attraction is usual.attraction


def test_costs_open_no_desk_and_stay_in_their_week():
    programme = two_weeks(lambda conditions: conditions.pay("team", 5.0))
    assert programme.number_of.tolist() == [0, 0]
    assert programme.week(300).conditions.costs == {}
    assert programme.week(301).conditions.costs == {"team": 5.0}


def test_a_breach_changes_what_officers_achieve_and_nothing_else_that_services_offer():
    planned = plan(range(FIRST, FIRST + 2), [DataBreach(name="x", start=START, severity=1.0)])
    programme = programme_of(planned)
    fresh, older = (programme.week(FIRST + later) for later in (0, 1))
    assert programme.number_of.tolist() == [0, 0]
    assert (fresh.opening.supply.station_factor < older.opening.supply.station_factor).all()
    assert fresh.opening.supply.offer is older.opening.supply.offer


CHANGES = {
    "attitude": lambda week: setattr(week.disposition, "attitude", 0.9),
    "skill": lambda week: setattr(week.resources, "skill", 0.9),
    "posts": lambda week: setattr(week.communication, "posts_per_week", 9.0),
    "fragmentation": lambda week: setattr(week.structure, "fragmentation", 0.9),
    "visit": lambda week: week.visits.append(Visit(BOTRAM_VILLAGE, TOWN, (0,), 360.0)),
    "officers": lambda week: week.extra_officers.append(ExtraOfficers(KECAMATAN_DESK, EVERYWHERE, 600.0, 1.0, 1.0)),
    "accepted": lambda week: setattr(week, "accepted", 0.9),
    "shortage": lambda week: setattr(week, "cards_missing", True),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_week_that_services_read_differently_is_opened_anew(change):
    assert two_weeks(change).number_of.tolist() == [0, 1]


def test_a_desk_that_opens_on_a_date_is_closed_before():
    opens = week_of(two_places().service_point("mall_outlet").opens)
    programme = programme_of(plan(range(opens - 1, opens + 1)))
    before, after = (programme.week(week) for week in (opens - 1, opens))
    (mall,) = stations_of(MALL_OUTLET, before.conditions)
    assert before.opening.supply.capacity_ms[mall] == 0
    assert after.opening.supply.capacity_ms[mall] > 0


def test_a_policy_changes_the_weeks_it_is_in_force_and_no_other():
    campaign = Campaign(name="x", start=START, end=END, extra_posts_per_week=5.0)
    weeks = range(FIRST - 2, LAST + 3)
    usual, campaigning = plan(weeks), plan(weeks, [campaign])
    changed = [ours.week for ours, theirs in zip(campaigning, usual, strict=True) if ours != theirs]
    assert changed == list(range(FIRST, LAST + 1))
    assert campaigning[2].communication.posts_per_week == usual[2].communication.posts_per_week + 5.0
    assert campaigning[2].costs["campaign"] > 0.0


def test_policies_act_in_their_order_after_the_usual_visits():
    seen = []

    class Looking(Campaign):
        def change(self, conditions, week):
            seen.append((self.name, len(conditions.visits)))

    region = load_region("babelan")
    weeks = range(week_of(date(2024, 7, 15)), week_of(date(2026, 12, 31)))
    policies = [Looking(name=name, start=START, extra_posts_per_week=5.0) for name in ("first", "second")]
    planned = plan(weeks, policies, region)
    visits = [len(conditions.visits) for conditions in planned]
    assert 3 < sum(visits) < 40
    assert seen == [(name, count) for count in visits for name in ("first", "second")]


def test_history_belongs_to_the_plan_of_babelan():
    region = load_region("babelan")
    weeks = [week_of(date(2023, 3, 1)), week_of(date(2023, 8, 14))]
    shortage, after_the_sale_of_rows = plan(weeks, history_policies(region), region)
    assert shortage.cards_missing
    assert after_the_sale_of_rows.doubt > 0.0
    assert not after_the_sale_of_rows.cards_missing


def test_a_week_out_of_the_run_has_no_plan():
    with pytest.raises(KeyError):
        two_weeks(lambda conditions: None).week(302)
