from dataclasses import replace

import numpy as np

from ikdsim.experiment.tables import tables
from tests.experiment.factories import WEEKS, make_comparison

COMPARISON = make_comparison({"baseline": [10.0, 20.0, 30.0], "team": [12.0, 24.0, 36.0]})


def test_every_number_has_its_names():
    found = tables(COMPARISON)
    assert {name: len(frame) for name, frame in found.items()} == {
        "comparison": 2,
        "places": 2 * 9,
        "curves": 2 * WEEKS,
        "barriers": 2 * 9 * 10,
        "taken_from_others": 2 * 4,
        "settings": 8 * 2,
    }


def test_a_place_is_told_with_its_gain():
    places = tables(COMPARISON)["places"].set_index(["scenario", "place"])
    bahagia = places.loc[("team", "Kelurahan Bahagia")]
    assert (bahagia["activated_median"], bahagia["gain_median"]) == (24, 4)
    assert bahagia["gain_low"] < bahagia["gain_median"] < bahagia["gain_high"]


def test_a_curve_ends_at_the_horizon():
    curves = tables(COMPARISON)["curves"]
    last = curves[curves["scenario"] == "team"].iloc[-1]
    assert (str(last["date"].date()), last["activated_median"]) == ("2024-12-29", 24 * 9)


def test_every_setting_has_a_row_for_each_scenario():
    expected = np.ones((2, 8, WEEKS))
    expected[1] = np.arange(2, 10)[:, None]
    settings = tables(replace(COMPARISON, expected=expected))["settings"].set_index(["setting", "scenario"])
    assert list(settings.columns) == ["activated", "gain", "factor", "numbers"]
    assert settings.loc[("few_willing", "team"), "activated"] == expected[1, 1, -1]
    assert settings.loc[("few_willing", "team"), "gain"] == 2
    assert settings.loc[("few_willing", "team"), "factor"] == 2
    assert settings.loc[("today", "baseline"), "gain"] == 0
    assert settings.loc[("no_kecamatan_desk", "team"), "numbers"] == "kecamatan_desk.exists = 0"
