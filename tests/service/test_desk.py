"""Desks: open all week; the nearer the stronger they draw."""

import dataclasses
import math

import pytest

from ikdsim.agency.assignment import take_away
from ikdsim.agency.conditions import ExtraOfficers
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.agency.station import StationConditions
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.randomness import ONE
from ikdsim.region.demand import share_of_time
from ikdsim.region.load import load_region
from ikdsim.service.kinds import DISTRICT_OFFICE, KECAMATAN_DESK, KINDS, MALL_OUTLET, VILLAGE_DESK
from tests.factories import COAST, TOWN, make_conditions, open_week, region_where, stations_of, two_places

ALL_MINUTES, THREE_QUARTERS = 1.0, 0.75
"""Shares of a team's minutes for activations."""
FOR_ALL = (DISTRICT_OFFICE, MALL_OUTLET, KECAMATAN_DESK)
NUMBERS = {
    "implementation.walk_in": 0.2,
    "implementation.distance_decay": 10.0,
    "structure.desk_share": 0.1,
    "structure.fragmentation": 0.2,
    "disposition.attitude_spread": 0.0,
    "resources.skill_spread": 0.0,
}


@pytest.fixture
def conditions():
    return make_conditions(NUMBERS)


A_DAY = {"officers": 1.0, "hours_per_week": 7.5}


def minutes_at(kind, conditions):
    (position,) = stations_of(kind, conditions)
    return open_week(conditions).supply.capacity_ms[position] / MILLISECONDS_PER_MINUTE


@pytest.mark.parametrize("kind", FOR_ALL)
def test_whoever_lives_nearer_turns_up_more(kind):
    conditions = make_conditions({**NUMBERS, f"implementation.attraction_{KINDS[kind]}": 1.0})
    (position,) = stations_of(kind, conditions)
    walk_in = open_week(conditions).supply.walk_in
    assert walk_in[TOWN, position] == pytest.approx(0.2 * math.exp(-0.2))
    assert walk_in[COAST, position] == pytest.approx(0.2 * math.exp(-2.0))


@pytest.mark.parametrize("kind", FOR_ALL)
def test_every_desk_draws_errands_and_walk_ins_by_its_own_strength(kind):
    conditions = make_conditions({**NUMBERS, f"implementation.attraction_{KINDS[kind]}": 0.7})
    (position,) = stations_of(kind, conditions)
    opening = open_week(conditions)
    assert opening.attraction[TOWN, position] == pytest.approx(0.7 * math.exp(-0.2))
    assert opening.supply.walk_in[TOWN, position] == pytest.approx(0.2 * 0.7 * math.exp(-0.2))


def test_a_team_at_a_desk_that_is_open_for_a_day_draws_residents_there():
    numbers = {f"kecamatan_desk.{name}": value for name, value in A_DAY.items()}
    conditions = make_conditions(NUMBERS, region=load_region("babelan", numbers))
    (position,) = stations_of(KECAMATAN_DESK, conditions)
    before = open_week(conditions).attraction[TOWN, position]
    conditions.extra_officers.append(ExtraOfficers(KECAMATAN_DESK, EVERYWHERE, 15.0 * 60.0, 0.75, time_factor=1.0))
    assert open_week(conditions).attraction[TOWN, position] == pytest.approx(before * 3.0)


def hours_that_draw(change, kind=VILLAGE_DESK):
    """Attraction of a desk of Town before and after `change`, as staffed hours of a full week."""
    conditions = make_conditions({**NUMBERS, "implementation.full_week_hours": 40.0, "implementation.late_draw": 2.0})
    (position,) = stations_of(kind, conditions)
    before = open_week(conditions)
    change(conditions)
    after = open_week(conditions)
    one_hour = before.attraction[TOWN, position] / 10.0  # the desk has one operator for 10 hours
    return after.attraction[TOWN, position] / one_hour


def test_a_desk_draws_less_while_its_officers_are_away():
    def absent(conditions):
        for officer in conditions.roster:
            take_away(officer, "absent", 240.0, conditions)

    assert hours_that_draw(absent) == pytest.approx(6.0)
    assert hours_that_draw(lambda conditions: [take_away(o, "absent", 9e9, conditions) for o in conditions.roster]) == 0


def test_an_hour_in_the_evening_draws_more_than_one_by_day():
    def hire(late_hours):
        return lambda conditions: conditions.extra_officers.append(
            ExtraOfficers(VILLAGE_DESK, TOWN, 360.0, late_hours=late_hours)
        )

    assert hours_that_draw(hire(0.0)) == pytest.approx(10.0 + 6.0)
    assert hours_that_draw(hire(3.0)) == pytest.approx(10.0 + 2.0 * 3.0)  # two officers in three evening hours


def test_who_is_hired_for_all_services_works_as_those_whose_desk_it_is(conditions):
    before = minutes_at(KECAMATAN_DESK, conditions)
    conditions.stations.append(StationConditions("kecamatan_desk", ikd_time=2.0))
    conditions.extra_officers.append(ExtraOfficers(KECAMATAN_DESK, EVERYWHERE, 1000.0))
    assert minutes_at(KECAMATAN_DESK, conditions) == pytest.approx(2.0 * before + 1000.0 * 0.2 * 0.8)
    (position,) = stations_of(KECAMATAN_DESK, conditions)
    assert open_week(conditions).teams == []
    assert open_week(conditions).supply.time_factor[position] > 0.0


def test_other_services_leave_a_share_of_the_minutes(conditions):
    point = conditions.region.service_point("kecamatan_desk")
    all_minutes = point.officers.value * point.hours_per_week.value * 60.0
    assert minutes_at(KECAMATAN_DESK, conditions) == pytest.approx(all_minutes * 0.1 * 0.8)


def test_of_a_desk_of_the_regency_the_region_has_what_it_asks_for(conditions):
    point = conditions.region.service_point("district_office")
    all_minutes = point.officers.value * point.hours_per_week.value * 60.0
    share = share_of_time(point, conditions.region, conditions.open_points, conditions.parameters)
    assert 0.0 < share < 0.01
    assert minutes_at(DISTRICT_OFFICE, conditions) == pytest.approx(all_minutes * share * 0.1 * 0.8)


def test_extra_officers_give_all_their_minutes_to_ikd_at_their_desk_alone(conditions):
    before = {kind: minutes_at(kind, conditions) for kind in FOR_ALL}
    conditions.extra_officers.append(ExtraOfficers(KECAMATAN_DESK, EVERYWHERE, 500.0, ALL_MINUTES, time_factor=1.0))
    gained = {kind: minutes_at(kind, conditions) - before[kind] for kind in FOR_ALL}
    assert gained[KECAMATAN_DESK] == pytest.approx(500.0)
    assert gained[DISTRICT_OFFICE] == gained[MALL_OUTLET] == 0.0


def test_a_team_at_one_of_two_village_desks_gives_its_minutes_there_and_to_no_other():
    points = [dataclasses.replace(point, places=("Town", "Coast")) for point in two_places().service_points]
    conditions = make_conditions(NUMBERS, region=region_where(service_points=tuple(points)))
    town, coast = stations_of(VILLAGE_DESK, conditions)
    before = open_week(conditions).supply.capacity_ms.copy()
    conditions.extra_officers.append(ExtraOfficers(VILLAGE_DESK, COAST, 900.0, ALL_MINUTES, time_factor=1.0))
    gained = open_week(conditions).supply.capacity_ms - before
    assert (gained[town], gained[coast]) == (0, 900 * MILLISECONDS_PER_MINUTE)


def test_a_desk_with_a_quick_team_does_the_work_of_both(conditions):
    (position,) = stations_of(KECAMATAN_DESK, conditions)
    slow = open_week(conditions).supply
    conditions.extra_officers.append(ExtraOfficers(KECAMATAN_DESK, EVERYWHERE, 500.0, ALL_MINUTES, time_factor=0.8))
    both = open_week(conditions).supply
    work_of_team = 500.0 * MILLISECONDS_PER_MINUTE / (0.8 * slow.time_factor[position])
    work_of_others = slow.capacity_ms[position] / slow.time_factor[position]
    assert both.capacity_ms[position] / both.time_factor[position] == pytest.approx(work_of_team + work_of_others)


def test_officers_at_a_desk_offer_by_their_attitude_and_have_a_good_connection(conditions):
    conditions.disposition.attitude = 0.35
    conditions.resources = dataclasses.replace(conditions.resources, information=1.0, uptime=1.0)
    (position,) = stations_of(KECAMATAN_DESK, conditions)
    supply = open_week(conditions).supply
    assert supply.offer[position] / ONE == pytest.approx(0.35)
    assert supply.failure[position] == 0


def test_what_is_not_for_ikd_is_for_other_services_and_none_is_given_twice(conditions):
    (position,) = stations_of(KECAMATAN_DESK, conditions)
    supply = open_week(conditions).supply
    point = conditions.region.service_point("kecamatan_desk")
    working = point.officers.value * point.hours_per_week.value * 60.0 * 0.8  # the rest is lost between units
    given = (supply.capacity_ms[position] + supply.errand_ms[position]) / MILLISECONDS_PER_MINUTE
    assert given == pytest.approx(working)
    assert supply.errand_ms[position] > supply.capacity_ms[position]


def test_a_team_explains_in_a_part_of_its_own_minutes(conditions):
    (position,) = stations_of(KECAMATAN_DESK, conditions)
    before = open_week(conditions).supply
    conditions.extra_officers.append(ExtraOfficers(KECAMATAN_DESK, EVERYWHERE, 400.0, THREE_QUARTERS, time_factor=1.0))
    after = open_week(conditions).supply
    gained = [
        int(getattr(after, name)[position] - getattr(before, name)[position]) for name in ("capacity_ms", "errand_ms")
    ]
    assert gained == [300 * MILLISECONDS_PER_MINUTE, 100 * MILLISECONDS_PER_MINUTE]
