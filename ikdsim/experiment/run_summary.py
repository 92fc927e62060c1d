"""What a comparison keeps of one run, and how it is kept in a file."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import WEEKS_PER_YEAR, monday_of
from ikdsim.files import UNREADABLE_ARRAYS, write_file
from ikdsim.observe.barriers import BARRIERS
from ikdsim.result.beside_cost import BESIDE_COST
from ikdsim.result.run_result import RunResult
from ikdsim.result.taken import taken_from_others

SPANS: Final = ("run", "last_year")
WEEKS_OF_LAST_YEAR: Final = round(WEEKS_PER_YEAR)


@dataclass(frozen=True)
class RunSummary:
    """A run in small; counts are residents, not agents."""

    activated: NDArray[np.float32]
    """Shape (weeks, places); short floats, which hold whole residents exactly up to 16 million."""
    barriers: NDArray[np.float32]
    """At the horizon, in the order of BARRIERS; shape (places, barriers)."""
    groups: NDArray[np.float32]
    """At the horizon, in the order of GROUP_NAMES and COUNTED (observe/groups.py); shape (places, groups, counted)."""
    minutes: NDArray[np.float64]
    """Officer minutes left for IKD and used, over SPANS, by kind of service; shape (kinds, SPANS, 2)."""
    cost_items: NDArray[np.str_]
    """Names of what was paid for, sorted."""
    cost: NDArray[np.float64]
    """Rupiah by item and calendar year, see `years_of`; shape (items, years)."""
    taken: NDArray[np.float64]
    """What others went without over the whole run, in the order of TAKEN."""
    beside_cost: NDArray[np.float64]
    """Rupiah over the whole run that are no cost of the office, in the order of BESIDE_COST."""
    expected: NDArray[np.float64]
    """Users whom the twin expects under each setting, see expected.py; nothing but for the first seed."""


def summarise(result: RunResult, expected: NDArray[np.float64]) -> RunSummary:
    """The small part of `result` that comparisons need, and what is `expected` beside it."""
    return RunSummary(
        activated=result.activated_by_place.astype(np.float32),
        barriers=np.stack([result.barriers[name] for name in BARRIERS], axis=1, dtype=np.float32),
        groups=result.groups.astype(np.float32),
        minutes=_minutes(result),
        cost_items=np.array(sorted(result.costs), np.str_),
        cost=_cost(result),
        taken=taken_from_others(result),
        beside_cost=np.array([result.beside_cost[name] for name in BESIDE_COST]),
        expected=expected,
    )


def years_of(first_week: int, last_week: int) -> range:
    """Calendar years of the weeks from the first to the last; a week belongs to the year of its Monday."""
    return range(monday_of(first_week).year, monday_of(last_week).year + 1)


def cost_of(summary: RunSummary, items: Sequence[str]) -> NDArray[np.float64]:
    """Rupiah of a run by calendar year for each of the `items`, which hold at least its own; shape (items, years)."""
    cost = np.zeros((len(items), summary.cost.shape[1]))
    cost[[items.index(item) for item in summary.cost_items.tolist()]] = summary.cost
    return cost


def _minutes(result: RunResult) -> NDArray[np.float64]:
    given_and_used = np.stack([result.minutes_given, result.minutes_used], axis=-1)
    return np.stack([given_and_used.sum(axis=0), given_and_used[-WEEKS_OF_LAST_YEAR:].sum(axis=0)], axis=1)


def _cost(result: RunResult) -> NDArray[np.float64]:
    first, last = int(result.weeks[0]), int(result.weeks[-1])
    years = years_of(first, last)
    year_of_week = [monday_of(week).year - years.start for week in range(first, last + 1)]
    by_item = [np.bincount(year_of_week, result.costs[item], len(years)) for item in sorted(result.costs)]
    return np.array(by_item, np.float64).reshape(len(by_item), len(years))


def write_summary(summary: RunSummary, path: Path) -> None:
    """Write `summary` to `path` (.npz) in one stroke: a reader finds the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, lambda file: np.savez_compressed(file, **asdict(summary)))


def read_summary(path: Path) -> RunSummary | None:
    """The summary at `path`; None if there is none that can be read, so that its run is done (again)."""
    try:
        with np.load(path) as stored:
            return RunSummary(
                activated=stored["activated"],
                barriers=stored["barriers"],
                groups=stored["groups"],
                minutes=stored["minutes"],
                cost_items=stored["cost_items"],
                cost=stored["cost"],
                taken=stored["taken"],
                beside_cost=stored["beside_cost"],
                expected=stored["expected"],
            )
    except UNREADABLE_ARRAYS:
        return None
