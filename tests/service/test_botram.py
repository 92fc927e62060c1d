"""Botram: regimes by date, dates by seed, the town more often than the coast."""

import dataclasses
import math
from collections import Counter

import pytest

from ikdsim.clock import monday_of, week_of
from ikdsim.policy.blank_shortage import BlankShortage
from ikdsim.service.botram import plan_usual_botram, regime_of
from ikdsim.service.kinds import BOTRAM_KECAMATAN, BOTRAM_VILLAGE
from tests.factories import COAST, ONE_WARD, TOWN, make_conditions, open_week, stations_of, two_places

BEFORE_BOTRAM, EARLY, TODAY = 40, 60, range(100, 900)


def often(kecamatan: float, village: float, urban_weight: float):
    """The two places, with other numbers for today's Botram."""
    region = two_places()
    regime = region.botram[-1]
    changed = dataclasses.replace(
        regime,
        kecamatan_visits_per_year=dataclasses.replace(regime.kecamatan_visits_per_year, value=kecamatan),
        village_visits_per_year=dataclasses.replace(regime.village_visits_per_year, value=village),
        urban_weight=dataclasses.replace(regime.urban_weight, value=urban_weight),
    )
    return dataclasses.replace(region, botram=(*region.botram[:-1], changed))


def planned(week, seed=1, region=None, numbers=None):
    conditions = make_conditions(numbers, week=week, seed=seed, region=region)
    plan_usual_botram(conditions)
    return conditions


def all_visits(seed=1, region=None, numbers=None):
    return [(week, visit) for week in TODAY for visit in planned(week, seed, region, numbers).visits]


def test_before_november_2023_there_is_no_botram():
    assert regime_of(two_places(), BEFORE_BOTRAM) is None
    assert planned(BEFORE_BOTRAM).visits == []


def test_the_regime_is_the_last_that_has_begun():
    region = two_places()
    early, today = region.botram
    assert regime_of(region, EARLY) == early
    assert regime_of(region, TODAY[0]) == today
    assert early.start < today.start <= monday_of(TODAY[0])


def test_a_regime_begins_in_the_week_that_holds_its_date_as_policies_do():
    region = two_places()
    for regime in region.botram:
        begins = week_of(regime.start)
        assert regime.start > monday_of(begins)  # in mid-week
        assert [regime_of(region, week) == regime for week in (begins - 1, begins)] == [False, True]
        policy = BlankShortage(name="x", start=regime.start)
        assert [policy.in_force(week) for week in (begins - 1, begins)] == [False, True]


def test_villages_are_visited_only_since_july_2024():
    kinds = {visit.kind for week in range(45, 80) for seed in range(20) for visit in planned(week, seed).visits}
    assert kinds == {BOTRAM_KECAMATAN}


def test_dates_are_drawn_by_seed():
    def dates(seed):
        return [week for week, _ in all_visits(seed)]

    assert dates(1) == dates(1)
    assert dates(1) != dates(2)


def test_places_are_drawn_by_seed():
    every_week = often(0.0, 365.25 / 7, 1.0)
    one, other = ([visit.place for _, visit in all_visits(seed, every_week)] for seed in (1, 2))
    assert len(one) == len(other)
    assert one != other


def test_dates_do_not_depend_on_what_else_a_scenario_changes():
    other = {"persuasion.spontaneous": 0.5, "knowledge.media_ceiling": 0.0, "structure.desk_share": 0.9}
    assert all_visits(numbers=other) == all_visits()


def test_it_comes_as_often_as_the_region_says():
    kinds = Counter(visit.kind for _, visit in all_visits(region=often(6.0, 26.0, 1.0)))
    weeks, year = len(TODAY), 365.25 / 7
    for kind, yearly in ((BOTRAM_KECAMATAN, 6.0), (BOTRAM_VILLAGE, 26.0)):
        share = yearly / year
        assert abs(kinds[kind] - weeks * share) < 4.0 * math.sqrt(weeks * share * (1 - share))


@pytest.mark.parametrize("weight", [1.0, 4.0])
def test_urban_places_are_visited_more_often_by_their_weight(weight):
    region = often(0.0, 365.25 / 7, weight)  # a visit in every week
    places = Counter(visit.place for _, visit in all_visits(region=region))
    share = weight / (weight + 1.0)
    assert places.total() == len(TODAY)
    assert abs(places[TOWN] - len(TODAY) * share) < 4.0 * math.sqrt(len(TODAY) * share * (1 - share))


def test_every_visit_is_paid():
    numbers = {"cost.village_visit": 3.0, "cost.kecamatan_edition": 9.0}
    week = planned(TODAY[0], region=often(100.0, 100.0, 1.0), numbers=numbers)
    assert week.costs == {"botram_kecamatan": 9.0, "botram_village": 3.0}


def test_a_kecamatan_edition_is_larger_and_serves_all_places():
    numbers = {"resources.kecamatan_edition_size": 2.5}
    week = planned(TODAY[0], region=often(100.0, 100.0, 1.0), numbers=numbers)
    kecamatan, village = week.visits
    assert (kecamatan.kind, village.kind) == (BOTRAM_KECAMATAN, BOTRAM_VILLAGE)
    assert kecamatan.minutes == pytest.approx(2.5 * village.minutes)
    assert kecamatan.place == -1


def test_whoever_lives_near_the_kecamatan_comes_to_its_edition():
    numbers = {
        **ONE_WARD,
        "implementation.kecamatan_edition_catchment": 600.0,
        "implementation.distance_decay": 10.0,
        "implementation.visit_turnout": 1.0,
        "disposition.district_leaders": 0.0,
    }
    week = planned(TODAY[0], region=often(100.0, 0.0, 1.0), numbers=numbers)
    (station,) = stations_of(BOTRAM_KECAMATAN, week)
    drawn = open_week(week).supply.visit[:, station]
    assert drawn[COAST] / drawn[TOWN] == pytest.approx(math.exp(-1.8))  # 18 km further away
    assert 3000 * drawn.sum() == pytest.approx(600.0)


def test_its_crews_are_officers_of_the_office():
    week = planned(TODAY[0], region=often(100.0, 100.0, 1.0), numbers={"resources.visit_officers": 4.0})
    kecamatan, village = week.visits
    assert (len(kecamatan.crew), len(village.crew)) == (10, 4)
    assert not set(kecamatan.crew) & set(village.crew)
    assert sum(duty.minutes for duty in week.duties) == kecamatan.minutes + village.minutes


def test_it_comes_with_the_officers_there_are():
    week = planned(TODAY[0], region=often(100.0, 0.0, 1.0), numbers={"resources.visit_officers": 30.0})
    (visit,) = week.visits
    assert len(visit.crew) == 20
    assert visit.minutes == 20 * week.parameters.value("resources.visit_minutes")


def test_leaders_of_the_district_draw_people_to_the_kecamatan_edition():
    numbers = {"disposition.turnout_with_leaders": 1.5, "disposition.district_leaders": 1.0}
    week = planned(TODAY[0], region=often(100.0, 0.0, 1.0), numbers=numbers)
    (station,) = stations_of(BOTRAM_KECAMATAN, week)
    drawn = open_week(week).supply.visit[:, station]
    week.disposition.leaders = 0.0
    assert drawn == pytest.approx(1.5 * open_week(week).supply.visit[:, station])
