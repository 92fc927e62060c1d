"""Priors: even over the ranges of the register, for numbers that can matter before the table."""

import numpy as np
import pytest

from ikdsim.calibration.priors import bearing_numbers, possible_numbers
from ikdsim.provenance import load_parameters
from tests.calibration.factories import quick_twin


@pytest.fixture(scope="module")
def prior():
    return possible_numbers(quick_twin().setup.region)


def test_numbers_are_even_over_their_ranges(prior):
    values = prior.values(np.random.default_rng(1).standard_normal((4000, len(prior.numbers))))
    low, high = (np.array([getattr(number, end) for number in prior.numbers]) for end in ("low", "high"))
    part = (values - low) / (high - low)
    assert part.mean(axis=0) == pytest.approx(0.5, abs=0.03)
    assert np.quantile(part, 0.05, axis=0) == pytest.approx(0.05, abs=0.02)


def test_the_middle_of_a_range_is_its_score_of_0(prior):
    middle = [(number.low + number.high) / 2 for number in prior.numbers]
    assert prior.values(np.zeros(len(prior.numbers))) == pytest.approx(middle)


def test_people_money_levers_and_distances_are_left_alone(prior):
    names = [number.name for number in prior.numbers]
    assert not [name for name in names if name.startswith(("population.", "cost."))]
    assert not set(names) & set(load_parameters().levers)
    assert not [name for name in names if "latitude" in name or ".signal" in name or ".intensity." in name]


@pytest.mark.slow
def test_numbers_that_move_no_count_are_not_free():
    names = {number.name for number in bearing_numbers(quick_twin()).numbers}
    assert "structure.desk_share" in names
    assert "babelan.kecamatan_desk.exists" in names
    assert "resources.vehicle_officers" not in names
    assert "babelan.fake_calls_2025.severity" not in names
