"""How fast this machine moves memory, and how long merely reading the residents' columns would take."""

from collections.abc import Callable
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.measure import Measured, Stopwatch, Task
from benchmarks.yardstick.columns import columns_of, world_of
from benchmarks.yardstick.rules import load_rules

COPIED_BYTES: Final = 1 << 28
"""A quarter of a gigabyte: far more than a processor's caches hold."""
GIGA: Final = 1e9
TIMES: Final = 9


def copy(task: Task) -> Measured:
    """A large array copied on one core: each byte is read once and written once."""
    source = np.ones(COPIED_BYTES, np.uint8)
    target = np.zeros_like(source)
    cpu, wall = _median_seconds(lambda: np.copyto(target, source))
    return Measured(cpu_seconds=cpu, wall_seconds=wall, gb_per_second=2 * COPIED_BYTES / cpu / GIGA)


def read_columns(task: Task) -> Measured:
    """Every column of the residents read once, as one engine's week would at the least if it looked at everybody."""
    world = world_of(load_rules(task.scale), task.seed)
    words = [_as_words(column) for column in columns_of(world)]
    cpu, wall = _median_seconds(lambda: [column.max() for column in words])
    return Measured(cpu_seconds=cpu, wall_seconds=wall, residents=len(world.residents.place), weeks=1)


def _as_words(column: NDArray[np.generic]) -> NDArray[np.int64]:
    """The same memory as words of eight bytes, so that no column is slower for its type."""
    flat = np.ascontiguousarray(column).reshape(-1).view(np.uint8)
    return flat[: len(flat) // 8 * 8].view(np.int64)


def _median_seconds(action: Callable[[], object]) -> tuple[float, float]:
    """Processor and wall seconds of one time out of several."""
    action()
    seconds = []
    for _ in range(TIMES):
        watch = Stopwatch()
        action()
        seconds.append((watch.cpu(), watch.wall()))
    cpu, wall = zip(*seconds, strict=True)
    return median(cpu), median(wall)
