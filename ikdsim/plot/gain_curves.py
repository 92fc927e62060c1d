"""Gain over time: a panel for each scenario, from the day on which its policies start, each with a scale of its own."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ikdsim.language import day, number, text
from ikdsim.plot.curves import date_ticks
from ikdsim.plot.data import Curve
from ikdsim.plot.style import (
    COLOURS,
    FAINT,
    day_number,
    drawn,
    panel_title,
    panels,
    wrapped,
    write_note,
    write_numbers,
    write_title,
)

PANEL: Final = (3.1, 2.5)
"""Inches."""
MARGIN: Final = (0.6, 0.9)
LETTERS_ACROSS: Final = 26
LEAST_REACH: Final = 1.0
BAND_OPACITY: Final = 0.3


@drawn
def plot_gain_curves(gains: Sequence[Curve], dates: Sequence[date], baseline: str, lang: str) -> Figure:
    """Residents gained over the scenario called `baseline` at the end of each of the weeks that end on `dates`."""
    figure, axes = panels(len(gains), *PANEL, MARGIN, sharey=False)
    for panel, curve in zip(axes, gains, strict=True):
        _draw(panel, curve, dates, lang)
    write_title(figure, text("plot.gain_curves_title", lang, {"baseline": baseline}))
    figure.supylabel(text("plot.gained", lang), fontsize="medium")
    with_bands = any(curve.band is not None for curve in gains)
    note = text("plot.comparison_bands" if with_bands else "plot.one_run", lang)
    write_note(figure, text("plot.gain_curves_note", lang, {"note": note}))
    return figure


def _draw(panel: Axes, curve: Curve, dates: Sequence[date], lang: str) -> None:
    days = [day_number(when) for when in dates]
    panel.axhline(0, color=FAINT, linewidth=1)
    if curve.band is not None:
        panel.fill_between(days, *curve.band, color=COLOURS[1], alpha=BAND_OPACITY, linewidth=0)
    panel.plot(days, curve.values, color=COLOURS[1])
    if curve.policies_start is not None:
        panel.axvline(day_number(curve.policies_start), color=FAINT, linewidth=1, linestyle=":")
    low, high = panel.get_ylim()
    panel.set_ylim(min(low, -LEAST_REACH), max(high, LEAST_REACH))
    panel.set_xlim(days[0], days[-1])
    date_ticks(panel, dates, lang)
    write_numbers(panel.yaxis, lang)
    panel.locator_params(axis="y", nbins=5, integer=True)
    panel_title(panel, wrapped(curve.title, LETTERS_ACROSS), _said(curve, lang))


def _said(curve: Curve, lang: str) -> str:
    """When it starts, and what it comes to at the end."""
    facts = {"end": number(float(curve.values[-1]), lang)}
    if curve.policies_start is None:
        return text("plot.gain_at_end", lang, facts)
    return text("plot.starts_and_gain", lang, {**facts, "day": day(curve.policies_start, lang)})
