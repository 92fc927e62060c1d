"""The readiest go first: those who stay are less ready, as among people whose readiness is gamma distributed."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core.frailty import mean_of, of_leavers, of_stayers, with_openness

PEOPLE = 400_000
SPREAD = 2.0


def test_in_every_week_those_who_stay_are_as_ready_as_in_a_crowd_followed_one_by_one():
    readiness = np.random.default_rng(1).gamma(1.0 / SPREAD, SPREAD, PEOPLE)
    here, mean, weekly = np.ones(PEOPLE), 1.0, 0.02
    for _ in range(100):
        mean = of_stayers(mean, SPREAD, 1.0 - np.exp(-weekly * mean))
        here *= np.exp(-weekly * readiness)
    assert mean == pytest.approx(np.average(readiness, weights=here), rel=0.02)
    assert mean < 0.3


def test_those_who_leave_are_readier_as_in_a_crowd_followed_one_by_one():
    readiness = np.random.default_rng(1).gamma(1.0 / SPREAD, SPREAD, PEOPLE)
    leaving = -np.expm1(-0.005 * readiness)
    assert of_leavers(1.0, SPREAD, leaving.mean()) == pytest.approx(np.average(readiness, weights=leaving), rel=0.02)


@pytest.mark.parametrize("chance", [0.0, 0.3, 1.0])
def test_those_who_leave_and_those_who_stay_have_the_mean_of_all(chance):
    both = chance * of_leavers(0.7, SPREAD, chance) + (1.0 - chance) * of_stayers(0.7, SPREAD, chance)
    assert both == pytest.approx(0.7)


def test_where_all_are_alike_it_makes_no_difference_who_goes():
    assert of_leavers(0.7, 0.0, 0.4) == of_stayers(0.7, 0.0, 0.4) == 0.7


def test_the_open_are_decisive_as_far_as_the_two_go_together():
    assert with_openness(1.5, 0.0) == 1.0
    assert with_openness(1.5, 0.8) == pytest.approx(1.4)
    assert with_openness(0.1, 2.0) == 0.0


def test_where_nobody_is_the_mean_is_that_of_the_stratum():
    assert mean_of(3.0, 4.0) == 0.75
    assert mean_of(0.0, 0.0) == 1.0
