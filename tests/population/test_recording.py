import numpy as np
import pytest

from ikdsim.population.draws import Draws
from ikdsim.population.recording import EARLIER, cards, recorded_weeks
from ikdsim.resident.columns import FISHER_OR_FARMER, NO_WEEK, TRADER_OR_WORKER
from tests.factories import make_parameters

TABLE_WEEK = 107
TURNS_17 = 887
COUNT = 30_000


@pytest.fixture(scope="module")
def village():
    """Births from 1940 to 2022, a third of the people fishers."""
    born = np.linspace(-4300, 0, COUNT).astype(np.int16)
    occupation = np.where(np.arange(COUNT) % 3 == 0, FISHER_OR_FARMER, TRADER_OR_WORKER).astype(np.uint8)
    return born, occupation


def weeks_of(village, recorded, parameters, seed=3):
    return recorded_weeks(*village, recorded, TABLE_WEEK, Draws(seed, 0, COUNT), parameters)


@pytest.mark.parametrize("recorded", [0, 1, 12_345, 23_000])
def test_as_many_are_recorded_by_the_table_as_it_says(village, parameters, recorded):
    assert (weeks_of(village, recorded, parameters) <= TABLE_WEEK).sum() == recorded


def test_nobody_is_recorded_before_turning_17(village, parameters):
    assert (weeks_of(village, 23_000, parameters) >= village[0] + TURNS_17).all()


def test_most_were_recorded_before_the_run(village, parameters):
    week = weeks_of(village, 23_000, parameters)
    assert ((week <= EARLIER).sum()) > 0.9 * 23_000
    assert ((week > EARLIER) & (week <= TABLE_WEEK)).any()


def test_those_who_turn_17_in_the_run_wait_some_weeks(village, parameters):
    week, turns_17 = weeks_of(village, 23_000, parameters).astype(int), village[0].astype(int) + TURNS_17
    later = turns_17 > TABLE_WEEK
    assert (week - turns_17)[later].mean() == pytest.approx(parameters.value("population.recording_delay"), rel=0.1)


def test_fishers_and_the_young_are_more_often_without_record(village, parameters):
    unrecorded, adult = (
        weeks_of(village, 18_000, parameters) > TABLE_WEEK,
        village[0] + TURNS_17 <= TABLE_WEEK,
    )
    fisher, young = village[1] == FISHER_OR_FARMER, adult & (village[0] + TURNS_17 > EARLIER)
    assert unrecorded[adult & fisher].mean() > 1.5 * unrecorded[adult & ~fisher].mean()
    assert unrecorded[young].mean() > 1.3 * unrecorded[adult & ~young].mean()


def test_some_adults_follow_after_the_table_and_most_not_soon(village, parameters):
    week = weeks_of(village, 12_000, parameters)
    late = (week > TABLE_WEEK) & (village[0] + TURNS_17 <= EARLIER)
    within_a_year = (week[late] <= TABLE_WEEK + 52).mean()
    assert within_a_year == pytest.approx(0.14, abs=0.02)


def test_a_week_beyond_all_weeks_never_comes_and_is_not_turned_into_one_long_ago(village):
    week = weeks_of(village, 12_000, make_parameters({"population.recording_hazard": 1e-7}))
    late = (week > TABLE_WEEK) & (village[0] + TURNS_17 <= EARLIER)
    assert (week[late] == NO_WEEK).mean() > 0.99
    assert (week <= TABLE_WEEK).sum() == 12_000


def test_cards_are_held_by_nearly_all_recorded_before_2023_and_nobody_else(village, parameters):
    week = weeks_of(village, 20_000, parameters)
    card = cards(week, Draws(3, 0, COUNT), parameters)
    assert not card[week > EARLIER].any()
    assert card[week <= EARLIER].mean() == pytest.approx(0.97, abs=0.01)
