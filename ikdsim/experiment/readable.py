"""Tables for readers: the words of one language for codes and for the heads of columns."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import pandas as pd

from ikdsim.experiment.comparison import Comparison
from ikdsim.language import catalogue, text
from ikdsim.region.places import Place
from ikdsim.result.cost_item import item_label

STATISTICS: Final = ("median", "low", "high")
_GROUP_COLUMNS: Final = ("by", "group", "base", "ahead", "behind")
_TABLE_COLUMNS: Final = ("span", "taken", "official")


def readable(frame: pd.DataFrame, comparison: Comparison, lang: str) -> pd.DataFrame:
    """The same table with words for codes; columns keep their names, and those that no reader is told are left out."""
    told = _words_of(comparison, lang)
    known = frame[[name for name in frame.columns if _is_known(name)]]
    return known.assign(**{name: known[name].map(told[name]) for name in known.columns if name in told})


def head(column: str, lang: str) -> str:
    """What a reader finds above a column."""
    name, statistic = _parts(column)
    words = text(f"table.{name}", lang)
    return f"{words}, {text(f'table.{statistic}', lang)}" if statistic else words


def place_label(place: Place, lang: str) -> str:
    """Name of a place, told apart from official villages if it is none."""
    return text("table.unofficial", lang, {"place": place.name}) if place.approximate else place.name


def _words_of(comparison: Comparison, lang: str) -> Mapping[str, Callable[[object], str]]:
    titles = dict(zip((scenario.name for scenario in comparison.scenarios), comparison.plan.titles(lang), strict=True))
    places = {place.name: place_label(place, lang) for place in comparison.region.places}
    return {
        "scenario": lambda name: titles[str(name)],
        "name": lambda name: titles[str(name)],
        "place": lambda name: places[str(name)],
        "item": lambda item: item_label(str(item), lang),
        "channel": partial(_entry, "channel", lang),
        "barrier": partial(_entry, "barrier", lang),
        "number_kind": lambda kind: text(f"data.kind_{kind}", lang),
        "setting": partial(_entry, "settings", lang),
        **dict.fromkeys(_GROUP_COLUMNS, partial(_entry, "group", lang)),
        **dict.fromkeys(_TABLE_COLUMNS, partial(_entry, "table", lang)),
    }


def _entry(topic: str, lang: str, code: object) -> str:
    return text(f"{topic}.{code}", lang)


def _is_known(column: str) -> bool:
    return _parts(column)[0] in catalogue("table")


def _parts(column: str) -> tuple[str, str]:
    """The name of a column without what it says of the runs, and that."""
    name, _, last = column.rpartition("_")
    return (name, last) if last in STATISTICS and name else (column, "")
