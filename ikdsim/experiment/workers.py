"""Several seeds side by side, each in a process of its own.

Processes are started afresh ("spawn"), which works alike on every system. They do not hear Ctrl-C, which a terminal
sends to all of them; the first process hears it, and tells them to stop after the run they are at.
"""

import multiprocessing
import signal
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Final

from ikdsim.errors import IkdsimError
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import RunSummary
from ikdsim.experiment.runs import run_seed
from ikdsim.kernel import FIRST_COMPILATION, is_compiled
from ikdsim.model import IkdModel

HANDFUL: Final = 10_000.0
"""Scale at which a region has a handful of residents."""
SeedDone = tuple[int, list[RunSummary]]


class WorkerLost(IkdsimError):  # noqa: N818  (it says what happened)
    """A process that ran simulations died: it was killed, or there was no memory left."""


def run_seeds(plan: Plan, jobs: int, folder: Path | None) -> Generator[SeedDone]:
    """Each seed of `plan` with its summaries, in the order in which they are done; `jobs` processes work at once.

    Raises WorkerLost if one of them dies.
    """
    if min(jobs, len(plan.seeds)) == 1:
        return ((seed, run_seed(plan, seed, folder, _never)) for seed in plan.seeds)
    return _side_by_side(plan, min(jobs, len(plan.seeds)), folder)


def _side_by_side(plan: Plan, jobs: int, folder: Path | None) -> Generator[SeedDone]:
    if not is_compiled():
        _compile(plan)
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    with ProcessPoolExecutor(jobs, context, _begin_worker, (stop,)) as pool:
        with _deaf_to_interrupts():
            futures = {pool.submit(_run_seed, plan, seed, folder): seed for seed in plan.seeds}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BrokenProcessPool:
            raise WorkerLost("a process that ran simulations died") from None
        finally:
            stop.set()


def _compile(plan: Plan) -> None:
    """Compile once, here, what every process would compile for itself: a week of a handful of residents does it."""
    IkdModel(plan.scenarios[0], scale=HANDFUL).step()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process that starts in here does not hear Ctrl-C even before `_begin_worker` (not so on Windows)."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what a signal does
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class _Worker:
    """What a worker process knows of the first one."""

    stop: Callable[[], bool]


def _begin_worker(stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Worker.stop = stop.is_set
    FIRST_COMPILATION.is_told = True


def _run_seed(plan: Plan, seed: int, folder: Path | None) -> list[RunSummary]:
    return run_seed(plan, seed, folder, _Worker.stop)


def _never() -> bool:
    return False
