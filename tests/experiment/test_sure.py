"""How sure a mean gain is, and where its spread comes from."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.experiment.sure import chance_and_numbers, is_sure, mean_gain, variance_reduction
from tests.experiment.factories import make_comparison

PLACES = 9
"""Every place gains what a made-up comparison says, so that the region gains nine times as much."""


def compared(gains, numbers="register"):
    ends = {"baseline": [100.0] * len(gains), "team": [100.0 + gain / PLACES for gain in gains]}
    return make_comparison(ends, numbers=numbers)


def test_the_mean_is_surer_than_a_run():
    gains = np.random.default_rng(3).normal(500.0, 100.0, 100)
    found = mean_gain(compared(gains), 1)
    error = 100.0 / 100**0.5
    assert found.median == pytest.approx(np.mean(gains), abs=error)
    assert found.high - found.low == pytest.approx(2 * 1.645 * error, rel=0.2)


def test_runs_of_the_same_numbers_do_not_count_twice():
    gains = np.repeat(np.random.default_rng(3).normal(500.0, 100.0, 50), 2)
    alone, twice = mean_gain(compared(gains), 1), mean_gain(compared(gains, "draws"), 1)
    assert twice.high - twice.low > 1.3 * (alone.high - alone.low)


@pytest.mark.parametrize(("residents", "answer"), [(10.0, False), (30.0, True)])
def test_it_is_sure_once_every_mean_is_known_well_enough(residents, answer):
    comparison = compared(np.random.default_rng(3).normal(500.0, 100.0, 100))
    assert is_sure(comparison, residents) is answer


def test_one_run_is_never_sure():
    assert not is_sure(compared([500.0]), 1e6)
    assert not is_sure(compared([500.0, 510.0], "draws"), 1e6)


def test_chance_and_numbers_are_told_apart():
    chance = np.random.default_rng(4)
    numbers = np.repeat(chance.normal(1000.0, 300.0, 400), 2)
    found = chance_and_numbers(compared(numbers + chance.normal(0.0, 50.0, 800), "draws"), 1)
    assert found == pytest.approx((50.0, 300.0), rel=0.15)


def test_nothing_is_told_of_numbers_that_are_not_drawn_or_drawn_once():
    assert chance_and_numbers(compared([1.0, 2.0, 3.0, 4.0]), 1) is None
    assert chance_and_numbers(compared([1.0, 2.0], "draws"), 1) is None


def test_a_seed_whose_runs_failed_leaves_its_partner_out_of_the_pairs():
    comparison = compared([1.0, 2.0, 3.0, 5.0, 8.0], "draws")
    plan = replace(comparison.plan, seeds=(0, 1, 2, 3, 5))
    assert chance_and_numbers(replace(comparison, plan=plan), 1) == chance_and_numbers(
        compared([1.0, 2.0, 3.0, 5.0], "draws"), 1
    )


def test_pairing_helps_as_much_as_runs_are_alike():
    luck = np.random.default_rng(5).normal(0.0, 100.0, 1000)
    own = np.random.default_rng(6).normal(0.0, 10.0, 1000)
    ends = {"baseline": (1000.0 + luck).tolist(), "team": (1500.0 + luck + own).tolist()}
    assert variance_reduction(make_comparison(ends), 1) == pytest.approx(201.0, rel=0.1)
    assert variance_reduction(compared([5.0, 5.0]), 1) is None
