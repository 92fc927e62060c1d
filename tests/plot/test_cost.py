"""Gain against cost."""

import warnings
from datetime import date

import pytest
from matplotlib.text import Text

from ikdsim.language import text
from ikdsim.plot.cost import plot_cost, rupiah_short
from ikdsim.plot.data import Price
from tests.plot.pictures import covered, cut_off, words

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
    assert {"Team", "Tour", "Posts"} <= {said.get_text() for said in axes.texts}
    assert not {"Luck", "Free"} & {said.get_text() for said in axes.texts}


def thirty_plans():
    """Three at every price, so near to one another that names have no room."""
    return [
        Price(
            title=f"A plan with a long name, the {number}th",
            cost=2e7 * 1.5 ** (number // 3),
            gain=(200.0 + 40 * number, 30.0 + number, 900.0 + 90 * number),
        )
        for number in range(30, 0, -1)
    ]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_many_plans_have_numbers_and_a_list(lang):
    figure = plot_cost(thirty_plans(), [], WHEN, lang)
    [listed] = [said.splitlines() for said in words(figure) if said.startswith(text("plot.numbered", lang))]
    assert listed[1].startswith("1. A plan with a long name, the ") and listed[1].endswith(("1th", "2th"))
    assert listed[30].endswith("the 30th")
    assert {str(number) for number in range(1, 31)} <= set(words(figure))
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_numbers_and_words_of_prices_cover_no_point():
    prices = [*thirty_plans(), Price(title="All together", cost=3.3e9, gain=(7_500.0, 4_000.0, 14_000.0))]
    figure = plot_cost(prices, [], WHEN, "id")
    figure.draw_without_rendering()
    axes = figure.axes[0]
    points = axes.transData.transform([(price.cost, price.gain[0]) for price in prices])
    boxes = [Text.get_window_extent(said) for said in axes.texts]
    assert not [box for box in boxes if any(box.contains(x, y) for x, y in points)]


def test_few_plans_bear_their_names():
    assert not any(said.startswith(text("plot.numbered", "en")) for said in words(plot_cost(PRICES, EDGE, WHEN, "en")))


def test_all_who_are_not_drawn_are_named():
    lost = [Price(title=f"A plan that gains nothing, {n}", cost=1e8, gain=(0.0, -9.0, 9.0)) for n in range(30)]
    figure = plot_cost([*PRICES, *lost], EDGE, WHEN, "id")
    said = " ".join(figure.axes[0].get_xlabel().split())
    assert all(price.title in said for price in lost)
    assert cut_off(figure) == []


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
