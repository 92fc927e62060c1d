"""The twin's probabilities are those of the engines' rules."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core.competing_risks import chance_of, chance_of_dose, chance_per_hazard, work_done
from ikdsim.randomness import ONE
from ikdsim.service.queue import gets_turn

MANY_WEEKS = 20_000
STANDARD_ERRORS = 4.0
MINUTE = 60_000


def test_the_chance_to_leave_is_one_minus_exp():
    hazards = np.concatenate([[0.0, 1e-12], np.geomspace(1e-6, 100.0, 20_001)])
    errors = np.array([chance_of(hazard) for hazard in hazards]) + np.expm1(-hazards)
    assert np.abs(errors[hazards < 1.0]).max() < 1e-8
    assert np.abs(errors).max() < 1e-3


def test_somebody_who_is_not_exposed_stays():
    assert chance_per_hazard(0.0) == 1.0
    assert chance_of(0.0) == 0.0


@pytest.mark.parametrize("dose", [0.05, 0.8, 4.0])
@pytest.mark.parametrize("spread", [0.1, 1.0, 5.0])
def test_a_dose_moves_as_many_as_in_a_crowd_of_people_who_differ(dose, spread):
    doses = dose * np.random.default_rng(1).gamma(1.0 / spread, spread, MANY_WEEKS)
    moved = -np.expm1(-doses)
    error = STANDARD_ERRORS * moved.std() / MANY_WEEKS**0.5
    assert abs(chance_of_dose(dose, spread) - moved.mean()) < error


def test_a_dose_moves_fewer_where_people_differ():
    assert chance_of_dose(1.0, 0.0) == 1.0 - np.exp(-1.0)
    assert chance_of_dose(1.0, 2e-6) == pytest.approx(chance_of_dose(1.0, 0.0), rel=1e-4)
    assert chance_of_dose(1.0, 0.0) > chance_of_dose(1.0, 0.5) > chance_of_dose(1.0, 3.0) > 0.0
    assert chance_of_dose(0.0, 3.0) == 0.0


def weeks_of_a_queue(rate: float, needs: np.ndarray, capacity: int) -> np.ndarray:
    """Officer time used for people served, in many weeks of a queue by the engines' own rule."""
    chance = np.random.default_rng(1)
    used = np.zeros(MANY_WEEKS)
    for week, came in enumerate(chance.poisson(rate, MANY_WEEKS)):
        left = capacity
        for needed, drawn in zip(chance.choice(needs, came), chance.integers(0, ONE, came), strict=True):
            if gets_turn(left, int(needed), int(drawn)):
                used[week] += needed
            left -= min(left, int(needed))
    return used


@pytest.mark.slow
@pytest.mark.parametrize("rate", [0.5, 4.0, 12.0, 20.0, 60.0])
@pytest.mark.parametrize("turns", [3.5, 12.0])
def test_the_work_of_a_queue_is_that_of_many_weeks(rate, turns):
    needs, capacity = np.array([5, 7, 9]) * MINUTE, int(turns * 7 * MINUTE)
    used = weeks_of_a_queue(rate, needs, capacity)
    expected = work_done(rate * needs.mean(), rate * (needs.astype(float) ** 2).mean(), capacity)
    error = used.std() / MANY_WEEKS**0.5
    assert abs(expected - used.mean()) < 0.02 * used.mean() + STANDARD_ERRORS * error


def test_without_officers_nothing_is_done_and_without_residents_nothing_is_asked():
    assert work_done(10.0, 20.0, 0.0) == 0.0
    assert work_done(0.0, 0.0, 10.0) == 0.0
