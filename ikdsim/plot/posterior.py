"""What a calibration found: the way of the walkers, prior beside posterior, published counts beside expected ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from ikdsim.language import text
from ikdsim.plot.style import (
    COLOURS,
    DASHES,
    FAINT,
    INK,
    drawn,
    new_figure,
    panel_title,
    panels,
    write_note,
    write_numbers,
    write_title,
)

BINS: Final = 20


@dataclass(frozen=True)
class Fitted:
    """A published count, and what is expected of it."""

    title: str
    published: float
    twin: tuple[float, float, float]
    """Median, and the points below which 5 and 95 of 100 lie, errors of counts included."""
    agents: Sequence[float]
    """Counts of the agents, one for each draw."""


@drawn
def plot_trace(ways: Mapping[str, NDArray[np.float64]], title: str, lang: str) -> Figure:
    """By name what every ensemble passed through, shape (ensembles, steps): means over its walkers."""
    figure, axes = panels(len(ways), 3.4, 2.2, (0.6, 1.2), sharey=False)
    for panel, (name, way) in zip(axes, ways.items(), strict=True):
        for number, steps in enumerate(way):
            panel.plot(steps, color=COLOURS[number], linestyle=DASHES[number], linewidth=0.8)
        panel_title(panel, "", name)
    write_title(figure, title)
    write_note(figure, text("calibration.trace_note", lang))
    return figure


@drawn
def plot_prior_posterior(
    draws: Mapping[str, NDArray[np.float64]], ranges: Mapping[str, tuple[float, float]], title: str, lang: str
) -> Figure:
    """Histogram of the posterior of each number over its range, on which the prior is even."""
    figure, axes = panels(len(draws), 2.8, 2.0, (0.6, 1.2), sharey=False)
    for panel, (name, values) in zip(axes, draws.items(), strict=True):
        low, high = ranges[name]
        panel.hist(values, bins=BINS, range=(low, high), density=True, color=COLOURS[1])
        panel.axhline(1.0 / (high - low), color=INK, linestyle="--", linewidth=1)
        panel.set_yticks([])
        panel_title(panel, "", name)
    write_title(figure, title)
    write_note(figure, text("calibration.prior_note", lang))
    return figure


@drawn
def plot_predicted(places: Sequence[Fitted], title: str, lang: str) -> Figure:
    """Published counts of places beside what the twin and the agents expect, on an axis of logarithms."""
    figure = new_figure(10.0, 1.6 + 0.5 * len(places))
    axes = figure.subplots()
    for row, place in enumerate(places):
        median, low, high = place.twin
        axes.plot([max(low, 0.5), high], [row, row], color=FAINT, linewidth=5, solid_capstyle="butt")
        axes.plot([max(median, 0.5)], [row], "o", color=INK)
        axes.plot(place.agents, np.full(len(place.agents), row + 0.18), "|", color=COLOURS[1])
        axes.plot([place.published], [row], "D", color=COLOURS[2])
    axes.set_xscale("log")
    write_numbers(axes.xaxis, lang)
    axes.set_yticks(range(len(places)), [place.title for place in places])
    axes.invert_yaxis()
    write_title(figure, title)
    write_note(figure, text("calibration.predicted_note", lang))
    return figure
