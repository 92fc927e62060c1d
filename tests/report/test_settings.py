"""Gains stand side by side, so that nobody reads one number where several are honest."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.experiment import plan
from ikdsim.report.comparison import comparison_text
from ikdsim.report.layout import WIDTH
from ikdsim.report.settings import gains_under_settings
from tests.experiment.factories import WEEKS, make_comparison


def expecting(ends):
    """A comparison in which the twin expects so many under each setting, in all weeks."""
    comparison = make_comparison({"baseline": [100.0], "team": [110.0]})
    return replace(comparison, expected=np.array(ends)[:, :, None] * np.ones(WEEKS))


GAINING = expecting([[1e4, 1e4, 2e4, 3e4, 3e4], [1.1e4, 1.5e4, 2.2e4, 3e4, 2.9e4]])


def row(name, told):
    return next(line.split("  ") for line in told.splitlines() if line.startswith(name))


def cells(name, told):
    return [cell.strip() for cell in row(name, told)[1:] if cell]


def test_every_setting_is_a_column():
    told = "\n".join(gains_under_settings(GAINING, "en"))
    assert cells("Scenario team", told) == ["+1,000", "+5,000", "+2,000", "0", "-1,000"]
    assert cells("baseline, 29 December 2024", told) == ["10,000", "10,000", "20,000", "30,000", "30,000"]


def test_the_numbers_behind_and_the_rule_are_told():
    heading, table, method = gains_under_settings(GAINING, "id")
    assert "bergeser 50% dari angka sekarang" in " ".join(heading.split())
    assert cells("bagian waktu loket untuk IKD (structure.desk_share)", table) == [
        "0,18",
        "0,1",
        "0,18",
        "0,29",
        "0,18",
    ]
    assert "ulangan pertama (0)" in method


def test_runs_that_end_before_the_published_table_are_not_held_against_it():
    assert "published table:" not in "\n".join(gains_under_settings(GAINING, "en"))


def test_a_dash_is_explained_where_there_is_one():
    unknown = expecting([[1.0] * 5, [np.nan] * 5])
    told = "\n".join(gains_under_settings(unknown, "en"))
    assert cells("Scenario team", told) == ["–"] * 5
    assert "A dash" in told
    assert "A dash" not in "\n".join(gains_under_settings(GAINING, "en"))
    assert unknown.document()["settings"][0]["gains"] == {"baseline": 0.0, "team": None}


def test_a_baseline_alone_gains_nothing():
    assert gains_under_settings(make_comparison({"baseline": [100.0]}), "en") == []


def test_a_calibrated_model_has_one_gain(monkeypatch):
    monkeypatch.setattr(plan, "settings_for", lambda register: ())
    assert gains_under_settings(GAINING, "en") == []
    assert GAINING.document()["settings"] == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_stands_below_the_gains_within_the_width(lang):
    told = comparison_text(GAINING, lang)
    assert "\n\n".join(gains_under_settings(GAINING, lang)) in told
    assert max(map(len, told.splitlines())) <= WIDTH
