"""From the baseline to a plan, barrier by barrier: how many fewer residents stand at each, as steps up to the gain."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from ikdsim.language import day, number, text
from ikdsim.plot.data import Steps
from ikdsim.plot.style import (
    COLOURS,
    FAINT,
    INK,
    drawn,
    panel_title,
    panels,
    wrapped,
    write_note,
    write_numbers,
    write_title,
)

PANEL: Final = (2.9, 4.2)
"""Inches."""
MARGIN: Final = (2.9, 1.0)
LETTERS_ACROSS: Final = 28
BEYOND: Final = 0.3
"""An axis ends by this part of its width beyond the steps, for their numbers."""
LEAST_WIDTH: Final = 10.0
"""Residents on an axis where next to nothing changed."""


@drawn
def plot_barrier_changes(steps: Sequence[Steps], barriers: Sequence[str], when: date, lang: str) -> Figure:
    """A panel for each scenario with a step for each of `barriers` (names for readers), and the gain below."""
    figure, axes = panels(len(steps), *PANEL, MARGIN)
    for panel, shown in zip(axes, steps, strict=True):
        _draw(panel, shown, lang)
    rows = [*barriers, text("plot.gained", lang)]
    axes[0].set_yticks(range(len(rows)), rows)
    axes[0].set_ylim(len(rows) - 0.4, -0.6)
    write_title(figure, text("plot.barrier_changes_title", lang, {"day": day(when, lang)}))
    write_note(figure, text("plot.barrier_changes_axis", lang))
    return figure


def _draw(panel: Axes, steps: Steps, lang: str) -> None:
    change = np.array([*steps.fewer, sum(steps.fewer)])
    after = np.cumsum(steps.fewer)
    start = np.array([0.0, *after[:-1], 0.0])
    colours = [*(COLOURS[1] if step >= 0 else COLOURS[2] for step in steps.fewer), INK]
    rows = np.arange(len(change))
    panel.axvline(0, color=FAINT, linewidth=1)
    panel.barh(rows, change, left=start, color=colours, height=0.6)
    panel.vlines(after, rows[:-1], rows[:-1] + 1, color=FAINT, linewidth=0.8)
    _set_limits(panel, np.array([0.0, *after]))
    for row, (step, end) in enumerate(zip(change, np.maximum(start, start + change), strict=True)):
        sign = "+" if round(step) > 0 else ""
        panel.annotate(f"{sign}{number(round(step), lang)}", (end, row), xytext=(4, 0), textcoords="offset points",
                       va="center", fontsize="small")  # fmt: skip
    facts = {"before": number(steps.before, lang), "after": number(steps.before + change[-1], lang)}
    panel_title(panel, wrapped(steps.title, LETTERS_ACROSS), text("plot.before_and_after", lang, facts))
    panel.grid(True, axis="x")
    write_numbers(panel.xaxis, lang)
    panel.locator_params(axis="x", nbins=4, integer=True)


def _set_limits(panel: Axes, ends: NDArray[np.float64]) -> None:
    low, high = float(ends.min()), float(ends.max())
    width = max(high - low, LEAST_WIDTH)
    panel.set_xlim(low - width / 10, high + BEYOND * width)
