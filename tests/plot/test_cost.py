"""Gain against cost."""

import warnings
from datetime import date

import pytest

from ikdsim.plot.cost import plot_cost, rupiah_short
from ikdsim.plot.data import Price
from tests.plot.pictures import cut_off, words

WHEN = date(2028, 12, 31)
PRICES = [
    Price(title="Team", cost=7e8, gain=(4_800.0, 4_400.0, 5_000.0)),
    Price(title="Tour", cost=6e8, gain=(1_000.0, 900.0, 1_100.0)),
    Price(title="Posts", cost=2e8, gain=(400.0, 300.0, 600.0)),
    Price(title="Luck", cost=2e8, gain=(40.0, -30.0, 60.0)),
    Price(title="Free", cost=0.0, gain=(40.0, 30.0, 60.0)),
]
EDGE = ["Posts", "Team"]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("prices", [PRICES, PRICES[:1], PRICES[3:], []], ids=["many", "one", "none shown", "none"])
def test_everything_can_be_read(prices, lang):
    assert cut_off(plot_cost(prices, EDGE, WHEN, lang)) == []


def test_the_edge_joins_its_plans():
    lines = plot_cost(PRICES, EDGE, WHEN, "en").axes[0].lines
    assert [[2e8, 400.0], [7e8, 4_800.0]] in [line.get_xydata().tolist() for line in lines]


def test_who_does_not_surely_gain_or_costs_nothing_is_named_only():
    axes = plot_cost(PRICES, EDGE, WHEN, "en").axes[0]
    assert axes.get_xlabel().endswith("costs nothing: Luck, Free")
    assert {"Team", "Tour", "Posts"} <= {text.get_text() for text in axes.texts}
    assert not {"Luck", "Free"} & {text.get_text() for text in axes.texts}


def test_lines_of_one_price_are_named():
    assert "Rp100,000 each" in words(plot_cost(PRICES, EDGE, WHEN, "en"))


def test_letters_that_the_font_does_not_have_are_no_warning():
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        plot_cost([Price(title="\u5370\u5c3c", cost=7e8, gain=(9.0, 8.0, 10.0))], [], WHEN, "en")
    assert not heard


@pytest.mark.parametrize(("amount", "said"), [(5e5, "Rp500.000"), (2e8, "Rp200 juta"), (5e9, "Rp5 miliar")])
def test_large_amounts_are_written_in_millions_and_billions(amount, said):
    assert rupiah_short(amount, "id") == said
