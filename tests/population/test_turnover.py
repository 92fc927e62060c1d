"""Totals and ages stay as they are; rows change hands once at most."""

import numpy as np
import pytest

from ikdsim.population.turnover import AGES, residents_by_age, turnover
from tests.factories import make_parameters

TABLE_WEEK, LAST = 107, 313
TURNS_17 = 887


@pytest.fixture(scope="module")
def moved(babelan, parameters, residents):
    return turnover(residents, TABLE_WEEK, (1, LAST), 1, parameters)


def people_in(week, residents, moved):
    people = residents.people.copy()
    people[moved.row[moved.early]] = moved.left
    gone = moved.week <= week
    people[moved.row[gone]] = moved.came[gone]
    return people


def test_on_the_day_of_the_table_residents_are_those_of_the_table(residents, moved):
    assert np.array_equal(people_in(TABLE_WEEK, residents, moved), residents.people)


@pytest.mark.parametrize("week", [1, 53, 210, LAST])
def test_adults_keep_their_share_and_all_age_bands_theirs(week, residents, moved):
    bands = [-1, 8, 17, 24, 40, 56, 75, 130]
    table, then = (
        np.histogram((at - people_in(at, residents, moved)["birth_week"]) / 52.18, bands)[0] / len(residents.place)
        for at in (TABLE_WEEK, week)
    )
    assert then == pytest.approx(table, abs=0.008)
    assert then[2:].sum() == pytest.approx(table[2:].sum(), abs=0.005)


def test_as_many_turn_17_in_every_half_year(residents, moved):
    counts = []
    for week in range(1, LAST - 25, 26):
        turns = people_in(week, residents, moved)["birth_week"] + TURNS_17
        counts.append(((turns >= week) & (turns < week + 26)).sum())
    assert max(counts) < 1.05 * min(counts)


def test_nobody_is_followed_twice_and_everybody_stays_in_the_place(residents, moved):
    assert len(set(moved.row.tolist())) == len(moved.row)
    for side, row in ((moved.left, moved.row[moved.early]), (moved.came, moved.row)):
        assert np.array_equal(side["place"], residents.place[row])
        assert np.array_equal(side["address"], residents.address[row])
    assert (moved.came["birth_week"] <= moved.week).all()
    assert (moved.came["recorded_week"] >= moved.came["birth_week"] + TURNS_17).all()


def test_a_longer_run_has_the_same_turnover_at_first(residents, moved, parameters):
    shorter = turnover(residents, TABLE_WEEK, (1, 180), 1, parameters)
    begun = moved.week <= 180
    for name in ("week", "row", "came"):
        assert np.array_equal(getattr(moved, name)[begun], getattr(shorter, name)), name
    assert np.array_equal(moved.left, shorter.left)


def test_without_movers_only_births_and_the_shape_of_the_pyramid_bring_people(residents, moved):

    fewer = turnover(residents, TABLE_WEEK, (1, LAST), 1, make_parameters({"population.movers": 0.0}))
    years = LAST / 52.18
    assert len(moved.week) - len(fewer.week) == pytest.approx(0.02 * years * len(residents.place), rel=0.02)


def test_the_pyramid_holds_everybody(residents):
    age = np.sort((TABLE_WEEK - residents.birth_week) / np.float32(52.18))
    assert residents_by_age(age).sum() == pytest.approx(len(age), rel=0.03)
    assert len(residents_by_age(age)) == len(AGES)
