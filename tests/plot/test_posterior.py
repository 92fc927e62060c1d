"""Pictures of a calibration: counts, ways of ensembles, and what was learnt."""

import numpy as np
import pytest

from ikdsim.plot.posterior import Fitted, plot_predicted, plot_prior_posterior, plot_trace


@pytest.mark.parametrize("lang", ["id", "en"])
def test_published_counts_stand_beside_expected_ones(lang):
    places = [
        Fitted("Desa Teluk Mati", 42, (50.0, 30.0, 80.0), [45.0, 60.0]),
        Fitted("Bahagia", 5327, (5e3, 4e3, 6e3), []),
    ]
    axes = plot_predicted(places, "title", lang).axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Desa Teluk Mati", "Bahagia"]
    drawn = [line.get_xdata()[0] for line in axes.get_lines() if line.get_marker() == "D"]
    assert drawn == [42, 5327]


def test_every_ensemble_has_a_line():
    figure = plot_trace({"one": np.zeros((4, 10)), "two": np.ones((4, 10))}, "title", "en")
    assert [len(axes.get_lines()) for axes in figure.axes if axes.get_visible()] == [4, 4]


def test_a_histogram_spans_the_range_of_the_number():
    figure = plot_prior_posterior({"a": np.linspace(0.2, 0.4, 50)}, {"a": (0.0, 1.0)}, "title", "en")
    (axes,) = [axes for axes in figure.axes if axes.get_visible()]
    ends = [round(patch.get_x(), 9) for patch in axes.patches]
    assert (min(ends), len(ends)) == (0.0, 20)
