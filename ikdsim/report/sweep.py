"""A sweep in words: a row for every combination of values."""

import pandas as pd

from ikdsim.experiment.interval import interval
from ikdsim.experiment.sweep import Sweep
from ikdsim.language import day, number, text
from ikdsim.report.layout import NOTHING, wide
from ikdsim.report.prices import own_prices
from ikdsim.report.ruled import ruled


def sweep_text(made: Sweep, frame: pd.DataFrame, lang: str) -> str:
    """Residents who use IKD at the end under every combination, median and 9 of 10 runs; `lang` "id" or "en"."""
    plan = made.plan
    title, runs = plan.scenarios[0].title[lang], number(len(plan.seeds), lang)
    heading = wide(text("sweep.heading", lang, {"title": title, "day": day(plan.horizon, lang), "runs": runs}))
    keys = list(next(iter(made.values.values())))
    head = [
        *keys,
        text("compare.activated", lang),
        text("compare.range" if len(plan.seeds) > 1 else "compare.range_of_one", lang),
    ]
    rows = [[*map(_shown, values), *_counts(group, lang)] for values, group in _groups(frame, keys)]
    priced = ["\n".join(told) for told in [own_prices(plan.scenarios[0], lang)] if told]
    return "\n\n".join([heading, ruled(head, rows), *priced, text("result.not_calibrated", lang)])


def _groups(frame: pd.DataFrame, keys: list[str]) -> list[tuple[list[object], pd.DataFrame]]:
    runs = len(frame["seed"].unique())
    parts = [frame.iloc[first : first + runs] for first in range(0, len(frame), runs)]
    return [([part[key].iloc[0] for key in keys], part) for part in parts]


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _counts(group: pd.DataFrame, lang: str) -> list[str]:
    found = interval(group["activated"].to_numpy())
    if len(group) == 1:
        return [number(found.median, lang), NOTHING]
    facts = {"low": number(found.low, lang), "high": number(found.high, lang)}
    return [number(found.median, lang), text("compare.between", lang, facts)]
