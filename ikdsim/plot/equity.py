"""Equity: the share of users in two groups, joined by a line for every scenario: the longer, the wider the gap."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ikdsim.language import day, number, text
from ikdsim.plot.data import Pair
from ikdsim.plot.style import (
    COLOURS,
    FAINT,
    PANELS_ACROSS,
    drawn,
    panels,
    wrapped,
    write_note,
    write_numbers,
    write_title,
)

PANEL_WIDTH: Final = 2.9
"""Inches."""
ROW_HEIGHT: Final = 0.36
PANEL_MARGIN: Final = 1.0
MARGIN: Final = (2.6, 0.9)
TALL: Final = 8.0
"""Panels taller than that all stand side by side, so that scenarios are named once."""
BEYOND: Final = 0.35
"""An axis ends by this part of its width beyond what it shows, for the difference in numbers."""

LEAST_WIDTH: Final = 5.0
"""Residents of 100 on an axis where all are alike."""


@drawn
def plot_equity(pairs: Sequence[Pair], titles: Sequence[str], when: date, lang: str) -> Figure:
    """A panel for each of `pairs`, a row for each scenario in it; users of 100 residents of 17 or older."""
    height = PANEL_MARGIN + ROW_HEIGHT * len(titles)
    most_across = len(pairs) if height > TALL else PANELS_ACROSS
    figure, axes = panels(len(pairs), PANEL_WIDTH, height, MARGIN, most_across=most_across)
    for panel, pair in zip(axes, pairs, strict=True):
        _draw(panel, pair, lang)
    axes[0].set_yticks(range(len(titles)), [wrapped(title) for title in titles])
    axes[0].set_ylim(len(titles) - 0.5, -0.5)
    write_title(figure, text("plot.equity_title", lang, {"day": day(when, lang)}))
    write_note(figure, text("plot.equity_axis", lang))
    return figure


def _draw(panel: Axes, pair: Pair, lang: str) -> None:
    shares, rows = 100 * np.array(pair.shares), np.arange(len(pair.shares))
    panel.hlines(rows, shares.min(axis=1), shares.max(axis=1), color=FAINT, linewidth=2)
    panel.plot(shares[:, 0], rows, "o", color=COLOURS[1], markersize=6, label=pair.ahead)
    panel.plot(shares[:, 1], rows, "D", color=COLOURS[2], markersize=6, label=pair.behind)
    for row, gap in enumerate(pair.gaps):
        if not np.isnan(gap):
            panel.annotate(number(100 * gap, lang, 1), (shares[row].max(), row), xytext=(8, 0),
                           textcoords="offset points", va="center", fontsize="small")  # fmt: skip
    known = shares[~np.isnan(shares)]
    low, high = (known.min(), known.max()) if known.size else (0.0, 0.0)
    width = max(high - low, LEAST_WIDTH)
    panel.set_xlim(low - width / 10, high + BEYOND * width)
    panel.grid(True, axis="x")
    panel.locator_params(axis="x", nbins=5, integer=True)
    write_numbers(panel.xaxis, lang)
    panel.legend(loc="lower left", bbox_to_anchor=(-0.04, 1), frameon=False, fontsize="small", borderpad=0,
                 title=pair.title, alignment="left", title_fontproperties={"weight": "bold"},
                 handletextpad=0.2)  # fmt: skip
