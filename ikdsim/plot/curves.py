"""What all pictures of adoption over time share: axes, the published count, the target, the start of policies."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from matplotlib.axes import Axes

from ikdsim.clock import DAYS_PER_WEEK
from ikdsim.language import MONTHS, day, number, text
from ikdsim.plot.data import Backdrop, Curve
from ikdsim.plot.style import FAINT, INK, PAPER, day_number, write_numbers

HEADROOM: Final = 1.12
"""The y axis ends this much above the highest curve."""
MOST_YEARS_WITH_MONTHS: Final = 4
TARGET_IN_SIGHT: Final = 1.4
"""The target is drawn if it is at most this many times the highest curve; else it is named only."""


def frame_curves(axes: Axes, backdrop: Backdrop, lowest: float, highest: float, lang: str) -> None:
    """Set limits and ticks for curves between these residents and the published count; draw or name the target."""
    highest, dates, target = max(highest, backdrop.count_in_sight, 1.0), backdrop.dates, backdrop.target
    in_sight = target <= highest * TARGET_IN_SIGHT
    top = HEADROOM * (max(highest, target) if in_sight else highest)
    first = dates[0] - timedelta(days=DAYS_PER_WEEK)
    axes.set_xlim(day_number(first), day_number(dates[-1]))
    axes.set_ylim(0 if backdrop.from_zero else max(0.0, lowest - (HEADROOM - 1) * (highest - lowest)), top)
    date_ticks(axes, dates, lang)
    write_numbers(axes.yaxis, lang)
    axes.set_ylabel(text("plot.activated_residents", lang))
    _mark_target(axes, target, in_sight, lang)


def date_ticks(axes: Axes, dates: Sequence[date], lang: str) -> None:
    """A tick for each January, and for each July where there are few years between the first and last of `dates`."""
    first, last = dates[0] - timedelta(days=DAYS_PER_WEEK), dates[-1]
    months = (1,) if last.year - first.year > MOST_YEARS_WITH_MONTHS else (1, 7)
    ticks = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in months]
    shown = [tick for tick in ticks if first <= tick <= last]
    names = [str(tick.year) if tick.month == 1 else MONTHS[lang][tick.month - 1][:3] for tick in shown]
    axes.set_xticks([day_number(tick) for tick in shown], names)


def _mark_target(axes: Axes, target: int, in_sight: bool, lang: str) -> None:
    facts = {"target": number(target, lang)}
    if in_sight:
        axes.axhline(target, color=FAINT, linewidth=1, linestyle=(0, (4, 3)))
        axes.annotate(text("plot.target", lang, facts), (0.015, target), xycoords=axes.get_yaxis_transform(),
                      xytext=(0, 6), textcoords="offset points", color=FAINT, bbox=PAPER)  # fmt: skip
    else:
        axes.annotate(text("plot.target_out_of_sight", lang, facts), (0.015, 1), xycoords="axes fraction",
                      va="top", color=FAINT, bbox=PAPER)  # fmt: skip


def mark_table(axes: Axes, backdrop: Backdrop, lang: str) -> None:
    """Mark the published count, if its day lies in the picture."""
    counted, when = backdrop.count_in_sight, day_number(backdrop.counted_on)
    if not counted:
        return
    axes.plot([when], [counted], marker="D", markersize=7, color="white", markeredgecolor=INK, zorder=5)
    facts = {"count": number(counted, lang), "day": day(backdrop.counted_on, lang)}
    axes.annotate(text("plot.table", lang, facts), (when, counted), xytext=(16, -26), textcoords="offset points",
                  arrowprops={"arrowstyle": "-", "color": FAINT, "relpos": (0, 0.5)})  # fmt: skip


def starts_of(curves: Sequence[Curve]) -> list[date]:
    """The days on which policies start under any of `curves`, the earliest first."""
    return sorted({curve.policies_start for curve in curves if curve.policies_start is not None})


def mark_policy_starts(axes: Axes, curves: Sequence[Curve], lang: str) -> None:
    """Draw the days on which policies start; the day is written if there is one alone."""
    starts = starts_of(curves)
    for start in starts:
        axes.axvline(day_number(start), color=FAINT, linewidth=1, linestyle=":")
    if len(starts) == 1:
        axes.annotate(text("plot.policies_start", lang, {"day": day(starts[0], lang)}), (day_number(starts[0]), 0.02),
                      xycoords=axes.get_xaxis_transform(), xytext=(5, 0), textcoords="offset points",
                      color=FAINT)  # fmt: skip
