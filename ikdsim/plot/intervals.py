"""Gain of every scenario as an interval over paired runs, and once more nearby for those that a large one squeezes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ikdsim.language import day, number, text
from ikdsim.plot.data import Estimate
from ikdsim.plot.style import COLOURS, FAINT, drawn, marks, new_figure, wrapped, write_note, write_numbers, write_title

SMALL: Final = 0.25
"""Scenarios whose gain is below this part of the largest are drawn nearby as well."""
WIDTH: Final = 11.0
HEAD_HEIGHT: Final = 1.6
ROW_HEIGHT: Final = 0.42
BEYOND: Final = 1.15
"""An axis ends so far beyond what it shows."""


@drawn
def plot_intervals(gains: Mapping[str, Estimate], baseline: str, when: date, runs: int, lang: str) -> Figure:
    """Residents gained in so many `runs` over the scenario called `baseline` on the day `when`, the largest first."""
    order = sorted(gains, key=lambda title: -gains[title][0])
    shown = [gains[title] for title in order]
    figure = new_figure(WIDTH, HEAD_HEIGHT + ROW_HEIGHT * len(order))
    limits = [_limits(shown), *_limits_nearby(shown)]
    axes = figure.subplots(1, len(limits), sharey=True, squeeze=False)[0]
    for panel, (low, high) in zip(axes, limits, strict=True):
        _draw_panel(panel, shown, low, high, lang)
    if len(limits) > 1:
        axes[1].set_title(text("plot.nearby", lang))
    axes[0].set_yticks(range(len(order)), [wrapped(title) for title in order])
    axes[0].set_ylim(len(order) - 0.5, -0.5)
    _write_values(axes[-1], shown, runs, lang)
    facts = {"day": day(when, lang), "baseline": baseline}
    write_title(figure, text("plot.intervals_title", lang, facts))
    write_note(figure, f"{text('plot.gained', lang)} ({marks(runs, lang)})")
    return figure


def _limits(shown: Sequence[Estimate]) -> tuple[float, float]:
    low = min([0.0, *(gain[1] for gain in shown)])
    high = max([1.0, *(gain[2] for gain in shown)])
    return BEYOND * low - (BEYOND - 1) * high / 2, BEYOND * high


def _limits_nearby(shown: Sequence[Estimate]) -> list[tuple[float, float]]:
    """Limits for the small ones alone, if there are such beside large ones."""
    reach = [max(abs(gain[1]), abs(gain[2])) for gain in shown]
    small = [gain for gain, reached in zip(shown, reach, strict=True) if reached < SMALL * max(reach)]
    return [_limits(small)] if small and len(small) < len(shown) else []


def _draw_panel(panel: Axes, shown: Sequence[Estimate], low: float, high: float, lang: str) -> None:
    panel.axvline(0, color=FAINT, linewidth=1)
    panel.set_xlim(low, high)
    for row, (median, lowest, highest) in enumerate(shown):
        if not low <= lowest <= highest <= high:
            end, mark = (high, ">") if highest > high else (low, "<")
            panel.plot(end, row, mark, color=FAINT, markersize=7, clip_on=False)
            continue
        panel.hlines(row, lowest, highest, color=COLOURS[1], linewidth=4, alpha=0.4)
        panel.plot(median, row, "o", color=COLOURS[1], markersize=6)
    panel.grid(True, axis="x")
    write_numbers(panel.xaxis, lang)
    panel.locator_params(axis="x", nbins=5)


def _write_values(panel: Axes, shown: Sequence[Estimate], runs: int, lang: str) -> None:
    for row, gain in enumerate(shown):
        median, low, high = (number(value, lang) for value in gain)
        words = text("plot.interval", lang, {"median": median, "low": low, "high": high}) if runs > 1 else median
        panel.annotate(words, (1, row), xycoords=panel.get_yaxis_transform(), xytext=(12, 0),
                       textcoords="offset points", va="center", annotation_clip=False)  # fmt: skip
