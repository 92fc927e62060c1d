import json
from dataclasses import replace

import numpy as np
import pytest

from tests.experiment.factories import make_comparison

PLACES = 9


def test_a_gain_is_taken_from_the_run_of_the_same_seed():
    luck = {"baseline": [100.0, 500.0, 900.0], "team": [110.0, 510.0, 910.0]}
    comparison = make_comparison(luck)
    assert comparison.gain(1) == (10 * PLACES, 10 * PLACES, 10 * PLACES)
    assert comparison.probability_of_gain(1) == 1


def test_a_scenario_that_helps_in_one_run_of_four_says_so():
    comparison = make_comparison({"baseline": [5.0, 5.0, 5.0, 5.0], "team": [4.0, 5.0, 5.0, 7.0]})
    assert comparison.probability_of_gain(1) == 0.25


def test_the_baseline_gains_nothing_over_itself():
    comparison = make_comparison({"baseline": [5.0, 6.0], "team": [6.0, 8.0]})
    assert comparison.gain(0).is_nothing


@pytest.mark.parametrize(
    ("activated", "cost", "each"),
    [(20.0, 900.0, 10.0), (20.0, 0.0, None), (10.0, 900.0, None), (5.0, 900.0, None)],
)
def test_rupiah_per_extra_activation_needs_more_cost_and_more_activations(activated, cost, each):
    costs = {"baseline": [50.0, 50.0], "team": [50.0 + cost, 50.0 + cost]}
    comparison = make_comparison({"baseline": [10.0, 10.0], "team": [activated, activated]}, costs)
    assert comparison.rupiah_per_extra_activation(1) == (each and (each, each, each))


def test_rupiah_per_extra_activation_are_taken_run_by_run():
    costs = {"baseline": [0.0, 0.0], "team": [900.0, 900.0]}
    each = make_comparison({"baseline": [10.0, 90.0], "team": [20.0, 110.0]}, costs).rupiah_per_extra_activation(1)
    assert 5.0 < each.low < each.median < each.high < 10.0


def test_a_run_without_a_gain_does_not_make_them_endless():
    luck = {"baseline": [10.0] * 40, "team": [10.0, *[20.0] * 39]}
    each = make_comparison(luck, {"baseline": [0.0] * 40, "team": [900.0] * 40}).rupiah_per_extra_activation(1)
    assert each == (10.0, 10.0, 10.0)


def test_the_gap_is_the_urban_share_less_the_rural_one():
    comparison = make_comparison({"baseline": [1000.0]})
    urban, rural = 88_583 + 45_672, 245_330 - 88_583 - 45_672
    assert comparison.gap_urban_rural(0) == pytest.approx(2000 / urban - 7000 / rural)


def test_the_target_is_reached_by_the_median_run():
    enough = 58_640 / PLACES
    comparison = make_comparison({"baseline": [0.0, 0.0, enough], "team": [0.0, 2 * enough, 2 * enough]})
    assert comparison.target_date(0) is None
    assert comparison.target_date(1) == comparison.dates[52]
    assert comparison.target_date(1, 58_640 / 2) < comparison.dates[52]
    assert comparison.target_date(1, 3 * 58_640) is None


def test_the_document_has_the_promised_keys():
    comparison = make_comparison({"baseline": [10.0, 10.0], "team": [12.0, 16.0]})
    document = json.loads(json.dumps(comparison.document(), allow_nan=False))
    assert list(document) == ["baseline", "runs", "seed", "horizon", "scenarios", "uncertainty", "settings"]
    assert document["uncertainty"] == "runs"
    team = document["scenarios"][1]
    assert list(team) == [
        "name",
        "activated",
        "gain",
        "cost_rupiah",
        "beside_cost_rupiah",
        "rupiah_per_extra_activation",
        "gap_urban_rural",
        "target_date",
        "taken_from_others",
        "places",
    ]
    assert list(team["gain"]) == ["median", "low", "high", "probability_positive"]
    assert team["places"][0] == {"name": "Kelurahan Bahagia", "activated": 14.0, "gain": 4.0}


def test_a_frame_has_a_row_for_each_scenario():
    frame = make_comparison({"baseline": [10.0, 10.0], "team": [12.0, 12.0]}).to_frame()
    assert list(frame["name"]) == ["baseline", "team"]
    assert np.allclose(frame["gain_median"], [0, 2 * PLACES])


def test_it_draws_the_baseline_first_with_the_band_of_its_runs():
    comparison = make_comparison({"team": [10.0, 20.0], "baseline": [5.0, 6.0], "visits": [7.0, 8.0]})
    axes = comparison.plot("en").axes[0]
    assert [line.get_ydata()[-1] for line in axes.lines[2:9:3]] == [5.5 * PLACES, 15.0 * PLACES, 7.5 * PLACES]
    assert len(axes.collections) == 3


def test_curves_of_gains_are_paired_and_end_at_the_horizon():
    comparison = make_comparison({"baseline": [5.0, 60.0], "team": [10.0, 65.0]})
    curve = comparison.gain_curve(1, "en")
    assert curve.values[-1] == curve.band[0][-1] == 5 * PLACES
    assert len(curve.values) == len(comparison.dates_of_policies)


def test_one_run_has_a_curve_without_a_band():
    assert make_comparison({"baseline": [5.0], "team": [6.0]}).gain_curve(1, "en").band is None


def test_python_shows_a_comparison_in_a_few_lines():
    shown = repr(make_comparison({"baseline": [1_000.0, 1_002.0], "team": [1_100.0, 1_100.0]}))
    assert shown == (
        "<Comparison of 2 scenarios in babelan, seeds 0 to 1, 104 weeks to 2024-12-29: "
        "residents activated at the end (median) baseline 9,009, team 9,900>"
    )


def test_a_comparison_of_many_scenarios_is_cut_short():
    shown = repr(make_comparison({f"scenario_{number}": [1.0] for number in range(200)}))
    assert "scenario_3 9" in shown
    assert shown.endswith(" ...>")
    assert len(shown) < 500


def test_what_is_taken_from_others_is_counted_against_the_baseline_of_the_same_run():
    taken = {"baseline": [[0.0, 100.0], [0.0, 300.0]], "tour": [[5.0, 160.0], [5.0, 360.0]]}
    comparison = make_comparison({"baseline": [5.0, 5.0], "tour": [6.0, 6.0]}, taken=taken)
    told = comparison.document()["scenarios"][1]["taken_from_others"]
    assert told["visits_from_elsewhere"] == {"median": 5.0, "low": 5.0, "high": 5.0}
    assert told["regency_desk_minutes"] == {"median": 60.0, "low": 60.0, "high": 60.0}


def test_every_setting_tells_its_numbers_and_gains():
    comparison = make_comparison({"baseline": [5.0], "team": [6.0]})
    expected = np.full((2, 8, 104), 100.0)
    expected[1] = 210.0
    expected[1, 6] = 430.0
    told = {setting["name"]: setting for setting in replace(comparison, expected=expected).document()["settings"]}
    assert next(iter(told)) == "today"
    assert set(told["much_desk_time"]["numbers"]) == {"structure.desk_share"}
    assert told["much_desk_time"]["activated"] == {"baseline": 100.0, "team": 430.0}
    assert told["much_desk_time"]["gains"] == {"baseline": 0.0, "team": 330.0}
    assert told["much_desk_time"]["factors"] == {"baseline": None, "team": 3.0}


def test_it_answers_what_money_buys_and_whom_it_leaves_behind():
    costs = {"baseline": [0.0, 0.0], "team": [500.0, 500.0]}
    comparison = make_comparison({"baseline": [5.0, 6.0], "team": [9.0, 9.0]}, costs)
    assert (comparison.best_within(499.0), comparison.best_within(500.0)) == (None, 1)
    assert comparison.gaps(1, "adults")["sex"].ratio.tolist() == [1.0, 1.0]
