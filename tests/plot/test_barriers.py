from datetime import date

import pytest

from ikdsim.observe.barriers import BARRIERS
from ikdsim.plot.barriers import plot_barriers
from tests.plot.pictures import covered, cut_off, words

WHEN = date(2028, 12, 31)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_everything_can_be_read(lang):
    figure = plot_barriers({name: 1000.0 * number for number, name in enumerate(BARRIERS)}, WHEN, "Tim", lang)
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_bars_are_shares_of_those_without_ikd():
    figure = plot_barriers({"under_17": 3000.0, "not_heard": 1000.0}, WHEN, "As today", "en")
    assert [bar.get_width() for bar in figure.axes[0].patches] == [75, 25]
    assert "of 100 residents who do not use IKD (4,000 in all)" in words(figure)
    assert "As today: what stands in the way on 31 December 2028?" in words(figure)


def test_where_everybody_uses_ikd_nothing_stands_in_the_way():
    figure = plot_barriers(dict.fromkeys(BARRIERS, 0.0), WHEN, "As today", "en")
    assert {bar.get_width() for bar in figure.axes[0].patches} == {0}
