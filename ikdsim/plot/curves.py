"""What all pictures of adoption over time share: axes, the published count, the target, the start of policies."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from matplotlib.axes import Axes

from ikdsim.clock import DAYS_PER_WEEK
from ikdsim.language import day, number, text
from ikdsim.plot.data import Backdrop, Curve
from ikdsim.plot.style import FAINT, INK, day_number, write_numbers

HEADROOM: Final = 1.12
"""The y axis ends this much above the highest curve."""
TARGET_IN_SIGHT: Final = 1.4
"""The target is drawn if it is at most this many times the highest curve; else it is named only."""

_PAPER: Final = {"facecolor": "white", "edgecolor": "none", "pad": 1}
"""Behind words that lie on the lines of the grid."""


def frame_curves(axes: Axes, backdrop: Backdrop, highest: float, lang: str) -> None:
    """Set limits and ticks for curves up to `highest` residents and the published count; draw or name the target."""
    highest, dates, target = max(highest, backdrop.count_in_sight, 1.0), backdrop.dates, backdrop.target
    in_sight = target <= highest * TARGET_IN_SIGHT
    first = dates[0] - timedelta(days=DAYS_PER_WEEK)
    axes.set_xlim(day_number(first), day_number(dates[-1]))
    axes.set_ylim(0, HEADROOM * (max(highest, target) if in_sight else highest))
    years = [year for year in range(dates[0].year, dates[-1].year + 1) if date(year, 1, 1) >= first]
    axes.set_xticks([day_number(date(year, 1, 1)) for year in years], [str(year) for year in years])
    write_numbers(axes.yaxis, lang)
    axes.set_ylabel(text("plot.activated_residents", lang))
    _mark_target(axes, target, in_sight, lang)


def _mark_target(axes: Axes, target: int, in_sight: bool, lang: str) -> None:
    facts = {"target": number(target, lang)}
    if in_sight:
        axes.axhline(target, color=FAINT, linewidth=1, linestyle=(0, (4, 3)))
        axes.annotate(text("plot.target", lang, facts), (0.015, target), xycoords=axes.get_yaxis_transform(),
                      xytext=(0, 6), textcoords="offset points", color=FAINT, bbox=_PAPER)  # fmt: skip
    else:
        axes.annotate(text("plot.target_out_of_sight", lang, facts), (0.015, 1), xycoords="axes fraction",
                      va="top", color=FAINT, bbox=_PAPER)  # fmt: skip


def mark_table(axes: Axes, backdrop: Backdrop, lang: str) -> None:
    """Mark the published count, if its day lies in the picture."""
    counted, when = backdrop.count_in_sight, day_number(backdrop.counted_on)
    if not counted:
        return
    axes.plot([when], [counted], marker="D", markersize=7, color="white", markeredgecolor=INK, zorder=5)
    facts = {"count": number(counted, lang), "day": day(backdrop.counted_on, lang)}
    axes.annotate(text("plot.table", lang, facts), (when, counted), xytext=(16, -26), textcoords="offset points",
                  arrowprops={"arrowstyle": "-", "color": FAINT, "relpos": (0, 0.5)})  # fmt: skip


def mark_policy_start(axes: Axes, curves: Sequence[Curve], lang: str) -> None:
    """Draw the first day of the earliest policy under any of `curves`, if there is one."""
    starts = [curve.policies_start for curve in curves if curve.policies_start is not None]
    if not starts:
        return
    when = day_number(min(starts))
    axes.axvline(when, color=FAINT, linewidth=1, linestyle=":")
    axes.annotate(text("plot.policies_start", lang, {"day": day(min(starts), lang)}), (when, 0.02),
                  xycoords=axes.get_xaxis_transform(), xytext=(5, 0), textcoords="offset points",
                  color=FAINT)  # fmt: skip
