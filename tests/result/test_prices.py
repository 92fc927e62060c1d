"""Prices in a table: which are a planner's own, and what they stand for."""

from ikdsim.result.prices import prices
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.prices import known_prices
from tests.factories import SCENARIOS
from tests.scenario.test_prices import EXAMPLE


def test_own_prices_stand_beside_those_that_they_replace():
    frame = prices(load_scenario(SCENARIOS / "baseline.toml", EXAMPLE)).set_index("number_name")
    own = frame.loc["cost.village_visit"]
    assert (own["number_value"], own["number_kind"], own["number_registered"]) == (2_400_000, "own", 3_000_000)
    assert own["number_source"].endswith("[5.1.02.04.01.0003]")
    others = frame[frame["number_kind"] != "own"]
    assert len(others) == len(known_prices()) - 2
    assert (others["number_value"] == others["number_registered"]).all()
