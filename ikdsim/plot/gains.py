"""Gain by place: who would use IKD that would not under the baseline, a panel for each scenario."""

import math
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.interval import band
from ikdsim.language import day, text
from ikdsim.plot.style import COLOURS, FAINT, drawn, new_figure, write_numbers, write_title

PANELS_ACROSS: Final = 4
LEAST_WIDTH: Final = 9.5
"""Inches, as are all sizes here: what the title needs."""
NAMES_WIDTH: Final = 2.0
PANEL_WIDTH: Final = 2.9
HEAD_HEIGHT: Final = 1.1
PANEL_MARGIN: Final = 0.9
ROW_HEIGHT: Final = 0.26
"""For each place."""


@drawn
def plot_gains(comparison: Comparison, lang: str) -> Figure:
    """Median gain of every place, and where nine runs in ten lie, on one scale; `lang` is "id" or "en"."""
    baseline = comparison.plan.baseline
    others = [number for number in range(len(comparison.scenarios)) if number != baseline]
    across = max(1, min(PANELS_ACROSS, len(others)))
    down = max(1, math.ceil(len(others) / across))
    places = comparison.region.place_names
    height = HEAD_HEIGHT + down * (PANEL_MARGIN + ROW_HEIGHT * len(places))
    figure = new_figure(max(LEAST_WIDTH, NAMES_WIDTH + PANEL_WIDTH * across), height)
    panels = figure.subplots(down, across, sharex=True, sharey=True, squeeze=False)
    for panel, number_of in zip(panels.flat, others, strict=False):
        _draw_panel(panel, comparison, number_of, lang)
    for panel in panels.flat[len(others) :]:
        panel.set_visible(False)
    panels[0, 0].set_yticks(range(len(places)), places)
    panels[0, 0].invert_yaxis()
    write_title(figure, text("plot.gains_title", lang, {"day": day(comparison.plan.horizon, lang)}))
    figure.supxlabel(text("plot.gains_axis", lang), fontsize="medium")
    return figure


def _draw_panel(panel: Axes, comparison: Comparison, number_of: int, lang: str) -> None:
    median, low, high = band(comparison.gains[number_of])
    rows = np.arange(len(median))
    panel.axvline(0, color=FAINT, linewidth=1)
    panel.hlines(rows, low, high, color=COLOURS[1], linewidth=3, alpha=0.4)
    panel.plot(median, rows, "o", color=COLOURS[1], markersize=5)
    panel.set_title(comparison.scenarios[number_of].title[lang], fontweight="bold")
    panel.grid(True, axis="x")
    panel.tick_params(labelbottom=True)
    write_numbers(panel.xaxis, lang)
    panel.locator_params(axis="x", nbins=5)
