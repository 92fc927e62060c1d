"""What stands in the way: of 100 residents who do not use IKD, how many stop at which barrier first."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from matplotlib.figure import Figure

from ikdsim.language import day, number, text
from ikdsim.plot.style import COLOURS, drawn, new_figure, write_title

BAR_ROOM: Final = 1.12
"""The x axis ends this much beyond the longest bar, for its number."""


@drawn
def plot_barriers(barriers: Mapping[str, float], when: date, title: str, lang: str) -> Figure:
    """A bar for each of `barriers` (name -> residents) on the day `when` in the scenario called `title`."""
    total = sum(barriers.values())
    shares = [100 * residents / total if total else 0.0 for residents in barriers.values()]
    figure = new_figure(9, 4.8)
    axes = figure.add_subplot()
    axes.grid(True, axis="x")
    axes.grid(False, axis="y")
    bars = axes.barh([text(f"barrier.{name}", lang) for name in barriers], shares, color=COLOURS[1])
    axes.bar_label(bars, [number(share, lang, decimals=1) for share in shares], padding=4)
    axes.set_xlim(0, BAR_ROOM * (max(shares) or 1.0))
    axes.invert_yaxis()
    write_title(figure, text("plot.barriers_title", lang, {"day": day(when, lang), "scenario": title}))
    axes.set_xlabel(text("plot.barriers_axis", lang, {"residents": number(total, lang)}))
    return figure
