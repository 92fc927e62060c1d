"""Gains as intervals over paired runs."""

from datetime import date

import pytest

from ikdsim.plot.intervals import plot_intervals
from tests.plot.pictures import covered, cut_off, words

WHEN = date(2028, 12, 31)
GAINS = {"Tour": (200.0, 150.0, 260.0), "All": (9_000.0, 8_500.0, 9_400.0), "Posts": (-20.0, -90.0, 40.0)}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "gains", [GAINS, {"Nothing": (0.0, 0.0, 0.0)}, {"A long name of a plan " * 4: (5.0, 1.0, 9.0)}]
)
def test_everything_can_be_read(gains, lang):
    figure = plot_intervals(gains, "As today", WHEN, 9, lang)
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_the_largest_gain_comes_first():
    rows = [tick.get_text() for tick in plot_intervals(GAINS, "As today", WHEN, 9, "en").axes[0].get_yticklabels()]
    assert rows == ["All", "Tour", "Posts"]


def test_small_gains_are_drawn_once_more_from_nearby():
    everything, nearby = plot_intervals(GAINS, "As today", WHEN, 9, "en").axes
    assert everything.get_xlim()[1] > 9_400
    assert 260 < nearby.get_xlim()[1] < 400
    assert [segment.tolist() for lines in nearby.collections for segment in lines.get_segments()] == [
        [[150.0, 1.0], [260.0, 1.0]],
        [[-90.0, 2.0], [40.0, 2.0]],
    ]


def test_a_large_loss_does_not_squeeze_small_gains():
    figure = plot_intervals({"a": (-5_000.0, -5_100.0, -4_900.0), "b": (20.0, 10.0, 30.0)}, "x", WHEN, 9, "en")
    assert figure.axes[1].get_xlim()[0] > -100


def test_gains_of_one_size_need_no_second_look():
    assert len(plot_intervals({"a": (5.0, 4.0, 6.0), "b": (7.0, 6.0, 8.0)}, "x", WHEN, 9, "en").axes) == 1


@pytest.mark.parametrize(("runs", "said"), [(9, "200 (150 – 260)"), (1, "200")])
def test_numbers_stand_beside_with_a_range_of_several_runs(runs, said):
    assert said in words(plot_intervals(GAINS, "As today", WHEN, runs, "en"))
