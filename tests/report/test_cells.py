"""Cells of tables: gains with their ranges, money in short."""

import pytest

from ikdsim.report.cells import gain_cells, money
from tests.experiment.factories import make_comparison


@pytest.mark.parametrize(
    ("amount", "told"),
    [(0, "–"), (500_000, "Rp500.000"), (-2e6, "-Rp2 juta"), (999_999_999, "Rp1.000 juta"), (2.187e9, "Rp2,19 miliar")],
)
def test_money_is_told_in_the_largest_unit_of_which_there_is_one(amount, told):
    assert money(amount, "id") == told


def test_a_gain_has_a_range_if_there_is_more_than_one_run():
    several = make_comparison({"baseline": [0.0, 0.0], "same": [0.0, 0.0], "more": [10.0, 20.0]})
    assert gain_cells(several, 1, "en") == ["0", "no change"]
    assert gain_cells(several, 2, "en") == ["+135", "+94 – +176"]
    assert gain_cells(make_comparison({"baseline": [0.0], "more": [1.0]}), 1, "en") == ["+9", "–"]
