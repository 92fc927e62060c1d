"""Gains under other numbers, side by side: as long as none is calibrated, one gain alone would say too much."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of
from ikdsim.experiment.comparison import Comparison
from ikdsim.language import day, number, text
from ikdsim.provenance import load_parameters
from ikdsim.report.layout import NOTHING, as_written, signed, wide
from ikdsim.report.ruled import ruled


def gains_under_settings(comparison: Comparison, lang: str) -> list[str]:
    """A section with a column for each setting; none without settings or scenarios to compare."""
    if not comparison.plan.settings or not comparison.plan.others:
        return []
    part = as_written(100 * comparison.plan.settings[0].part_of_way, lang)
    head = [text("compare.scenario", lang)]
    head += [text(f"settings.{setting.name}", lang) for setting in comparison.plan.settings]
    blank = [[""] * len(head)]
    rows = [*_gains(comparison, lang), *blank, *_levels(comparison, lang), *blank, *_numbers(comparison, lang)]
    return [wide(text("settings.heading", lang, {"part": part})), ruled(head, rows), _method(comparison, lang)]


def _method(comparison: Comparison, lang: str) -> str:
    method = text("settings.method", lang, {"seed": comparison.plan.seeds[0]})
    has_dash = np.isnan(comparison.expected_gains).any()
    return wide(" ".join([method, text("settings.dash", lang)] if has_dash else [method]))


def _gains(comparison: Comparison, lang: str) -> list[list[str]]:
    titles, gains = comparison.plan.titles(lang), comparison.expected_gains
    return [[titles[k], *_told(gains[k], signed, lang)] for k in comparison.plan.others]


def _levels(comparison: Comparison, lang: str) -> list[list[str]]:
    """Users under the baseline at the horizon, and on the day of the published table where the runs cover it."""
    users = comparison.expected[comparison.plan.baseline]
    at_end = text("settings.at_end", lang, {"day": day(comparison.plan.horizon, lang)})
    rows = [[at_end, *_told(users[:, -1], number, lang)]]
    index = week_of(comparison.region.table_date) - week_of(comparison.scenarios[0].start)
    if 0 <= index < users.shape[1]:
        counted = number(sum(place.activated for place in comparison.region.places), lang)
        facts = {"day": day(comparison.region.table_date, lang), "table": counted}
        rows.append([text("settings.at_table", lang, facts), *_told(users[:, index], number, lang)])
    return rows


def _numbers(comparison: Comparison, lang: str) -> list[list[str]]:
    """The numbers that settings move, as they are in the baseline under each."""
    settings, baseline = comparison.plan.settings, comparison.scenarios[comparison.plan.baseline]
    own = load_parameters().with_values(baseline.parameters)
    under = [setting.numbers(baseline) for setting in settings]
    moved = dict.fromkeys(name for setting in settings for name in setting.ends)
    return [[_name(name, lang), *(as_written(n.get(name, own.value(name)), lang) for n in under)] for name in moved]


def _name(name: str, lang: str) -> str:
    """A number in words, and as a scenario file calls it."""
    words = text("settings." + name.replace(".", "_"), lang)
    return f"{words} ({name})"


def _told(values: NDArray[np.float64], how: Callable[[float, str], str], lang: str) -> Sequence[str]:
    return [NOTHING if np.isnan(value) else how(value, lang) for value in values]
