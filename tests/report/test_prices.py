"""Own prices in words."""

import pytest

from ikdsim.report.prices import own_prices
from ikdsim.scenario.load import load_scenario
from tests.factories import SCENARIOS, make_scenario
from tests.scenario.test_prices import EXAMPLE


@pytest.mark.parametrize(
    ("lang", "amounts"), [("id", ("Rp2.400.000", "Rp3.000.000")), ("en", ("Rp2,400,000", "3,000"))]
)
def test_an_own_price_is_told_with_its_source_and_what_it_stands_for(lang, amounts):
    told = "\n".join(own_prices(load_scenario(SCENARIOS / "baseline.toml", EXAMPLE), lang))
    assert all(amount in told for amount in amounts)
    assert "5.1.02.04.01.0003" in told


def test_without_own_prices_nothing_is_said():
    assert own_prices(make_scenario(), "en") == []
