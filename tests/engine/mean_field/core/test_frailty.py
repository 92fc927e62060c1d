"""The readiest go first, and crowds drawn at random thin out as the means say."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core.frailty import hazard_of_dose, mean_of, of_leavers, of_stayers, with_openness

MANY = 400_000


def crowd(mean: float, variance: float) -> np.ndarray:
    """Readiness of many people of this mean and relative variance."""
    return np.random.default_rng(1).wald(mean, mean / variance, MANY)


@pytest.mark.parametrize("spread", [0.05, 0.5, 1.5])
@pytest.mark.parametrize("dose", [0.01, 0.5, 2.0, 6.0])
def test_a_dose_moves_as_many_of_a_crowd_as_its_hazard_says_and_leaves_the_less_ready(dose, spread):
    people, hazard = crowd(1.0, spread), hazard_of_dose(dose, spread)
    stay = np.exp(-dose * people)
    assert np.exp(-hazard) == pytest.approx(stay.mean(), abs=0.003)
    assert of_stayers(1.0, spread, hazard) == pytest.approx((people * stay).sum() / stay.sum(), rel=0.02)


def test_where_people_are_alike_the_hazard_is_the_dose_and_nobody_is_selected():
    assert hazard_of_dose(0.7, 0.0) == 0.7
    assert of_leavers(0.7, 0.0, 0.5) == of_stayers(0.7, 0.0, 0.5) == 0.7


@pytest.mark.parametrize("chance", [0.0, 0.01, 0.3])
def test_leavers_and_stayers_have_together_the_mean_of_all(chance):
    leavers, stayers = of_leavers(1.4, 0.8, chance), of_stayers(1.4, 0.8, chance)
    assert chance * leavers + (1.0 - chance) * stayers == pytest.approx(1.4)
    assert leavers > 1.4 >= stayers


def test_after_many_weeks_those_who_stay_are_as_ready_as_in_a_crowd():
    spread, weekly, weeks = 0.8, 0.02, 100
    people, expected = crowd(1.0, spread), 1.0
    stay = np.exp(-weekly * weeks * people)
    for _ in range(weeks):
        expected = of_stayers(expected, spread, hazard_of_dose(weekly * expected, spread * expected))
    assert expected == pytest.approx((people * stay).sum() / stay.sum(), rel=0.02)
    assert expected < 0.6


def test_the_open_are_decisive_as_far_as_the_two_are_linked():
    assert with_openness(1.5, 0.0) == 1.0
    assert with_openness(1.5, 0.8) == pytest.approx(1.4)
    assert with_openness(0.2, 2.0) == 0.0


def test_nobody_is_like_the_stratum():
    assert mean_of(0.0, 0.0) == 1.0
    assert mean_of(6.0, 4.0) == 1.5
