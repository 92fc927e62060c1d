"""Residents meet the officers who stand at a station: skilled or not, willing or not, in the mean."""

import pytest

from ikdsim.agency.assignment import REASSIGNED, Task, assign
from ikdsim.agency.officers import EVERYWHERE, person
from ikdsim.region.region import DEMAND, SUPPLY
from ikdsim.service.kinds import BOTRAM_VILLAGE, KECAMATAN_DESK
from ikdsim.service.staff import Shift, at_desk, mean_of, of_crew, teams_of
from ikdsim.service.supply import Station
from tests.factories import COAST, TOWN, make_conditions, open_week, region_where, stations_of

NUMBERS = {
    "resources.time_saved_by_skill": 0.5,
    "resources.failure_avoided_by_skill": 0.5,
    "resources.avoidable_failure": 0.2,
    "resources.information": 0.0,
    "resources.uptime": 1.0,
    "resources.skill_spread": 1.0,
    "resources.team_failure": 0.5,
    "disposition.attitude": 0.2,
    "disposition.persuasion_by_attitude": 1.0,
    "structure.desk_share": 0.5,
    "structure.fragmentation": 0.0,
}
SKILLED = Shift(skill=1.0, attitude=0.3, ikd=50.0, other=100.0)
UNSKILLED = Shift(skill=0.0, attitude=0.1, ikd=100.0, other=300.0)


@pytest.fixture
def conditions():
    return make_conditions(NUMBERS)


def mean(shifts, conditions, place=EVERYWHERE, offers=1.0):
    return mean_of(shifts, Station(BOTRAM_VILLAGE, place), offers, 1.0, conditions)


def test_skill_is_time_and_failures_attitude_is_offers_and_persuasion(conditions):
    alone = mean([SKILLED], conditions)
    assert (alone.time_factor, alone.failure) == (0.5, pytest.approx(0.1))
    assert (alone.offer, alone.persuasion) == (0.3, pytest.approx(1.1))


def test_offers_go_by_the_minutes_with_residents_on_errands(conditions):
    both = mean([SKILLED, UNSKILLED], conditions)
    assert both.offer == pytest.approx((100 * 0.3 + 300 * 0.1) / 400)
    assert both.persuasion == pytest.approx((100 * 1.1 + 300 * 0.9) / 400)


def test_a_desk_activates_as_many_as_its_officers_do(conditions):
    both = mean([SKILLED, UNSKILLED], conditions)
    assert 150.0 / both.time_factor == pytest.approx(50.0 / 0.5 + 100.0 / 1.0)
    assert both.failure == pytest.approx((100 * 0.1 + 100 * 0.2) / 200)


def test_a_team_fails_less_than_others_of_its_skill(conditions):
    team = mean([UNSKILLED._replace(dedicated=True)], conditions)
    assert team.failure == pytest.approx(0.5 * mean([UNSKILLED], conditions).failure)


def test_a_team_serves_no_errand_and_so_offers_nothing_there_but_what_it_approaches_residents_with(conditions):
    team = SKILLED._replace(dedicated=True)
    alone, beside = mean([UNSKILLED], conditions), mean([UNSKILLED, team], conditions)
    assert (beside.offer, beside.persuasion) == (alone.offer, alone.persuasion)
    assert beside.time_factor < alone.time_factor
    assert mean([team], conditions).offer == 0.0
    [met] = teams_of(7, [UNSKILLED, team], Station(BOTRAM_VILLAGE, TOWN), 2.0, conditions)
    assert (met.station, met.minutes, met.offer) == (7, 100.0, 0.6)
    assert met.persuasion == pytest.approx(1.1)


def test_nobody_offers_more_than_always(conditions):
    assert mean([SKILLED], conditions, offers=5.0).offer == 1.0


def test_a_place_has_officers_and_explanations_of_its_own(conditions):
    conditions.places[TOWN].attitude, conditions.places[TOWN].clarity = 2.0, 3.0
    town, coast = (mean([SKILLED], conditions, place) for place in (TOWN, COAST))
    assert (town.offer, coast.offer) == (0.6, 0.3)
    assert (town.persuasion, coast.persuasion) == (pytest.approx(3.0 * 1.4), pytest.approx(1.1))


@pytest.mark.parametrize(("side", "offer"), [(SUPPLY, 0.6), (DEMAND, 0.3)])
def test_intensity_is_in_the_offers_where_it_acts_on_officers(side, offer):
    conditions = make_conditions(NUMBERS, region=region_where(intensity_acts_on=side))
    conditions.places[TOWN].intensity = 2.0
    assert mean([SKILLED], conditions, TOWN).offer == pytest.approx(offer)


def test_whoever_is_on_the_road_is_missing_at_the_desk(conditions):
    before = at_desk("district_office", EVERYWHERE, 0.1, conditions)
    assign(Task("x", "botram_village", TOWN, 4.0, 360.0, REASSIGNED), conditions)
    after = at_desk("district_office", EVERYWHERE, 0.1, conditions)
    assert before.other - after.other == pytest.approx(0.5 * 0.1 * 4 * 360.0)
    assert before.ikd - after.ikd == pytest.approx(0.5 * 0.1 * 4 * 360.0)


def test_a_desk_without_officers_stands_open_for_no_minute(conditions):
    assert at_desk("village_desk", COAST, 1.0, conditions) == Shift(0.3, 0.2, 0.0, 0.0)


def test_a_crew_is_who_it_is(conditions):
    crew = [person(1, "x", EVERYWHERE, rank, 37.5) for rank in range(4)]
    skilled = sum(officer.skill_luck < conditions.resources.skill for officer in crew)
    assert of_crew(crew, 100.0, 300.0, 1.0, conditions).skill == pytest.approx(skilled / 4)
    team = [person(1, "x", EVERYWHERE, rank, 37.5, dedicated=True) for rank in range(4)]
    assert [of_crew(people, 100.0, 300.0, 1.0, conditions).dedicated for people in (crew, team)] == [False, True]
    assert of_crew((), 100.0, 300.0, 1.0, conditions).skill == conditions.resources.skill


def test_the_officers_of_a_desk_decide_what_it_offers():
    offers = set()
    for seed in range(5):
        conditions = make_conditions(seed=seed)
        (position,) = stations_of(KECAMATAN_DESK, conditions)
        offers.add(int(open_week(conditions).supply.offer[position]))
    assert len(offers) == 5
