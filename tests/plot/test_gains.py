import pytest

from ikdsim.plot.gains import plot_gains
from tests.experiment.factories import make_comparison
from tests.plot.pictures import covered, cut_off, words

PLACES = 9


@pytest.mark.parametrize("others", [0, 1, 3, 7])
def test_everything_can_be_read(others):
    ends = {"baseline": [100.0, 110.0]} | {f"policy_{n}": [100.0 + 9 * n, 140.0 + 9 * n] for n in range(others)}
    figure = plot_gains(make_comparison(ends), "id")
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_a_panel_shows_every_place_with_its_gain():
    figure = plot_gains(make_comparison({"baseline": [100.0, 200.0], "team": [110.0, 230.0]}), "en")
    dots = figure.axes[0].lines[-1]
    assert list(dots.get_xdata()) == [20.0] * PLACES
    assert "Desa Teluk Mati" in words(figure)
    assert "Scenario team" in words(figure)
