"""Visits: announced, drawn to, and weaker where the car is borrowed."""

import dataclasses

import pytest

from ikdsim.agency.conditions import Visit
from ikdsim.agency.station import StationConditions
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.randomness import ONE
from ikdsim.service.errands import by_a_resident
from ikdsim.service.kinds import BOTRAM_VILLAGE, SERVICE_VEHICLE
from tests.factories import COAST, ONE_WARD, TOWN, make_conditions, open_week, stations_of

NUMBERS = {
    "implementation.visit_turnout": 0.6,
    "implementation.visit_errands": 0.05,
    "knowledge.visit_announcement": 0.3,
    "resources.reach_of_borrowed_car": 0.5,
    "resources.failure_without_signal": 0.5,
    "structure.visit_share": 0.4,
    "structure.fragmentation": 0.0,
    "disposition.turnout_with_leaders": 1.5,
    "resources.skill_spread": 0.0,
    "implementation.errand_minutes": 0.0,
    "implementation.explaining_minutes": 1.0,
    **ONE_WARD,
}


@pytest.fixture
def conditions():
    return make_conditions(NUMBERS)


def week_with(visits, conditions):
    """The opened week, with the hazard of turning up at a visit in each place."""
    conditions.visits += visits
    opening = open_week(conditions)
    return opening, opening.supply.visit.sum(axis=1)


def borrowed(place, minutes=360.0):
    return Visit(BOTRAM_VILLAGE, place, (0,), minutes)


def own_car(place):
    return Visit(SERVICE_VEHICLE, place, (0,), 360.0, own_vehicle=True)


def test_without_a_visit_nobody_is_drawn(conditions):
    opening, drawn = week_with([], conditions)
    assert not drawn.any() and not opening.announced.any()
    assert not opening.supply.capacity_ms[stations_of(BOTRAM_VILLAGE, conditions)].any()


def test_a_visit_is_for_its_own_place(conditions):
    opening, drawn = week_with([borrowed(TOWN)], conditions)
    assert drawn.tolist() == [0.6, 0.0]
    assert opening.announced.tolist() == [0.3, 0.0]
    assert opening.supply.capacity_ms.nonzero()[0].tolist().count(stations_of(BOTRAM_VILLAGE, conditions)[COAST]) == 0


def test_a_borrowed_car_reaches_fewer_in_a_rural_place(conditions):
    _, drawn = week_with([borrowed(COAST)], conditions)
    assert drawn == pytest.approx([0.0, 0.3])


def test_a_car_of_its_own_reaches_everybody(conditions):
    opening, drawn = week_with([own_car(COAST)], conditions)
    assert drawn == pytest.approx([0.0, 0.6])
    assert opening.announced == pytest.approx([0.0, 0.3])


def test_a_visit_brings_errands_along(conditions):
    without = open_week(make_conditions(NUMBERS)).supply.errand.sum(axis=1)
    opening, _ = week_with([borrowed(TOWN)], conditions)
    assert opening.supply.errand.sum(axis=1) - without == pytest.approx([0.05, 0.0])


def errands_at_a_visit(minutes, conditions, **wards):
    """Hazard of an errand that a visit to Town brings there, and the minutes of its other services after errands."""
    conditions.visits = [dataclasses.replace(borrowed(TOWN, minutes), **wards)]
    supply, station = open_week(conditions).supply, stations_of(BOTRAM_VILLAGE, conditions)[TOWN]
    return supply.errand[TOWN, station], supply.errand_ms[station] / MILLISECONDS_PER_MINUTE


def test_a_visit_brings_no_more_errands_than_its_crew_can_serve():
    conditions = make_conditions({**NUMBERS, "implementation.errand_minutes": 5.0})
    few, left = errands_at_a_visit(100.0, conditions)
    offered = open_week(conditions).supply.offer[stations_of(BOTRAM_VILLAGE, conditions)[TOWN]] / ONE
    expected = few * 3000 * by_a_resident(conditions.parameters)
    assert expected * (5.0 + offered) == pytest.approx(100.0 * 0.6)
    assert left == pytest.approx(expected * offered, rel=1e-3)  # time to explain to those who are offered IKD
    assert errands_at_a_visit(200.0, conditions)[0] == pytest.approx(2.0 * few)


def test_a_crew_with_time_to_spare_draws_nobody_for_it():
    conditions = make_conditions({**NUMBERS, "implementation.errand_minutes": 5.0})
    enough, left = errands_at_a_visit(5_000.0, conditions)
    assert enough == 0.05
    assert left == pytest.approx(3_000.0 - 0.05 * 3000 * by_a_resident(conditions.parameters) * 5.0, rel=1e-3)


def test_leaders_of_a_place_draw_more_people_there(conditions):
    conditions.places[TOWN].leaders = 1.0
    _, drawn = week_with([borrowed(TOWN), borrowed(COAST)], conditions)
    assert drawn == pytest.approx([0.9, 0.3])


def test_other_services_take_their_minutes_first_unless_the_visit_is_all_for_ikd(conditions):
    usual, _ = week_with([borrowed(TOWN)], conditions)
    station = stations_of(BOTRAM_VILLAGE, conditions)[TOWN]
    assert usual.supply.capacity_ms[station] == 144 * MILLISECONDS_PER_MINUTE
    conditions.visits = [dataclasses.replace(borrowed(TOWN), ikd_share=1.0)]
    assert open_week(conditions).supply.capacity_ms[station] == 360 * MILLISECONDS_PER_MINUTE


def test_two_visits_in_a_week_have_the_minutes_and_the_draw_of_both(conditions):
    opening, drawn = week_with([borrowed(TOWN, 100.0), borrowed(TOWN, 200.0)], conditions)
    assert drawn[TOWN] == pytest.approx(1.2)
    assert opening.supply.capacity_ms[stations_of(BOTRAM_VILLAGE, conditions)[TOWN]] == 120 * MILLISECONDS_PER_MINUTE


def test_attempts_fail_where_the_signal_is_weak_unless_the_car_brings_its_own(conditions):
    conditions.resources = dataclasses.replace(conditions.resources, information=1.0, uptime=1.0)
    opening, _ = week_with([borrowed(COAST), own_car(COAST)], conditions)
    failure = opening.supply.failure / ONE
    assert failure[stations_of(BOTRAM_VILLAGE, conditions)[COAST]] == pytest.approx(0.2)
    assert failure[stations_of(SERVICE_VEHICLE, conditions)[COAST]] == 0.0


def test_a_quick_crew_needs_less_time(conditions):
    station = stations_of(BOTRAM_VILLAGE, conditions)[TOWN]
    usual, _ = week_with([borrowed(TOWN)], conditions)
    conditions.visits = [dataclasses.replace(borrowed(TOWN), time_factor=0.8)]
    assert open_week(conditions).supply.time_factor[station] == pytest.approx(0.8 * usual.supply.time_factor[station])


def test_one_kind_of_visit_may_leave_more_to_ikd_than_others(conditions):
    conditions.stations.append(StationConditions("botram_village", COAST, ikd_time=2.0))
    opening, _ = week_with([borrowed(TOWN), borrowed(COAST), own_car(COAST)], conditions)
    minutes = opening.supply.capacity_ms // MILLISECONDS_PER_MINUTE
    botram, vehicle = stations_of(BOTRAM_VILLAGE, conditions), stations_of(SERVICE_VEHICLE, conditions)
    assert minutes[[botram[TOWN], botram[COAST], vehicle[COAST]]].tolist() == [144, 288, 144]


def test_what_a_visit_does_not_leave_to_ikd_is_for_other_services(conditions):
    station = stations_of(BOTRAM_VILLAGE, conditions)[TOWN]
    usual, _ = week_with([borrowed(TOWN)], conditions)
    assert usual.supply.errand_ms[station] == (360 - 144) * MILLISECONDS_PER_MINUTE
    conditions.visits = [dataclasses.replace(borrowed(TOWN), ikd_share=0.75)]
    assert open_week(conditions).supply.errand_ms[station] == 90 * MILLISECONDS_PER_MINUTE
