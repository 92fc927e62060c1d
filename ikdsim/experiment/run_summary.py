"""What a comparison keeps of one run, and how it is kept as bytes."""

import json
import math
import zlib
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray

from ikdsim.observe.barriers import BARRIERS
from ikdsim.result.beside_cost import BESIDE_COST
from ikdsim.result.run_result import RunResult
from ikdsim.result.taken import taken_from_others

_FAST: Final = 1
"""Level of compression that takes a millisecond at most."""


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
    read = dict(zip((field.name for field in fields(RunSummary)), values, strict=True))
    return replace(RunSummary(**read), cost=float(read["cost"]))
