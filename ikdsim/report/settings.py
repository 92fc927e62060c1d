"""What becomes of gains under other numbers: as long as none is calibrated, one gain alone would say too much."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of
from ikdsim.experiment.bounds import REGISTER
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.paired_runs import LEAST_GAIN
from ikdsim.experiment.settings import TODAY
from ikdsim.language import day, number, text
from ikdsim.report.layout import NOTHING, as_written, paragraphs, wide
from ikdsim.report.ruled import ruled

THINGS: Final[Mapping[str, Sequence[str]]] = MappingProxyType(
    {
        "willing": ("few_willing", TODAY, "many_willing"),
        "contagion": ("little_contagion", TODAY, "much_contagion"),
        "desk_time": ("little_desk_time", TODAY, "much_desk_time", "no_kecamatan_desk"),
    }
)
"""What is not known: the settings that stand side by side for it, from less to more."""
MANY_TIMES: Final = 10
"""Factors from which on a second decimal says nothing."""


def gains_under_settings(comparison: Comparison, lang: str) -> list[str]:
    """A section with a table for each of THINGS; none without settings or scenarios to compare."""
    if not comparison.plan.settings or not comparison.plan.others:
        return []
    part = as_written(100 * comparison.plan.settings[0].part_of_way, lang)
    told = [wide(" ".join([text("settings.heading", lang, {"part": part}), *_two_baselines(comparison, lang)]))]
    for thing, names in THINGS.items():
        told += [wide(text(f"settings.{thing}", lang)), _table(comparison, names, lang)]
    return [*told, _method(comparison, lang)]


def _two_baselines(comparison: Comparison, lang: str) -> list[str]:
    """Why levels are not those of the runs, where runs have numbers that are drawn."""
    plan = comparison.plan
    if plan.numbers == REGISTER:
        return []
    users = {"register": comparison.expected[plan.baseline, 0, -1], "drawn": comparison.total(plan.baseline).median}
    return [text("settings.two_baselines", lang, {name: number(count, lang) for name, count in users.items()})]


def _method(comparison: Comparison, lang: str) -> str:
    method = text("settings.method", lang, {"seed": comparison.plan.seeds[0]})
    if not np.isnan(comparison.factors[comparison.plan.others]).any():
        return wide(method)
    return wide(" ".join([method, text("settings.dash", lang, {"least": number(LEAST_GAIN, lang)})]))


def _table(comparison: Comparison, names: Sequence[str], lang: str) -> str:
    """Factors of the scenarios under the settings `names`, then users under the baseline; below it, other orders."""
    order = [setting.name for setting in comparison.plan.settings]
    columns, titles = [order.index(name) for name in names], comparison.plan.titles(lang)
    head = [text("compare.scenario", lang), *(text(f"settings.{name}", lang) for name in names)]
    rows = [[titles[k], *_told(comparison.factors[k, columns], _factor, lang)] for k in comparison.plan.others]
    table = ruled(head, [*rows, [""] * len(head), *_levels(comparison, columns, lang)])
    return "\n".join([table, *paragraphs(_other_orders(comparison, columns, lang))])


def _factor(value: float, lang: str) -> str:
    return f"× {number(value, lang, 1 if abs(value) >= MANY_TIMES else 2)}"


def _other_orders(comparison: Comparison, columns: Sequence[int], lang: str) -> Iterator[str]:
    """A sentence for each setting in which the scenarios stand in another order than today."""
    others = [k for k in comparison.plan.others if not np.isnan(comparison.factors[k]).any()]
    titles, gains = comparison.plan.titles(lang), comparison.expected_gains
    today = sorted(others, key=lambda k: -gains[k, 0])
    for column in columns:
        order = sorted(others, key=lambda k: -gains[k, column])
        if order != today:
            setting = text(f"settings.{comparison.plan.settings[column].name}", lang)
            facts = {"setting": setting, "order": " > ".join(titles[k] for k in order)}
            yield text("settings.order", lang, facts)


def _levels(comparison: Comparison, columns: Sequence[int], lang: str) -> list[list[str]]:
    """Users under the baseline at the horizon, and on the day of the published table where the runs cover it."""
    users = comparison.expected[comparison.plan.baseline][columns]
    at_end = text("settings.at_end", lang, {"day": day(comparison.plan.horizon, lang)})
    rows = [[at_end, *_told(users[:, -1], number, lang)]]
    week = week_of(comparison.region.table_date) - week_of(comparison.scenarios[0].start)
    if 0 <= week < users.shape[1]:
        counted = number(sum(place.activated for place in comparison.region.places), lang)
        facts = {"day": day(comparison.region.table_date, lang), "table": counted}
        rows.append([text("settings.at_table", lang, facts), *_told(users[:, week], number, lang)])
    return rows


def _told(values: NDArray[np.float64], how: Callable[[float, str], str], lang: str) -> Sequence[str]:
    return [NOTHING if np.isnan(value) else how(value, lang) for value in values]
