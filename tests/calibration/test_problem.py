"""The problem: what a point means, and how likely it makes the counts."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.calibration.priors import possible_numbers
from ikdsim.calibration.problem import Problem
from ikdsim.region.region import DEMAND, SUPPLY
from tests.calibration.factories import quick_twin

COUNTS = np.array([5327, 3825, 864, 572, 246, 132, 42, 126, 220], float)
TELUK_MATI = 6


@pytest.fixture(scope="module")
def problem():
    return Problem(quick_twin(), possible_numbers(quick_twin().setup.region), DEMAND, "C")


def point_of(problem, **scores):
    point = np.zeros(len(problem.names))
    for name, score in scores.items():
        point[problem.names.index(name.replace("__", ".").replace("_of_", " "))] = score
    return point


def test_a_point_has_a_score_for_each_number_place_and_filled_in_count(problem):
    assert len(set(problem.names)) == len(problem.names)
    assert len([name for name in problem.names if name.startswith("effect.")]) == 9
    assert len([name for name in problem.names if name.startswith("recorded.")]) == 6


def test_the_published_counts_are_the_likeliest(problem):
    best = problem.log_likelihood(COUNTS)
    assert best > problem.log_likelihood(COUNTS * 1.1)
    assert best > problem.log_likelihood(np.append(COUNTS[:-1], 440.0))


def test_a_small_place_may_miss_by_more_than_a_large_one(problem):
    def lost(place):
        return problem.log_likelihood(COUNTS) - problem.log_likelihood(COUNTS * np.where(np.arange(9) == place, 1.3, 1))

    assert lost(TELUK_MATI) < 0.6 * lost(0)


def test_nobody_at_all_is_unlikely_but_no_error(problem):
    assert np.isfinite(problem.log_likelihood(np.zeros(9)))


def test_a_place_that_is_left_out_does_not_count(problem):
    without = replace(problem, left_out=("Desa Buni Bakti",))
    assert without.log_likelihood(np.append(COUNTS[:-1], 999.0)) == without.log_likelihood(COUNTS)


def test_place_effects_are_intensities_within_their_range(problem):
    point = point_of(problem, **{"effect__Desa_of_Teluk_of_Mati": 1.0})
    assert problem.intensities(point)[TELUK_MATI] == pytest.approx(np.exp(0.5))
    assert problem.intensities(40.0 * point)[TELUK_MATI] == 5.0
    assert problem.spread(point_of(problem, spread=1.0)) == pytest.approx(0.5 * np.exp(0.5))


def test_filled_in_counts_err_as_logits(problem):
    recorded = problem.recorded(point_of(problem, **{"recorded__Desa_of_Teluk_of_Mati": 1.0}))
    share = 7480 / 12467
    odds = share / (1 - share) * np.exp(0.3)
    assert recorded[TELUK_MATI] * share == pytest.approx(odds / (1 + odds))
    assert np.delete(recorded, TELUK_MATI) == pytest.approx(1.0)


@pytest.mark.parametrize("home", [SUPPLY, DEMAND])
def test_a_place_with_more_intensity_has_more_users(problem, home):
    there = replace(problem, acts_on=home)
    usual = there.expected(point_of(there))
    more = there.expected(point_of(there, **{"effect__Desa_of_Teluk_of_Mati": 2.0}))
    assert more[TELUK_MATI] > usual[TELUK_MATI]
