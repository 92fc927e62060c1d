"""Gains stand side by side, so that nobody reads one number where several are honest."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.experiment.settings import TODAY, all_settings
from ikdsim.report.comparison import comparison_text
from ikdsim.report.layout import WIDTH
from ikdsim.report.settings import THINGS, gains_under_settings
from tests.experiment.factories import WEEKS, make_comparison


def expecting(ends):
    """A comparison in which the twin expects so many under each setting, in all weeks."""
    comparison = make_comparison({"baseline": [100.0], "team": [110.0]})
    return replace(comparison, expected=np.array(ends)[:, :, None] * np.ones(WEEKS))


GAINING = expecting([[450, 450, 900, 450, 450, 450, 225, 450], [500, 460, 1000, 500, 510, 450, 425, 440]])


def rows(name, told):
    """The lines called `name`, one of each table, in their cells."""
    lines = [line.split("  ") for line in "\n".join(told).splitlines() if line.startswith(name)]
    return [[cell.strip() for cell in line[1:] if cell] for line in lines]


def test_each_thing_that_is_not_known_has_a_table_from_less_to_more():
    told = gains_under_settings(GAINING, "en")
    assert rows("Scenario team", told) == [
        ["× 0.20", "× 1.00", "× 2.00"],
        ["× 1.00", "× 1.00", "× 1.20"],
        ["× 0.00", "× 1.00", "× 4.00", "× -0.20"],
    ]
    assert rows("baseline, 29 December 2024", told)[2] == ["450", "450", "225", "450"]


def test_scenarios_that_change_places_are_named():
    comparison = make_comparison({"baseline": [100.0], "team": [110.0], "tour": [120.0]})
    expected = np.ones((3, 8, WEEKS)) * np.array([100.0, 110.0, 120.0])[:, None, None]
    expected[1, 7] = 130.0
    told = " ".join("\n".join(gains_under_settings(replace(comparison, expected=expected), "en")).split())
    assert "Another order under “no kecamatan desk”: Scenario team > Scenario tour." in told
    assert told.count("Another order") == 1


def test_every_setting_stands_in_a_table():
    assert {name for names in THINGS.values() for name in names} == {setting.name for setting in all_settings()}
    assert all(names[1] == TODAY for names in THINGS.values())


def test_the_rule_is_told_and_no_name_of_the_register():
    told = " ".join("\n".join(gains_under_settings(GAINING, "id")).split())
    assert "menggeser satu angka 50% ke ujung rentangnya" in told
    assert "ulangan pertama (0)" in told
    assert "desk_share" not in told


def test_runs_that_end_before_the_published_table_are_not_held_against_it():
    assert "published table:" not in "\n".join(gains_under_settings(GAINING, "en"))


def test_a_dash_is_explained_where_there_is_one():
    unknown = expecting([[1.0] * 8, [np.nan] * 8])
    told = gains_under_settings(unknown, "en")
    assert rows("Scenario team", told)[0] == ["–", "–", "–"]
    assert "A dash" in told[-1]
    assert "A dash" not in "\n".join(gains_under_settings(GAINING, "en"))
    assert unknown.document()["settings"][1]["gains"] == {"baseline": 0.0, "team": None}


def test_a_baseline_alone_gains_nothing():
    assert gains_under_settings(make_comparison({"baseline": [100.0]}), "en") == []


def test_a_plan_without_settings_has_one_gain():
    single = replace(GAINING, plan=replace(GAINING.plan, settings=()))
    assert gains_under_settings(single, "en") == []
    assert single.document()["settings"] == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_stands_below_the_gains_within_the_width(lang):
    told = comparison_text(GAINING, lang)
    assert "\n\n".join(gains_under_settings(GAINING, lang)) in told
    assert max(map(len, told.splitlines())) <= WIDTH
