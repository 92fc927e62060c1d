"""Where the model is far from the published table, nobody is to decide by place."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from ikdsim.report.beside_table import places_beside_table
from ikdsim.report.comparison import comparison_text
from tests.experiment.factories import make_comparison


def reaching_the_table(**users):
    """A comparison over the day of the table, on which each place has as many users as the table counts, or others."""
    comparison = make_comparison({"baseline": [100.0]})
    counted = [users.get(place.name, place.activated) for place in comparison.region.places]
    scenario = replace(comparison.scenarios[0], start=date(2024, 1, 1), end=date(2025, 12, 28))
    activated = np.ones_like(comparison.activated) * counted
    return replace(comparison, plan=replace(comparison.plan, scenarios=(scenario,)), activated=activated)


@pytest.mark.parametrize(("lang", "warning"), [("en", "Far from"), ("id", "Jauh dari")])
def test_a_place_that_is_far_away_is_named(lang, warning):
    told = places_beside_table(reaching_the_table(**{"Desa Teluk Mati": 245.0}), lang)
    assert told[-1].startswith(warning)
    assert "Teluk Mati" in told[-1]
    assert "Bahagia" not in told[-1]
    row = next(line.split() for line in told[1].splitlines() if line.startswith("Desa Teluk Mati"))
    assert row[3:] == ["42", "245", "5.8" if lang == "en" else "5,8"]


def test_it_stands_before_the_gains_by_place():
    comparison = reaching_the_table()
    told = comparison_text(comparison, "en")
    assert told.index(places_beside_table(comparison, "en")[1]) < told.index("Where? Residents")
    assert "Far from" not in told


def test_runs_that_end_before_are_not_held_against_it():
    assert places_beside_table(make_comparison({"baseline": [100.0]}), "en") == []
