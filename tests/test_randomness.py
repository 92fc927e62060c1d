"""Chance belongs to a resident and a decision: the same luck in every order, and evenly spread."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.randomness import (
    GRAIN,
    NEVER,
    ONE,
    as_draw,
    due,
    minus_logarithm,
    threshold,
    uniform_draw,
    uniforms,
    uniforms_of,
)

MANY = 20_000
ONE_IN_A_THOUSAND = 1.95
"""Kolmogorov's limit: sqrt(n) times the largest distance exceeds it with probability 0.001."""
FOUR_SIGMA = 4.0 / math.sqrt(MANY)

seeds = st.integers(0, 2**62)
residents = st.integers(0, 2**31 - 1)
decisions = st.integers(0, 2_000)
attempts = st.integers(0, 10_000)


def thresholds(seed: int = 1, decision: int = 3, attempt: int = 0) -> np.ndarray:
    """Thresholds of many residents, in units of hazard."""
    return np.array([threshold(seed, i, decision, attempt) for i in range(MANY)]) / ONE


def distance_from_exponential(drawn: np.ndarray) -> float:
    """Kolmogorov-Smirnov statistic against Exp(1), times sqrt(n)."""
    expected = 1.0 - np.exp(-np.sort(drawn))
    ranks = np.arange(len(drawn) + 1) / len(drawn)
    largest = max((ranks[1:] - expected).max(), (expected - ranks[:-1]).max())
    return float(largest * math.sqrt(len(drawn)))


@pytest.mark.parametrize("decision", [0, 64, 600])
def test_thresholds_follow_the_exponential_distribution(decision):
    drawn = thresholds(decision=decision)
    assert distance_from_exponential(drawn) < ONE_IN_A_THOUSAND
    assert abs(drawn.mean() - 1.0) < FOUR_SIGMA


def test_the_distance_notices_another_distribution():
    assert distance_from_exponential(1.05 * thresholds()) > ONE_IN_A_THOUSAND


@given(seed=seeds, resident=residents, decision=decisions, attempt=attempts)
def test_a_threshold_is_the_logarithm_of_its_draw(seed, resident, decision, attempt):
    u = (uniform_draw(seed, resident, decision, attempt) + 1) / ONE
    assert abs(threshold(seed, resident, decision, attempt) / ONE + math.log(u)) < 1e-6


@pytest.mark.parametrize("drawn", [0, 1, 2, 4095, 4096, 2**20 - 1, 2**31 - 1, 2**31, 2**32 - 2, 2**32 - 1])
def test_the_logarithm_holds_for_the_smallest_and_the_largest_draws(drawn):
    assert abs(minus_logarithm(drawn + 1) / ONE + math.log((drawn + 1) / ONE)) < 1e-6


def split_mix(z: int) -> int:
    """The mixing steps of SplitMix64, in whole numbers without an end."""
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
    return z ^ z >> 31


@given(seed=seeds, resident=residents, decision=decisions, attempt=attempts)
def test_a_draw_is_a_hash_of_who_decides_what_and_of_nothing_else(seed, resident, decision, attempt):
    golden = 0x9E3779B97F4A7C15
    mixed = split_mix((seed + golden) % 2**64)
    mixed = split_mix(mixed ^ (resident + golden) % 2**64)
    mixed = split_mix(mixed ^ ((decision << 32) + attempt + golden) % 2**64)
    assert uniform_draw(seed, resident, decision, attempt) == mixed >> 32


@pytest.mark.parametrize(("one", "other"), [((1, 3, 0), (1, 4, 0)), ((1, 3, 0), (2, 3, 0)), ((1, 3, 0), (1, 3, 1))])
def test_other_decisions_seeds_and_attempts_bring_other_luck(one, other):
    together = np.corrcoef(thresholds(*one), thresholds(*other))[0, 1]
    assert abs(together) < FOUR_SIGMA


def test_neighbours_have_luck_of_their_own():
    drawn = thresholds()
    assert abs(np.corrcoef(drawn[:-1], drawn[1:])[0, 1]) < FOUR_SIGMA


@given(probability=st.floats(-2.0, 3.0))
def test_a_probability_becomes_a_draw_between_never_and_always(probability):
    limit = as_draw(probability)
    assert 0 <= limit <= ONE
    assert abs(limit / ONE - min(max(probability, 0.0), 1.0)) < 1e-9


def test_a_draw_falls_below_a_probability_as_often_as_it_says():
    hits = np.mean([uniform_draw(1, i, 7, 0) < as_draw(0.3) for i in range(MANY)])
    assert abs(hits - 0.3) < FOUR_SIGMA


@given(
    value=st.integers(0, 2**38),
    drawn=st.integers(1, 23 * ONE),
    factor=st.floats(1e-3, 1e3),
    more=st.floats(1.0, 10.0),
)
def test_a_larger_factor_never_makes_anyone_later(value, drawn, factor, more):
    later = due(value, drawn, factor)
    assert min(value, NEVER * GRAIN) <= due(value, drawn, factor * more) * GRAIN <= later * GRAIN


def test_the_wait_is_the_threshold_divided_by_the_factor():
    assert due(5 * ONE, 3 * ONE, 2.0) * GRAIN == 5 * ONE + 3 * ONE // 2


def test_a_day_is_rounded_up_to_the_next_grain_never_down():
    assert [due(0, drawn, 1.0) for drawn in (GRAIN - 1, GRAIN, GRAIN + 1)] == [1, 1, 2]


@pytest.mark.parametrize("value", [0, 4_090 * ONE])
def test_a_day_beyond_all_grains_never_comes(value):
    assert due(value, 20 * ONE, 1e-3) == NEVER


@pytest.mark.parametrize("factor", [0.0, -1.0, 1e-12])
def test_without_a_factor_the_day_never_comes(factor):
    assert due(ONE, ONE, factor) == NEVER


def test_uniform_numbers_belong_to_residents_not_to_positions():
    everybody = uniforms(1, 0, 1_000, 1_000)
    assert np.array_equal(uniforms(1, 400, 100, 1_000), everybody[400:500])
    some = np.array([7, 3, 999])
    assert np.array_equal(uniforms_of(1, some, 1_000), everybody[some])
    assert everybody.min() > 0.0 and everybody.max() < 1.0
    assert abs(everybody.mean() - 0.5) < 4.0 / math.sqrt(12 * 1_000)
