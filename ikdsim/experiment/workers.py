"""Several seeds side by side, each in a process of its own, or by whatever executor the caller has.

Processes are started afresh, which works alike on every system, by loky: its pool tells of a process that dies at any
moment, also in its first ones, where the pool of Python 3.11 may wait for ever. Processes do not hear Ctrl-C, which a
terminal sends to all of them; the first process hears it, and ends them, since a ledger is whole at any moment.
"""

import os
import signal
import threading
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from loky.process_executor import ProcessPoolExecutor

from ikdsim.errors import IkdsimError
from ikdsim.experiment.ledger import Run
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.runs import SeedDone, run_seed
from ikdsim.kernel import FIRST_COMPILATION, is_compiled
from ikdsim.model import IkdModel

HANDFUL: Final = 10_000.0
"""Scale at which a region has a handful of residents."""
_EVERY: Final = 1.0
"""Seconds after which a process looks again whether the first one is there."""
Missing = Mapping[int, Sequence[Run]]
"""The runs to be done, by seed."""


class WorkerLost(IkdsimError):  # noqa: N818  (it says what happened)
    """A process that ran simulations died: it was killed, or there was no memory left."""


def run_seeds(jobs: int | Executor, plan: Plan, missing: Missing, folder: Path | None) -> Generator[SeedDone]:
    """What came of each seed's `missing` runs, in the order in which they are done.

    So many `jobs` (processes) work at once, or an executor of the caller's, who also ends it. Raises WorkerLost if a
    process dies.
    """
    if not isinstance(jobs, int):
        return (future.result() for future in _submitted(jobs, plan, missing, folder))
    if min(jobs, len(missing)) <= 1:
        return (run_seed(plan, runs, folder) for runs in missing.values())
    return _side_by_side(plan, missing, min(jobs, len(missing)), folder)


def _side_by_side(plan: Plan, missing: Missing, jobs: int, folder: Path | None) -> Generator[SeedDone]:
    if not is_compiled():
        _compile(plan)
    pool = ProcessPoolExecutor(jobs, initializer=_begin_worker)
    try:
        with _deaf_to_interrupts():
            futures = _submitted(pool, plan, missing, folder)
        yield from (future.result() for future in futures)
    except BrokenProcessPool:
        raise WorkerLost("a process that ran simulations died") from None
    finally:
        pool.shutdown(kill_workers=True)


@contextmanager
def processes(jobs: int) -> Iterator[Executor]:
    """So many processes for other work than runs; raises WorkerLost if one of them dies."""
    pool = ProcessPoolExecutor(jobs, initializer=_begin_worker)
    try:
        yield pool
    except BrokenProcessPool:
        raise WorkerLost("a process died") from None
    finally:
        pool.shutdown(kill_workers=True)


def _submitted(executor: Executor, plan: Plan, missing: Missing, folder: Path | None) -> Iterator[Future[SeedDone]]:
    """Futures in the order in which they are done; nobody else holds them, so that what is read is forgotten."""
    return as_completed({executor.submit(run_seed, plan, runs, folder) for runs in missing.values()})


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


def _begin_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    FIRST_COMPILATION.is_told = True
    threading.Thread(target=_end_with_the_first, args=(os.getppid(),), daemon=True).start()


def _end_with_the_first(first: int) -> None:
    """End this process once the first one is gone, which may have been killed (on Windows the broken pipe does it)."""
    while os.getppid() == first:
        time.sleep(_EVERY)
    os._exit(1)
