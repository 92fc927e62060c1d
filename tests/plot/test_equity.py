"""Gaps between two groups, scenario by scenario."""

from datetime import date
from math import nan

import pytest

from ikdsim.plot.data import Pair
from ikdsim.plot.equity import plot_equity
from tests.plot.pictures import covered, cut_off, words

WHEN = date(2028, 12, 31)
TITLES = ["As today", "Dedicated IKD team"]
PAIRS = [
    Pair(
        title="kind of place", ahead="urban", behind="rural", shares=[(0.228, 0.167), (0.248, 0.197)], gaps=[0.06, 0.05]
    ),
    Pair(title="sex", ahead="men", behind="women", shares=[(0.2, 0.2), (0.2, 0.2)], gaps=[0.0, 0.0]),
    Pair(
        title="occupation", ahead="civil servants", behind="fishers", shares=[(0.3, nan), (0.4, 0.1)], gaps=[nan, 0.3]
    ),
]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_everything_can_be_read(lang):
    figure = plot_equity(PAIRS, TITLES, WHEN, lang)
    assert covered(figure) == []
    assert cut_off(figure) == []


@pytest.mark.parametrize(("scenarios", "named"), [(8, 2), (38, 1)])
def test_many_scenarios_are_named_once(scenarios, named):
    pairs = [Pair(title=str(by), ahead="a", behind="b", shares=[(0.2, 0.1)] * scenarios, gaps=[0.1] * scenarios)
             for by in range(6)]  # fmt: skip
    figure = plot_equity(pairs, [f"Plan {number}" for number in range(scenarios)], WHEN, "en")
    assert words(figure).count("Plan 0") == named
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_a_line_joins_the_two_groups():
    places = plot_equity(PAIRS, TITLES, WHEN, "en").axes[0]
    ends = [segment[:, 0].tolist() for segment in places.collections[0].get_segments()]
    assert ends == [pytest.approx([16.7, 22.8]), pytest.approx([19.7, 24.8])]


def test_the_gap_is_written_beside_it():
    said = words(plot_equity(PAIRS, TITLES, WHEN, "id"))
    assert {"6,0", "5,0", "30,0"} <= set(said)
    assert "nan" not in " ".join(said)


def test_groups_of_nobody_leave_their_panel_empty():
    nobody = Pair(title="literacy", ahead="highest", behind="lowest", shares=[(nan, nan)] * 2, gaps=[nan] * 2)
    figure = plot_equity([PAIRS[0], nobody], TITLES, WHEN, "en")
    assert "6.0" in words(figure)
    assert covered(figure) == []
