"""The quick twin: counts as of the twin itself, with other numbers, in a fraction of its time."""

from dataclasses import replace
from time import process_time

import numpy as np
import pytest

from ikdsim.calibration.priors import possible_numbers
from ikdsim.calibration.quick_twin import QuickTwin
from ikdsim.region.region import DEMAND
from ikdsim.setup import Setup
from ikdsim.twin import Twin
from tests.calibration.factories import FEW, quick_twin, until_table

OFF_BY = 0.15
"""Most by which the logarithm of a count may differ, with strata cut under other numbers and few residents."""
QUICK = 0.05
"""Seconds that are far too many for one evaluation, on a busy machine."""


def twins_count(values, region_values):
    scenario = replace(until_table(), parameters=values, region_numbers=region_values)
    twin = Twin(Setup(scenario, 1, FEW)._inhabited_by(quick_twin().setup.residents, ""))
    return twin.run().users[-1] * FEW


def drawn(seed):
    prior = possible_numbers(quick_twin().setup.region)
    return prior.named(prior.values(np.random.default_rng(seed).standard_normal(len(prior.numbers))).tolist())


def test_it_counts_as_the_twin_does_with_the_registered_numbers():
    counts = quick_twin().users({}, {})
    assert np.log(counts / twins_count({}, {})) == pytest.approx(0.0, abs=0.03)


@pytest.mark.parametrize("seed", range(4))
def test_it_counts_as_the_twin_does_with_numbers_drawn_from_the_prior(seed):
    values, own = drawn(seed)
    counts = quick_twin().users(values, own)
    assert np.log((counts + 1) / (twins_count(values, own) + 1)) == pytest.approx(0.0, abs=OFF_BY)


def test_intensities_act_on_demand_where_they_are_said_to():
    values, own = {}, {"intensity_on_demand": 1.0, "intensity.Desa Teluk Mati": 0.3}
    counts = quick_twin().users(values, own)
    assert np.log((counts + 1) / (twins_count(values, own) + 1)) == pytest.approx(0.0, abs=OFF_BY)
    assert counts[6] < 0.7 * quick_twin().users({}, {})[6]
    assert DEMAND == "demand"


def test_with_more_recorded_residents_more_are_activated_in_that_place_alone():
    usual = quick_twin().users({}, {})
    more = quick_twin().users({}, {}, np.array([1.0] * 6 + [1.3] + [1.0] * 2))
    assert more[6] > 1.1 * usual[6]
    assert np.delete(more, 6) == pytest.approx(np.delete(usual, 6), rel=0.02)


def test_asking_twice_gives_the_same():
    values, own = drawn(9)
    first = quick_twin().users(values, own)
    quick_twin().users({}, {})
    assert np.array_equal(quick_twin().users(values, own), first)


@pytest.mark.slow
def test_an_evaluation_takes_milliseconds():
    twin = QuickTwin(Setup(until_table(), 1))
    twin.users({}, {})
    begun = process_time()
    for seed in range(10):
        twin.users(*drawn(seed))
    assert (process_time() - begun) / 10 < QUICK
