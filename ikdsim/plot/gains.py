"""Gain by place: who would use IKD that would not under the baseline, a panel for each scenario."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ikdsim.language import day, text
from ikdsim.plot.data import Gains
from ikdsim.plot.style import COLOURS, FAINT, drawn, marks, panels, wrapped, write_note, write_numbers, write_title

PANEL_WIDTH: Final = 2.9
"""Inches, as are all sizes here."""
PANEL_MARGIN: Final = 1.0
ROW_HEIGHT: Final = 0.26
"""For each place."""
MARGIN: Final = (2.6, 1.1)
LETTERS_ACROSS: Final = 28
LEAST_REACH: Final = 1.0
"""Residents that an axis reaches on at least one side of 0, where nothing was gained."""


@drawn
def plot_gains(gains: Sequence[Gains], places: Sequence[str], when: date, runs: int, lang: str) -> Figure:
    """Gain of every one of `places` on the day `when`, a panel for each of `gains`; `lang` is "id" or "en"."""
    figure, axes = panels(len(gains), PANEL_WIDTH, PANEL_MARGIN + ROW_HEIGHT * len(places), MARGIN)
    for panel, gains_shown in zip(axes, gains, strict=True):
        _draw_panel(panel, gains_shown, lang)
    axes[0].set_yticks(range(len(places)), places)
    axes[0].invert_yaxis()
    write_title(figure, text("plot.gains_title", lang, {"day": day(when, lang)}))
    write_note(figure, text("plot.gains_axis", lang, {"marks": marks(runs, lang)}))
    return figure


def _draw_panel(panel: Axes, gains: Gains, lang: str) -> None:
    rows = np.arange(len(gains.median))
    panel.axvline(0, color=FAINT, linewidth=1)
    panel.hlines(rows, gains.low, gains.high, color=COLOURS[1], linewidth=3, alpha=0.4)
    panel.plot(gains.median, rows, "o", color=COLOURS[1], markersize=5)
    panel.set_title(wrapped(gains.title, LETTERS_ACROSS), fontweight="bold")
    panel.grid(True, axis="x")
    low, high = panel.get_xlim()
    panel.set_xlim(min(low, -LEAST_REACH), max(high, LEAST_REACH))
    write_numbers(panel.xaxis, lang)
    panel.locator_params(axis="x", nbins=4, integer=True)
