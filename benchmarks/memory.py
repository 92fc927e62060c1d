"""How fast this machine moves memory, and how long merely reading all residents would take."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.measure import Measured, Task, median_seconds
from benchmarks.yardstick.columns import residents_in_memory
from benchmarks.yardstick.rules import load_rules

COPIED_BYTES: Final = 1 << 28
"""A quarter of a gigabyte: far more than a processor's caches hold."""
GIGA: Final = 1e9


def copy(task: Task) -> Measured:
    """A large array copied on one core: each byte is read once and written once."""
    source = np.ones(COPIED_BYTES, np.uint8)
    target = np.zeros_like(source)
    cpu, wall = median_seconds(lambda: np.copyto(target, source))
    return Measured(cpu_seconds=cpu, wall_seconds=wall, gb_per_second=2 * COPIED_BYTES / cpu / GIGA)


def read_residents(task: Task) -> Measured:
    """Everything that is held of the residents read once: a week at the least, if it looked at everybody."""
    held = residents_in_memory(load_rules(task.scale), task.seed)
    words = [_as_words(array) for array in held]
    cpu, wall = median_seconds(lambda: [array.max() for array in words])
    return Measured(cpu_seconds=cpu, wall_seconds=wall, residents=len(held[0]), weeks=1)


def _as_words(array: NDArray[np.generic]) -> NDArray[np.int64]:
    """The same memory as words of eight bytes, whatever its type."""
    flat = array.reshape(-1).view(np.uint8)
    return flat[: len(flat) // 8 * 8].view(np.int64)
