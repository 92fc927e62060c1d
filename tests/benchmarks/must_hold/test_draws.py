"""Draws of the baseline up to Table 1."""

import pytest

from benchmarks.must_hold import draws
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.setup import Setup


@pytest.mark.parametrize("name", [draws.EVERYTHING, draws.BUT_INTENSITY])
def test_a_draw_changes_all_numbers_but_levers_within_their_ranges(name):
    scenario = draws.drawn_until_table(7, name)
    region, register = load_region("babelan"), load_parameters()
    assert set(scenario.parameters) == set(register) - set(register.levers)
    left_out = {key for key in region.numbers if "intensity." in key} if name == draws.BUT_INTENSITY else set()
    assert {f"babelan.{key}" for key in scenario.region_numbers} == set(region.numbers) - left_out
    assert Setup(scenario, 7, 100.0).region.numbers != region.numbers
