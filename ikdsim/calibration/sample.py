"""Sample: all ensembles of all problems, part by part and side by side, into the store of draws."""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import closing
from pathlib import Path
from typing import Final

from ikdsim.calibration.draws_store import DrawsStore
from ikdsim.calibration.ensemble import Part, Task, go_on
from ikdsim.calibration.plan import ENSEMBLES, Calibration

STEPS_A_PART: Final = 25
"""Steps of an ensemble that are lost if the process dies."""
Progress = Callable[[int, int], None]


def sample(calibration: Calibration, folder: Path, executor: Executor, progress: Progress | None = None) -> None:
    """Let all ensembles go to their end; parts that are in the store of `folder` are not done again."""
    tasks = [Task(calibration, home, number) for home in calibration.homes for number in range(ENSEMBLES)]
    total = parts_of(calibration) * len(tasks)
    with closing(DrawsStore(folder)) as store:
        done = sum(store.count(task.acts_on, task.ensemble) for task in tasks)
        running = {future: task for task in tasks for future in _submitted(task, store, executor)}
        while running:
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                task = running.pop(future)
                store.keep(task.acts_on, task.ensemble, store.count(task.acts_on, task.ensemble), future.result())
                running.update(dict.fromkeys(_submitted(task, store, executor), task))
                done += 1
            if progress:
                progress(done, total)


def parts_of(calibration: Calibration) -> int:
    """Number of parts of an ensemble."""
    return -(-calibration.steps // STEPS_A_PART)


def _submitted(task: Task, store: DrawsStore, executor: Executor) -> Iterator[Future[Part]]:
    """The next part of an ensemble, unless it is at its end."""
    number = store.count(task.acts_on, task.ensemble)
    steps = min(STEPS_A_PART, task.calibration.steps - number * STEPS_A_PART)
    if steps > 0:
        before = next(store.parts(task.acts_on, task.ensemble, number - 1), None) if number else None
        yield executor.submit(go_on, task, before, steps)
