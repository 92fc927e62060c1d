"""The tables of a comparison as they go into files: one row an observation, one meaning a column, names for codes."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.equity import BASES, PAIRS, gaps_of, shares_of
from ikdsim.experiment.interval import band, band_of_known, interval
from ikdsim.experiment.ranks import rank_shares
from ikdsim.experiment.run_summary import SPANS
from ikdsim.experiment.sure import chance_and_numbers, mean_gain, variance_reduction
from ikdsim.experiment.targets import targets_of
from ikdsim.observe.barriers import BARRIERS
from ikdsim.observe.groups import COUNTED, GROUP_NAMES
from ikdsim.result.prices import prices
from ikdsim.result.taken import TAKEN
from ikdsim.service.kinds import KINDS


def tables(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Every table of `comparison` by the name of its file; counts in residents, shares 0-1, dates are Sundays.

    A column that ends in _median is followed by _low and _high, between which nine runs in ten lie.
    """
    return {
        "comparison": comparison.to_frame(),
        "certainty": certainty(comparison),
        "ranks": ranks(comparison),
        "runs": runs(comparison),
        "places": places(comparison),
        "curves": curves(comparison),
        "targets": targets(comparison),
        "barriers": barriers(comparison),
        "groups": groups(comparison),
        "equity": equity(comparison),
        "gaps": gaps(comparison),
        "costs": costs(comparison),
        "prices": prices(comparison.scenarios[comparison.plan.baseline]),
        "capacity": capacity(comparison),
        "taken_from_others": taken_from_others(comparison),
        "settings": settings(comparison),
    }


def certainty(comparison: Comparison) -> pd.DataFrame:
    """By scenario: the mean gain as it would come out again and again, and what its spread over the runs is made of.

    `pairing` says how many times more runs were needed if scenarios had other residents and other luck.
    """
    rows = []
    for number in range(len(comparison.scenarios)):
        chance, numbers = chance_and_numbers(comparison, number) or (np.nan, np.nan)
        pairing = variance_reduction(comparison, number)
        spreads = {"by_chance": chance, "by_numbers": numbers, "pairing": np.nan if pairing is None else pairing}
        mean = {f"mean_gain_{part}": value for part, value in mean_gain(comparison, number)._asdict().items()}
        rows.append({"scenario": comparison.scenarios[number].name, **mean, **spreads})
    return pd.DataFrame(rows)


def ranks(comparison: Comparison) -> pd.DataFrame:
    """By scenario and rank, the most activated at the horizon first: share of the runs in which it has that rank."""
    index = _index(comparison, {"rank": range(1, 1 + len(comparison.scenarios))})
    return _frame({"rank_share": rank_shares(comparison).ravel()}, index)


def runs(comparison: Comparison) -> pd.DataFrame:
    """By scenario and seed at the horizon: activated, rupiah, and how much more of both than under the baseline."""
    index = _index(comparison, {"seed": comparison.plan.seeds})
    columns = {
        "activated": comparison.at_horizon.sum(axis=2),
        "gain": comparison.gains.sum(axis=2),
        "cost_rupiah": comparison.cost,
        "extra_cost_rupiah": comparison.extra_cost,
    }
    return _frame({name: values.ravel() for name, values in columns.items()}, index)


def places(comparison: Comparison) -> pd.DataFrame:
    """By scenario and place at the horizon: activated and gain; whether an official village bears the name."""
    index = _index(comparison, {"place": comparison.region.place_names})
    official = [not place.approximate for place in comparison.region.places]
    activated = _columns("activated", comparison.at_horizon)
    columns = {"official": np.tile(official, len(comparison.scenarios)), **activated}
    return _frame(columns | _columns("gain", comparison.gains), index)


def curves(comparison: Comparison) -> pd.DataFrame:
    """By scenario and date: activated in the whole region, and gain."""
    index = _index(comparison, {"date": pd.to_datetime(comparison.dates)})
    activated = np.array([comparison.curves(number) for number in range(len(comparison.scenarios))])
    gains = activated - activated[comparison.plan.baseline]
    return _frame(_columns("activated", activated) | _columns("gain", gains), index)


def targets(comparison: Comparison) -> pd.DataFrame:
    """By scenario and target: when the median run reaches it, empty if not within the horizon."""
    wanted = targets_of(comparison.region)
    index = _index(comparison, {"target_share": list(wanted)})
    numbers = range(len(comparison.scenarios))
    reached = [comparison.target_date(number, residents) for number in numbers for residents in wanted.values()]
    columns = {"target": list(wanted.values()) * len(numbers), "date": pd.to_datetime(pd.Series(reached)).to_numpy()}
    return _frame(columns, index)


def barriers(comparison: Comparison) -> pd.DataFrame:
    """By scenario, place and barrier at the horizon: residents, and how many more than in the baseline; means."""
    index = _index(comparison, {"place": comparison.region.place_names, "barrier": BARRIERS})
    means = comparison.barriers.mean(axis=1)
    changes = means - means[comparison.plan.baseline]
    return _frame({"residents": means.ravel(), "change": changes.ravel()}, index)


def groups(comparison: Comparison) -> pd.DataFrame:
    """By scenario, place and group at the horizon: users, residents, recorded and adults, means of the runs."""
    index = _index(comparison, {"place": comparison.region.place_names, "of": range(len(GROUP_NAMES))})
    means = comparison.groups.mean(axis=1, dtype=np.float64).reshape(-1, len(COUNTED))
    frame = _frame(dict(zip(COUNTED, means.T, strict=True)), index)
    names = np.array(GROUP_NAMES)[frame.pop("of")]
    frame.insert(2, "by", names[:, 0])
    frame.insert(3, "group", names[:, 1])
    return frame


def equity(comparison: Comparison) -> pd.DataFrame:
    """By scenario, group and base at the horizon: users as a share of the base."""
    told = [
        {"scenario": scenario.name, "by": by, "group": group, "base": base, **_said("share", shares)}
        for number, scenario in enumerate(comparison.scenarios)
        for base in BASES
        for (by, group), shares in shares_of(comparison, number, base).items()
    ]
    return pd.DataFrame(told)


def gaps(comparison: Comparison) -> pd.DataFrame:
    """By scenario, pair of groups and base: ratio and difference of shares, and what is more than in the baseline."""
    told = []
    for base in BASES:
        before = gaps_of(comparison, comparison.plan.baseline, base)
        for number, scenario in enumerate(comparison.scenarios):
            for by, gap in gaps_of(comparison, number, base).items():
                names = dict(zip(("ahead", "behind"), PAIRS[by], strict=True))
                change = _said("difference_change", gap.difference - before[by].difference)
                said = _said("ratio", gap.ratio) | _said("difference", gap.difference) | change
                told.append({"scenario": scenario.name, "by": by, **names, "base": base, **said})
    return pd.DataFrame(told)


def costs(comparison: Comparison) -> pd.DataFrame:
    """By scenario, item and calendar year: rupiah, and how many more than in the baseline."""
    index = _index(comparison, {"item": comparison.cost_items, "year": comparison.years})
    extra = comparison.cost_by_item - comparison.cost_by_item[comparison.plan.baseline]
    return _frame(_columns("rupiah", comparison.cost_by_item) | _columns("extra", extra), index)


def capacity(comparison: Comparison) -> pd.DataFrame:
    """By scenario, kind of service and span (the run, its last year): officer minutes for IKD, and the share used."""
    index = _index(comparison, {"channel": KINDS, "span": SPANS})
    given, used = comparison.minutes[..., 0], comparison.minutes[..., 1]
    minutes = _columns("minutes_given", given) | _columns("minutes_used", used)
    return _frame(minutes | _columns("share_used", comparison.share_used, band_of_known), index)


def taken_from_others(comparison: Comparison) -> pd.DataFrame:
    """By scenario and what is taken from others over the whole run: how much more than under the baseline."""
    return _frame(_columns("extra", comparison.extra_taken), _index(comparison, {"taken": list(TAKEN)}))


def settings(comparison: Comparison) -> pd.DataFrame:
    """By setting and scenario, as the twin expects at the horizon: activated, gain, and its part of today's gain.

    With the numbers that the setting moves; none once calibrated.
    """
    columns = {"activated": "activated", "gain": "gains", "factor": "factors"}
    frames = [
        pd.DataFrame({column: setting[name] for column, name in columns.items()}).assign(
            setting=setting["name"],
            numbers="; ".join(f"{name} = {value:g}" for name, value in setting["numbers"].items()),
        )
        for setting in comparison.document()["settings"]
    ]
    order = ["setting", "scenario", *columns, "numbers"]
    return pd.concat(frames).rename_axis("scenario").reset_index()[order] if frames else pd.DataFrame(columns=order)


def _index(comparison: Comparison, levels: Mapping[str, Iterable[object]]) -> pd.MultiIndex:
    """Every scenario with every combination of the `levels`."""
    names = [scenario.name for scenario in comparison.scenarios]
    return pd.MultiIndex.from_product([names, *map(list, levels.values())], names=["scenario", *levels])


def _frame(columns: Mapping[str, object], index: pd.MultiIndex) -> pd.DataFrame:
    return pd.DataFrame(columns, index).reset_index()


def _columns(
    name: str, counts: NDArray[np.float64], over_runs: Callable[..., Any] = band
) -> dict[str, NDArray[np.float64]]:
    """Median, low and high over the runs of `counts`, shape (scenarios, runs, ...), one after the other."""
    parts = zip(("median", "low", "high"), over_runs(counts.swapaxes(0, 1)), strict=True)
    return {f"{name}_{part}": values.ravel() for part, values in parts}


def _said(name: str, values: NDArray[np.float64]) -> dict[str, float]:
    """Median, low and high over the runs of `values`, one for each run."""
    return {f"{name}_{part}": value for part, value in interval(values)._asdict().items()}
