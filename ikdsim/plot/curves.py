"""What all pictures of adoption over time share: axes, the published count, the target, the start of policies."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import matplotlib.dates as mdates
from matplotlib.axes import Axes

from ikdsim.language import day, number, text
from ikdsim.plot.style import FAINT, INK, write_numbers
from ikdsim.region.region import Region
from ikdsim.scenario.scenario import Scenario

HEADROOM: Final = 1.12
"""The y axis ends this much above the highest curve."""
TARGET_IN_SIGHT: Final = 1.4
"""The target is drawn if it is at most this many times the highest curve; else it is named only."""


def frame_curves(axes: Axes, dates: Sequence[date], highest: float, region: Region, lang: str) -> None:
    """Set limits and ticks for curves up to `highest` residents, and draw or name the target."""
    in_sight = region.target <= highest * TARGET_IN_SIGHT
    axes.set_xlim(mdates.date2num(dates[0]), mdates.date2num(dates[-1]))
    axes.set_ylim(0, HEADROOM * (max(highest, region.target) if in_sight else highest))
    axes.xaxis.set_major_locator(mdates.YearLocator())
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
    write_numbers(axes.yaxis, lang)
    axes.set_ylabel(text("plot.activated_residents", lang))
    facts = {"target": number(region.target, lang)}
    if in_sight:
        axes.axhline(region.target, color=FAINT, linewidth=1, linestyle=(0, (4, 3)))
        axes.annotate(text("plot.target", lang, facts), (0.01, region.target), xycoords=axes.get_yaxis_transform(),
                      xytext=(0, 4), textcoords="offset points", color=FAINT)  # fmt: skip
    else:
        axes.annotate(text("plot.target_out_of_sight", lang, facts), (0.01, 1), xycoords="axes fraction",
                      va="top", color=FAINT)  # fmt: skip


def mark_table(axes: Axes, region: Region, lang: str) -> None:
    """Mark the published count, if its day lies in the picture."""
    counted = sum(place.activated for place in region.places)
    when = mdates.date2num(region.table_date)
    if not axes.get_xlim()[0] <= when <= axes.get_xlim()[1]:
        return
    axes.plot([when], [counted], marker="D", markersize=7, color="white", markeredgecolor=INK, zorder=5)
    facts = {"count": number(counted, lang), "day": day(region.table_date, lang)}
    axes.annotate(text("plot.table", lang, facts), (when, counted), xytext=(-8, 22), ha="right",
                  textcoords="offset points", arrowprops={"arrowstyle": "-", "color": FAINT})  # fmt: skip


def mark_policy_start(axes: Axes, scenarios: Sequence[Scenario], lang: str) -> None:
    """Draw the first day of the earliest policy of `scenarios`, if there is any."""
    starts = [policy.start for scenario in scenarios for policy in scenario.policies]
    if not starts:
        return
    when = mdates.date2num(min(starts))
    axes.axvline(when, color=FAINT, linewidth=1, linestyle=":")
    axes.annotate(text("plot.policies_start", lang, {"day": day(min(starts), lang)}), (when, 0.02),
                  xycoords=axes.get_xaxis_transform(), xytext=(5, 0), textcoords="offset points",
                  color=FAINT)  # fmt: skip
