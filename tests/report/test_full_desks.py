"""Which desks are full, in words."""

from dataclasses import replace

import numpy as np

from ikdsim.report.full_desks import full_desks, full_desks_of
from ikdsim.service.kinds import KECAMATAN_DESK, KINDS
from tests.experiment.factories import make_comparison


def full_in(*years):
    return np.array(
        [[kind == KECAMATAN_DESK and year in years for year in range(2023, 2029)] for kind in range(len(KINDS))]
    )


def test_years_one_after_the_other_are_a_span():
    assert full_desks(full_in(2023, 2025, 2026, 2027), 2023, "en") == "kecamatan desk (2023, 2025–2027)"
    assert full_desks(full_in(), 2023, "id") == "tidak di mana pun"


def test_every_scenario_has_a_line_of_what_is_full_in_most_runs():
    comparison = make_comparison({"baseline": [1.0, 1.0, 1.0], "team": [2.0, 2.0, 2.0]})
    full = comparison.full.copy()
    full[0, :2, KECAMATAN_DESK, 1] = full[1, :1, KECAMATAN_DESK, 1] = True
    told = full_desks_of(replace(comparison, full=full), "en")
    assert "Scenario baseline: kecamatan desk (2024)" in told
    assert "Scenario team: nowhere" in told
