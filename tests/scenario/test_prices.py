"""A planner's own prices: read strictly, put in the places of those of the register, known without a range."""

from datetime import date
from pathlib import Path

import pytest

from ikdsim.errors import BadInput
from ikdsim.experiment.draws import drawn
from ikdsim.provenance import load_parameters
from ikdsim.result.simulate import run
from ikdsim.scenario.load import load_scenario, load_scenarios
from ikdsim.scenario.prices import known_prices, load_prices, with_prices
from tests.factories import COARSE, SCENARIOS, make_scenario

EXAMPLE = Path(__file__).parents[2] / "experiments" / "prices" / "example.toml"
POST = '[post]\nvalue = 400_000\nunit = "Rp/post"\nsource = "SHS 2026"\nbudget_code = "5.1.02"\n'


@pytest.fixture(autouse=True)
def kinds():
    """The policies that are shipped."""


@pytest.fixture(autouse=True)
def register():
    """The register that is shipped."""


@pytest.fixture
def prices(tmp_path):
    """Write a price file."""

    def written(words):
        path = tmp_path / "prices.toml"
        path.write_text(words)
        return path

    return written


def refusal(path):
    with pytest.raises(BadInput) as refused:
        load_prices(path)
    return [(fault.code, fault.facts["key"], fault.facts["line"]) for fault in refused.value.faults]


def test_the_example_can_be_read():
    assert [price.name for price in load_prices(EXAMPLE)] == ["cost.village_visit", "cost.officer_week"]


def test_every_price_of_the_register_can_be_given_and_what_is_no_price_cannot():
    others = {name for name in load_parameters() if name.startswith("cost.")} - {f"cost.{n}" for n in known_prices()}
    assert others == {"cost.vehicle_life", "cost.tower_upkeep"}


def test_a_price_carries_its_source_and_its_budget_code(prices):
    [post] = load_prices(prices(POST))
    assert (post.value, post.low, post.high, post.kind, post.source) == (4e5, 4e5, 4e5, "own", "SHS 2026 [5.1.02]")


def test_all_mistakes_are_told_at_once(prices):
    path = prices(
        'title = "x"\n[pots]\nvalue = 1\nunit = "Rp/post"\nsource = "s"\n'
        '[post]\nvalue = -1\nunit = "Rp/day"\nsource = "s"\n'
        '[village_visit]\nvalue = "3"\nunit = "Rp/visit"\ncode = 1\n'
    )
    assert refusal(path) == [
        ("unknown_price", "", 1),
        ("unknown_price", "", 2),
        ("other_unit", "unit", 8),
        ("out_of_range", "value", 7),
        ("unknown_key", "code", 13),
        ("not_a_number", "value", 11),
        ("missing_key", "source", 10),
    ]


def test_a_price_that_is_no_table_is_told(prices):
    assert refusal(prices("post = 400_000")) == [("not_a_table", "post", 1)]


def test_mistakes_of_the_prices_and_of_the_scenarios_are_told_together(prices, tmp_path):
    with pytest.raises(BadInput) as refused:
        load_scenarios([tmp_path / "nowhere.toml"], prices("[pots]\nvalue = 1\n"))
    assert {fault.code for fault in refused.value.faults} >= {"unknown_price", "missing_file"}


def test_a_price_that_the_scenario_sets_itself_is_told(prices, tmp_path):
    baseline = SCENARIOS / "baseline.toml"
    (tmp_path / "cheap.toml").write_text(f'extends = "{baseline}"\n[parameters]\n"cost.post" = 100_000\n')
    with pytest.raises(BadInput) as refused:
        load_scenarios([baseline, tmp_path / "cheap.toml"], prices(POST))
    assert [(fault.code, Path(fault.facts["file"]).name) for fault in refused.value.faults] == [
        ("price_set_twice", "cheap.toml")
    ]


def test_costs_are_at_own_prices_even_beyond_the_range_and_nothing_else_changes(prices):
    path = prices(POST.replace("400_000", "9_000_000"))
    until = {"until": date(2027, 3, 28), "scale": COARSE}
    usual = run(load_scenario(SCENARIOS / "campaign.toml"), **until)
    own = run(load_scenario(SCENARIOS / "campaign.toml", path), **until)
    posts = usual.costs["campaign"].sum() - own.costs["campaign"].sum()
    assert posts < -8_000_000
    assert (usual.activated == own.activated).all()
    assert own.costs.keys() == usual.costs.keys()
    assert all((own.costs[item] == usual.costs[item]).all() for item in usual.costs if item != "campaign")


def test_a_known_price_is_not_drawn(prices):
    [own] = with_prices([make_scenario()], load_prices(prices(POST)))
    points = [drawn(own, draw) for draw in range(4)]
    assert {point.parameters["cost.post"] for point in points} == {400_000}
    assert len({point.parameters["cost.village_visit"] for point in points}) == 4
    others = [drawn(make_scenario(), draw).parameters for draw in range(4)]
    assert [point.parameters for point in points] == [other | {"cost.post": 400_000} for other in others]
