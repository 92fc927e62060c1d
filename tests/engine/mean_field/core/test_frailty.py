"""The readiest go first: leavers and stayers together have the mean of all, and repeated chances lead to a gamma."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core.frailty import mean_of, of_leavers, of_stayers, with_openness

MANY = 200_000


@pytest.mark.parametrize("chance", [0.0, 0.01, 0.3, 1.0])
def test_leavers_and_stayers_have_together_the_mean_of_all(chance):
    leavers, stayers = of_leavers(1.4, 0.8, chance), of_stayers(1.4, 0.8, chance)
    assert chance * leavers + (1.0 - chance) * stayers == pytest.approx(1.4)
    assert leavers > stayers


def test_where_people_are_alike_nobody_is_selected():
    assert of_leavers(0.7, 0.0, 0.5) == of_stayers(0.7, 0.0, 0.5) == 0.7


def test_after_many_weeks_those_who_stay_are_as_ready_as_in_a_simulated_crowd():
    chance, spread, weekly, weeks = np.random.default_rng(1), 0.5, 0.02, 100
    ready = chance.gamma(1.0 / spread, spread, MANY)
    expected = 1.0
    for _ in range(weeks):
        ready = ready[chance.random(len(ready)) >= -np.expm1(-weekly * ready)]
        expected = of_stayers(expected, spread, weekly * expected)
    assert expected == pytest.approx(ready.mean(), rel=0.02)
    assert expected < 0.6


def test_the_open_are_decisive_as_far_as_the_two_are_linked():
    assert with_openness(1.5, 0.0) == 1.0
    assert with_openness(1.5, 0.8) == pytest.approx(1.4)
    assert with_openness(0.2, 2.0) == 0.0


def test_nobody_is_like_the_stratum():
    assert mean_of(0.0, 0.0) == 1.0
    assert mean_of(6.0, 4.0) == 1.5
