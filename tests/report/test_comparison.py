"""What an office reads after a comparison."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from ikdsim.policy.service_vehicle import ServiceVehicle
from ikdsim.report.comparison import MOST_SCENARIOS_ACROSS, comparison_text
from ikdsim.report.layout import WIDTH
from tests.experiment.factories import make_comparison


def tour(region_share):
    places = ("Desa Hurip Jaya",)
    return ServiceVehicle(
        name="tour", start=date(2024, 1, 1), vehicles=3, days_per_week=4.0, places=places, region_share=region_share
    )


def line_of(name, told):
    return next(line.split() for line in told.splitlines() if line.startswith(name))


def test_a_scenario_is_told_by_its_gain_its_range_and_its_cost():
    ends, costs = {"baseline": [100.0, 100.0], "team": [110.0, 112.0]}, {"baseline": [0.0, 0.0], "team": [3e6, 3e6]}
    told = comparison_text(make_comparison(ends, costs), "en")
    assert line_of("Scenario baseline", told)[2:] == ["900", "0.4", *["–"] * 5]
    assert line_of("Scenario team", told)[2:7] == ["999", "0.4", "+99", "+91", "–"]
    assert "Rp3 million" in told
    assert "2 of 2" in told


def test_money_that_is_no_cost_stands_beside_it():
    comparison = make_comparison({"baseline": [100.0], "car": [110.0]})
    more = np.array([[[0.0, 1e6, 5e6]], [[560e6, 3e6, 4.5e6]]])
    told = comparison_text(replace(comparison, beside_cost=more), "en").split("Beside the cost")[1]
    assert line_of("Scenario car", told)[2:] == ["+Rp560", "million", "+Rp2", "million", "-Rp500,000"]
    assert "Beside the cost" not in comparison_text(comparison, "en")


def test_a_thousand_millions_are_a_billion():
    ends, costs = {"baseline": [100.0], "team": [110.0]}, {"baseline": [0.0], "team": [2.187e9]}
    assert "Rp2.19 billion" in comparison_text(make_comparison(ends, costs), "en")
    assert "Rp2,19 miliar" in comparison_text(make_comparison(ends, costs), "id")


def test_every_place_has_its_gain():
    told = comparison_text(make_comparison({"baseline": [100.0], "team": [90.0]}), "en")
    assert line_of("Desa Teluk Mati", told)[3:] == ["100", "-10"]


def test_more_scenarios_than_fit_across_get_a_second_table_of_places():
    names = ["baseline", *(f"policy_{number}" for number in range(MOST_SCENARIOS_ACROSS + 1))]
    told = comparison_text(make_comparison({name: [100.0] for name in names}), "en")
    rows = [line.split()[3:] for line in told.splitlines() if line.startswith("Desa Teluk Mati")]
    assert [len(row) for row in rows] == [1 + MOST_SCENARIOS_ACROSS, 2]


def test_plans_of_one_title_are_told_apart_and_say_what_their_vehicles_mean():
    comparison = make_comparison({"baseline": [100.0], "some": [110.0], "whole": [120.0]})
    tours = [tour(0.0724), tour(1.0)]
    alike = [
        replace(comparison.scenarios[1 + k], title={"en": "Cars", "id": "Mobil"}, policies=(tours[k],)) for k in (0, 1)
    ]
    plan = replace(comparison.plan, scenarios=(comparison.scenarios[0], *alike))
    told = comparison_text(replace(comparison, plan=plan), "en")
    assert line_of("Cars (some)", told)[2] == "990"
    assert "  Cars (some): 3 vehicles of the regency = about 45 days a year in Babelan (share 7.24%)" in told
    assert "  Cars (whole): 3 vehicles of the regency = about 626 days a year in Babelan (share 100.00%)" in told


def test_a_target_that_is_reached_is_dated():
    told = comparison_text(make_comparison({"baseline": [100.0], "team": [8_000.0]}), "en")
    assert "  Scenario team  18 August 2024" in told.splitlines()
    assert (
        "No scenario reaches the target of 30% of the recorded, as the office counts them (58,640"
        in comparison_text(make_comparison({"baseline": [100.0]}), "en")
    )


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("others", [0, 1, MOST_SCENARIOS_ACROSS + 1])
def test_all_fits_a_page(others, lang):
    ends = {"baseline": [2_000.0, 2_010.0]} | {f"policy_{number}": [3_000.0, 2_500.0] for number in range(others)}
    assert max(map(len, comparison_text(make_comparison(ends), lang).splitlines())) <= WIDTH
