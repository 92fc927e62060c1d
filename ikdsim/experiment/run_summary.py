"""What a comparison keeps of one run, and how it is kept as bytes."""

import json
import math
import zlib
from dataclasses import asdict, dataclass, fields
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import WEEKS_PER_YEAR, monday_of
from ikdsim.observe.barriers import BARRIERS
from ikdsim.result.beside_cost import BESIDE_COST
from ikdsim.result.run_result import RunResult
from ikdsim.result.taken import taken_from_others

_FAST: Final = 1
"""Level of compression that takes a millisecond at most."""
SPANS: Final = ("run", "last_year")
WEEKS_OF_LAST_YEAR: Final = round(WEEKS_PER_YEAR)


@dataclass(frozen=True)
class RunSummary:
    """A run in small; counts are residents, not agents."""

    activated: NDArray[np.float64]
    """Shape (weeks, places)."""
    barriers: NDArray[np.float64]
    """At the horizon, in the order of BARRIERS; shape (places, barriers)."""
    groups: NDArray[np.float32]
    """At the horizon, in the order of GROUP_NAMES and COUNTED of observe/groups.py; shape (places, groups, counted).

    Short floats, which hold whole residents exactly up to 16 million."""
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
        activated=result.activated_by_place,
        barriers=np.stack([result.barriers[name] for name in BARRIERS], axis=1),
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


def _minutes(result: RunResult) -> NDArray[np.float64]:
    given_and_used = np.stack([result.minutes_given, result.minutes_used], axis=-1)
    return np.stack([given_and_used.sum(axis=0), given_and_used[-WEEKS_OF_LAST_YEAR:].sum(axis=0)], axis=1)


def _cost(result: RunResult) -> NDArray[np.float64]:
    first, last = int(result.weeks[0]), int(result.weeks[-1])
    years = years_of(first, last)
    year_of_week = [monday_of(week).year - years.start for week in range(first, last + 1)]
    by_item = [np.bincount(year_of_week, result.costs[item], len(years)) for item in sorted(result.costs)]
    return np.array(by_item, np.float64).reshape(len(by_item), len(years))


def packed(summary: RunSummary) -> bytes:
    """The summary as bytes that tell by themselves whether they are whole."""
    arrays = [np.asarray(value) for value in asdict(summary).values()]
    head = json.dumps([(array.dtype.str, array.shape) for array in arrays]).encode()
    return zlib.compress(b"\n".join([head, b"".join(array.tobytes() for array in arrays)]), _FAST)


def is_whole(entry: object) -> bool:
    """Whether these are the bytes of a summary, as they were packed."""
    try:
        zlib.decompress(cast(bytes, entry))
    except (zlib.error, TypeError):
        return False
    return True


def unpacked(entry: bytes) -> RunSummary:
    """The summary that was packed."""
    head, _, body = zlib.decompress(entry).partition(b"\n")
    values: list[Any] = []
    at = 0
    for dtype, shape in json.loads(head):
        array = np.frombuffer(body, dtype, math.prod(shape), at).reshape(shape)
        values.append(array)
        at += array.nbytes
    return RunSummary(**dict(zip((field.name for field in fields(RunSummary)), values, strict=True)))
