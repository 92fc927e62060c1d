from dataclasses import replace

import numpy as np
import pytest

from ikdsim.experiment.tables import tables
from ikdsim.observe.groups import GROUP_NAMES
from ikdsim.result.taken import TAKEN
from ikdsim.scenario.prices import known_prices
from ikdsim.service.kinds import KINDS
from tests.experiment.factories import WEEKS, make_comparison

COMPARISON = make_comparison({"baseline": [10.0, 20.0, 30.0], "team": [12.0, 24.0, 36.0]})


def test_every_number_has_its_names():
    found = tables(COMPARISON)
    assert {name: len(frame) for name, frame in found.items()} == {
        "comparison": 2,
        "certainty": 2,
        "ranks": 2 * 2,
        "runs": 2 * 3,
        "places": 2 * 9,
        "curves": 2 * WEEKS,
        "targets": 2 * 2,
        "barriers": 2 * 9 * 10,
        "groups": 2 * 9 * 20,
        "equity": 2 * 3 * 22,
        "gaps": 2 * 3 * 6,
        "costs": 2 * 1 * 2,
        "prices": len(known_prices()),
        "capacity": 2 * len(KINDS) * 2,
        "taken_from_others": 2 * len(TAKEN),
        "settings": 8 * 2,
    }


def test_a_place_is_told_with_its_gain():
    places = tables(COMPARISON)["places"].set_index(["scenario", "place"])
    bahagia = places.loc[("team", "Kelurahan Bahagia")]
    assert (bahagia["activated_median"], bahagia["gain_median"]) == (24, 4)
    assert bahagia["gain_low"] < bahagia["gain_median"] < bahagia["gain_high"]


def test_every_run_has_its_row():
    runs = tables(COMPARISON)["runs"].set_index(["scenario", "seed"])
    assert runs.loc[("team", 2), ["activated", "gain"]].tolist() == [36 * 9, 6 * 9]


def test_a_target_that_is_not_reached_has_no_date():
    enough = 58_640 / 9
    targets = tables(make_comparison({"baseline": [0.0], "team": [2 * enough]}))["targets"]
    dates = targets.set_index(["scenario", "target_share"])["date"]
    assert dates["baseline"].isna().all()
    assert str(dates["team", 0.3].date()) == "2024-01-07"
    assert dates["team", 0.25] < dates["team", 0.3]


def test_barriers_are_told_with_their_change():
    counts = COMPARISON.barriers.copy()
    counts[1, :, 0, 0] = 5
    barriers = tables(replace(COMPARISON, barriers=counts))["barriers"].set_index(["scenario", "place", "barrier"])
    assert barriers.loc[("team", "Kelurahan Bahagia", "under_17")].tolist() == [5.0, 4.0]
    assert barriers.loc["baseline"]["change"].tolist() == [0.0] * 90


def test_how_sure_a_gain_is_stands_in_a_row_of_its_own():
    certainty = tables(COMPARISON)["certainty"].set_index("scenario")
    assert certainty.loc["team", "mean_gain_median"] == pytest.approx(36.0, abs=6.0)
    ends = COMPARISON.at_horizon.sum(axis=2)
    unpaired = np.var(ends[0]) + np.var(ends[1])
    assert certainty.loc["team", "pairing"] == pytest.approx(unpaired / np.var(ends[1] - ends[0]))
    assert certainty.loc["baseline"].isna().tolist() == [False, False, False, True, True, True]


def test_ranks_are_told_as_shares_of_the_runs():
    ranks = tables(COMPARISON)["ranks"].set_index(["scenario", "rank"])["rank_share"]
    assert ranks.tolist() == [0.0, 1.0, 1.0, 0.0]


def test_a_group_is_told_by_place_with_its_bases():
    groups = tables(COMPARISON)["groups"]
    assert list(groups.columns) == ["scenario", "place", "by", "group", "users", "residents", "recorded", "adults"]
    assert groups.iloc[5].tolist() == ["baseline", "Kelurahan Bahagia", "sex", "women", 1.0, 1.0, 1.0, 1.0]


def test_a_gap_is_told_with_its_change_from_the_baseline():
    counts = COMPARISON.groups.copy()
    counts[1, :, :, GROUP_NAMES.index(("sex", "men")), 0] = 0.5
    gaps = tables(replace(COMPARISON, groups=counts))["gaps"].set_index(["scenario", "by", "base"])
    team = gaps.loc[("team", "sex", "adults")]
    assert (team["ratio_median"], team["difference_median"], team["difference_change_median"]) == (0.5, -0.5, -0.5)


def test_money_stands_under_its_item_and_year():
    costs = {"baseline": [3.0, 3.0], "team": [9.0, 9.0]}
    told = tables(make_comparison({"baseline": [1.0, 1.0], "team": [1.0, 1.0]}, costs))["costs"]
    told = told.set_index(["scenario", "item", "year"])
    assert told.loc[("team", "campaign", 2023), ["rupiah_median", "extra_median"]].tolist() == [9.0, 6.0]
    assert told.loc[("team", "campaign", 2024), "rupiah_median"] == 0.0


def test_tables_are_read_by_duckdb_without_more_ado(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    tables(COMPARISON)["runs"].to_parquet(tmp_path / "runs.parquet")
    found = duckdb.sql(f"SELECT scenario, avg(gain) FROM '{tmp_path}/runs.parquet' GROUP BY ALL ORDER BY 1").fetchall()
    assert found == [("baseline", 0.0), ("team", 4.0 * 9)]


def test_a_curve_ends_at_the_horizon():
    curves = tables(COMPARISON)["curves"]
    last = curves[curves["scenario"] == "team"].iloc[-1]
    assert (str(last["date"].date()), last["activated_median"]) == ("2024-12-29", 24 * 9)


def test_every_setting_has_a_row_for_each_scenario():
    expected = np.ones((2, 8, WEEKS))
    expected[1] = 100 * np.arange(2, 10)[:, None]
    settings = tables(replace(COMPARISON, expected=expected))["settings"].set_index(["setting", "scenario"])
    assert list(settings.columns) == ["activated", "gain", "factor", "numbers"]
    assert settings.loc[("few_willing", "team"), "activated"] == expected[1, 1, -1]
    assert settings.loc[("few_willing", "team"), "gain"] == 299
    assert settings.loc[("few_willing", "team"), "factor"] == 299 / 199
    assert settings.loc[("today", "baseline"), "gain"] == 0
    assert settings.loc[("no_kecamatan_desk", "team"), "numbers"] == "kecamatan_desk.exists = 0"
