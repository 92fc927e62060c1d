"""What every measured process shares: a task, a stopwatch, and what it hands back.

Processor time says more than the clock on a machine that others use too. Nothing here imports numpy: the memory of a
parent would count as that of the process it starts.
"""

import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

try:
    import resource
except ImportError:  # Windows counts neither processor time nor memory of processes that ended
    resource = None  # type: ignore[assignment]

NANO: Final = 1e9
"""Nanoseconds in a second."""
TIMES: Final = 9
"""Repetitions of what takes milliseconds."""
CPU_FILE: Final = Path("/proc/cpuinfo")
BYTES_PER_UNIT: Final = 1 if sys.platform == "darwin" else 1024
"""`ru_maxrss` counts bytes on macOS and KiB elsewhere."""


@dataclass(frozen=True)
class Task:
    """What a process is to measure: a subject such as an engine, at a scale, with a seed."""

    subject: str
    scale: float
    seed: int
    weeks: int | None = None
    """Weeks of a run that is too long to be measured to its end."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What a process measured; None is what it has not, or what this system cannot measure."""

    cpu_seconds: float | None
    wall_seconds: float
    residents: int | None = None
    weeks: int | None = None
    peak_bytes: int | None = None
    gb_per_second: float | None = None
    """Memory that was read and written."""
    times_faster: float | None = None
    """Wall seconds of one thread in those of two."""
    curves: list[list[float]] | None = None
    """The checked points of the yardstick's curve for each seed, see curves.py."""


class Stopwatch:
    """Seconds since it was made: of this process, of processes that it started and that have ended, and of the wall."""

    def __init__(self) -> None:
        self._wall, self._own, self._ended = time.perf_counter(), time.process_time(), _ended_cpu()

    def wall(self) -> float:
        """Seconds of the clock on the wall."""
        return time.perf_counter() - self._wall

    def cpu(self) -> float:
        """Processor seconds of this process."""
        return time.process_time() - self._own

    def cpu_with_children(self) -> float | None:
        """The same with those of processes that it started and that have ended; None where they are not counted."""
        ended = _ended_cpu()
        return None if ended is None or self._ended is None else self.cpu() + ended - self._ended


def median_seconds(action: Callable[[], object]) -> tuple[float, float]:
    """Processor and wall seconds of one time out of several; a first one does not count."""
    action()
    seconds = []
    for _ in range(TIMES):
        watch = Stopwatch()
        action()
        seconds.append((watch.cpu(), watch.wall()))
    cpu, wall = zip(*seconds, strict=True)
    return median(cpu), median(wall)


def peak_bytes() -> int | None:
    """Most memory that this process has held so far, bytes."""
    if resource is None:
        return None
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * BYTES_PER_UNIT


def machine() -> dict[str, str | int | None]:
    """What the figures were measured on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def _ended_cpu() -> float | None:
    if resource is None:
        return None
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(usage.ru_utime + usage.ru_stime)


def _processor() -> str:
    """Name of the processor where the system says it."""
    lines = CPU_FILE.read_text(encoding="utf-8").splitlines() if CPU_FILE.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
