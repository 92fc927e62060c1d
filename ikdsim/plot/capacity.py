"""Capacity: what part of the officer time for IKD is used at each kind of service under each scenario."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from numpy.typing import NDArray

from ikdsim.language import number, text
from ikdsim.plot.style import COLOURS, FAINT, INK, drawn, new_figure, wrapped, write_title

COLUMN_WIDTH: Final = 1.15
"""Inches."""
ROW_HEIGHT: Final = 0.42
MARGIN: Final = (2.6, 1.9)
LETTERS_ACROSS: Final = 13
DARK: Final = 0.55
"""Shares above it are written in white."""


@drawn
def plot_capacity(shares: NDArray[np.float64], titles: Sequence[str], services: Sequence[str], lang: str) -> Figure:
    """Shares used (0-1) in the last year, shape (titles, services); NaN where there was no time for IKD."""
    figure = new_figure(MARGIN[0] + COLUMN_WIDTH * len(services), MARGIN[1] + ROW_HEIGHT * len(titles))
    axes = figure.add_subplot()
    shades = LinearSegmentedColormap.from_list("used", ["#ffffff", COLOURS[1]])
    axes.pcolormesh(np.clip(shares, 0, 1), cmap=shades, vmin=0, vmax=1, edgecolor="white", linewidth=2)
    for (row, column), share in np.ndenumerate(shares):
        said, colour = _cell(share, lang)
        axes.annotate(said, (column + 0.5, row + 0.5), ha="center", va="center", color=colour)
    axes.set_xticks(np.arange(len(services)) + 0.5, [wrapped(name, LETTERS_ACROSS, most_lines=3) for name in services])
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set_yticks(np.arange(len(titles)) + 0.5, [wrapped(title) for title in titles])
    axes.invert_yaxis()
    axes.grid(False)
    axes.spines[:].set_visible(False)
    write_title(figure, text("plot.capacity_title", lang))
    axes.set_xlabel(text("plot.capacity_note", lang))
    return figure


def _cell(share: float, lang: str) -> tuple[str, str]:
    """What is written, and in which colour."""
    if np.isnan(share):
        return text("plot.no_time", lang), FAINT
    return number(100 * share, lang), "white" if share > DARK else INK
