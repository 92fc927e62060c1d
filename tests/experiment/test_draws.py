"""Points of the ranges of all numbers."""

from ikdsim.experiment.draws import drawn
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.setup import Setup
from tests.experiment.factories import make_scenario

BASELINE = make_scenario("baseline")


def test_a_draw_moves_all_numbers_but_levers_within_their_ranges():
    scenario = drawn(BASELINE, 7)
    register, region = load_parameters(), load_region("babelan")
    assert set(scenario.parameters) == set(register) - set(register.levers)
    assert {f"babelan.{key}" for key in scenario.region_numbers} == set(region.numbers)
    assert Setup(scenario, 7, 100.0).region.numbers != region.numbers


def test_what_a_scenario_sets_itself_stays_as_it_says():
    scenario = drawn(make_scenario("team", parameters={"decision.weekly": 0.011}), 3)
    assert scenario.parameters["decision.weekly"] == 0.011


def test_a_draw_has_the_same_numbers_in_every_scenario():
    campaign = make_scenario("campaign", posts=20)
    assert drawn(campaign, 5).parameters == drawn(BASELINE, 5).parameters


def test_few_draws_fill_every_range_evenly():
    at = [drawn(BASELINE, draw).parameters["decision.weekly"] for draw in range(8)]
    number = load_parameters()["decision.weekly"]
    parts = sorted((value - number.low) / (number.high - number.low) for value in at)
    assert [int(8 * part) for part in parts] == list(range(8))


def test_half_of_the_intensities_lie_below_one():
    draws = [drawn(BASELINE, draw).region_numbers for draw in range(32)]
    found = [value for one in draws for key, value in one.items() if key.startswith("intensity.")]
    assert 0.45 < sum(value < 1.0 for value in found) / len(found) < 0.55
