"""Gain by place: who would use IKD that would not under the baseline, a panel for each scenario."""

import math
from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ikdsim.language import day, text
from ikdsim.plot.data import Gains
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
def plot_gains(gains: Sequence[Gains], places: Sequence[str], when: date, lang: str) -> Figure:
    """Gain of every one of `places` on the day `when`, a panel for each of `gains`; `lang` is "id" or "en"."""
    across = max(1, min(PANELS_ACROSS, len(gains)))
    down = max(1, math.ceil(len(gains) / across))
    height = HEAD_HEIGHT + down * (PANEL_MARGIN + ROW_HEIGHT * len(places))
    figure = new_figure(max(LEAST_WIDTH, NAMES_WIDTH + PANEL_WIDTH * across), height)
    panels = figure.subplots(down, across, sharex=True, sharey=True, squeeze=False)
    for panel, gains_shown in zip(panels.flat, gains, strict=False):
        _draw_panel(panel, gains_shown, lang)
    for panel in panels.flat[len(gains) :]:
        panel.set_visible(False)
    panels[0, 0].set_yticks(range(len(places)), places)
    panels[0, 0].invert_yaxis()
    write_title(figure, text("plot.gains_title", lang, {"day": day(when, lang)}))
    figure.supxlabel(text("plot.gains_axis", lang), fontsize="medium")
    return figure


def _draw_panel(panel: Axes, gains: Gains, lang: str) -> None:
    rows = np.arange(len(gains.median))
    panel.axvline(0, color=FAINT, linewidth=1)
    panel.hlines(rows, gains.low, gains.high, color=COLOURS[1], linewidth=3, alpha=0.4)
    panel.plot(gains.median, rows, "o", color=COLOURS[1], markersize=5)
    panel.set_title(gains.title, fontweight="bold")
    panel.grid(True, axis="x")
    panel.tick_params(labelbottom=True)
    write_numbers(panel.xaxis, lang)
    panel.locator_params(axis="x", nbins=5)
