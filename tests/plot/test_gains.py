from datetime import date

import numpy as np
import pytest

from ikdsim.plot.data import Gains
from ikdsim.plot.gains import plot_gains
from ikdsim.region.load import load_region
from tests.plot.pictures import covered, cut_off, words

PLACES = load_region("babelan").place_names
WHEN = date(2028, 12, 31)
BAND = {"median": 1.0, "low": 0.5, "high": 2.0}


def make_gains(title, gain):
    """The same gain in every place, and a band around it."""
    return Gains(title=title, **{name: np.full(len(PLACES), gain * part) for name, part in BAND.items()})


@pytest.mark.parametrize("others", [1, 3, 7])
def test_everything_can_be_read(others):
    figure = plot_gains([make_gains(f"Skenario {n}", 9.0 * n) for n in range(others)], PLACES, WHEN, 9, "id")
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_a_panel_shows_every_place_with_its_gain():
    figure = plot_gains([make_gains("Team", 20.0)], PLACES, WHEN, 9, "en")
    dots, ranges = figure.axes[0].lines[-1], figure.axes[0].collections[0].get_segments()
    assert list(dots.get_xdata()) == [20.0] * len(PLACES)
    assert {(start[0], end[0]) for start, end in ranges} == {(10.0, 40.0)}
    assert "Desa Teluk Mati" in words(figure)
    assert "Team" in words(figure)


def test_a_large_plan_does_not_squeeze_the_others():
    small, large = plot_gains([make_gains("a", 5.0), make_gains("b", 5_000.0)], PLACES, WHEN, 9, "en").axes
    assert small.get_xlim()[1] < 20
    assert large.get_xlim()[1] > 5_000


def test_one_run_has_no_range():
    assert any("one run only" in said for said in words(plot_gains([make_gains("a", 5.0)], PLACES, WHEN, 1, "en")))
