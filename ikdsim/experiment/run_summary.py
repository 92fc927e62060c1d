"""What a comparison keeps of one run, and how it is kept in a file."""

from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ikdsim.files import UNREADABLE_ARRAYS, write_file
from ikdsim.observe.barriers import BARRIERS
from ikdsim.result.beside_cost import BESIDE_COST
from ikdsim.result.run_result import RunResult
from ikdsim.result.taken import taken_from_others


@dataclass(frozen=True)
class RunSummary:
    """A run in small; counts are residents, not agents."""

    activated: NDArray[np.float64]
    """Shape (weeks, places)."""
    barriers: NDArray[np.float64]
    """At the horizon, in the order of BARRIERS; shape (places, barriers)."""
    cost: float
    """Rupiah over the whole run."""
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
        cost=result.total_cost,
        taken=taken_from_others(result),
        beside_cost=np.array([result.beside_cost[name] for name in BESIDE_COST]),
        expected=expected,
    )


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
                cost=float(stored["cost"]),
                taken=stored["taken"],
                beside_cost=stored["beside_cost"],
                expected=stored["expected"],
            )
    except UNREADABLE_ARRAYS:
        return None
