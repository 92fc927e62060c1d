"""What is measured: one function for each kind of row, called in a process of its own; None is what cannot be measured.

Processor time says more than the clock on a machine that others use too. A tiny run comes first: it loads the compiled
rules (or compiles them, once for a machine), so that the run that is measured pays for nothing but itself.
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from statistics import NormalDist

import numpy as np

from benchmarks.document import checked_points
from benchmarks.rows import Figures, Row
from benchmarks.yardstick import numpy_arrays
from benchmarks.yardstick.columns import residents_in_memory
from benchmarks.yardstick.rules import load_rules
from ikdsim.branch import branch_from
from ikdsim.clock import sunday_of, week_of
from ikdsim.command.new import SCENARIOS, shipped
from ikdsim.experiment.compare import compare
from ikdsim.model import IkdModel
from ikdsim.result.simulate import run, run_to_end
from ikdsim.scenario.load import load_scenario, load_scenarios
from ikdsim.setup import Setup
from ikdsim.snapshot import load_snapshot
from ikdsim.twin import Twin

try:
    import resource
except ImportError:  # Windows counts neither processor time nor memory of processes that ended
    resource = None  # type: ignore[assignment]

BABELAN = shipped(SCENARIOS) / "babelan"
BASELINE = load_scenario(BABELAN / "baseline.toml")
TINY = 1000.0  # scale of the run that comes first
REFERENCE_SEEDS = range(1001, 1017)  # of the reference curve; rows count theirs from 1
TIMES, RUNS, PROCESSES = 9, 10, 2
"""Repetitions of what takes milliseconds; seeds of a scenario that is compared; processes that share the work."""
NATION, REGENCIES, SPREAD = 280_000_000, 514, 0.9
"""Residents of Indonesia, and how unlike its regencies are: standard deviation of the logarithm of their residents."""


def timed(do: Callable[[], object], residents: int | None = None, weeks: int | None = None, times: int = 1) -> Figures:
    """What it takes to `do` something: once, or one time of so many `times` in a row, after one that does not count."""
    if times > 1:
        do()
    gc.collect()  # what was made before is not swept up at the expense of what is measured
    before = _clocks()
    for _ in range(times):
        do()
    cpu, wall = ((after - then) / times for after, then in zip(_clocks(), before, strict=True))
    about = {"residents": residents, "weeks": weeks, "peak_bytes": peak_bytes()}
    return {"cpu_seconds": cpu, "wall_seconds": wall, **about}


def timed_processes(do: Callable[[], object]) -> Figures:
    """The same, once, for what starts processes: their memory is not that of this one."""
    measured = timed(do)
    return {**measured, "peak_bytes": None, "cpu_seconds": measured["cpu_seconds"] if resource else None}


def peak_bytes() -> int | None:
    """Most memory that this process has held so far; the system counts bytes on macOS and KiB elsewhere."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit if resource else None


def _clocks() -> tuple[float, float]:
    """Processor seconds, with those of processes that have ended, and the clock on the wall."""
    ended = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) if resource else 0.0
    return time.process_time() + ended, time.perf_counter()


def yardstick(row: Row, seed: int) -> Figures:
    """The yardstick in the implementation `row.subject`, residents made and run."""
    activated = import_module(f"benchmarks.yardstick.{row.subject}").activated
    activated(load_rules(TINY), seed)
    rules, curves = load_rules(row.scale), []
    measured = timed(lambda: curves.append(activated(rules, seed)), int(rules.residents.sum()), rules.weeks)
    return {**measured, "curves": [checked_points(curve.tolist()) for curve in curves]}


def reference_curves(row: Row, seed: int) -> Figures:
    """The checked points of many other seeds of numpy's yardstick."""
    rules = load_rules(row.scale)
    return {"curves": [checked_points(numpy_arrays.activated(rules, other).tolist()) for other in REFERENCE_SEEDS]}


def baseline(row: Row, seed: int) -> Figures:
    """One run of the baseline, or of its first `row.weeks`, with the engine `row.subject`; residents are at hand."""
    people = _prepared(row, seed, row.subject)
    weeks = row.weeks or week_of(BASELINE.end) - week_of(BASELINE.start) + 1
    scenario = BASELINE.until(sunday_of(week_of(BASELINE.start) + weeks - 1))
    size, engine = len(people.residents.place), row.subject
    return timed(lambda: run_to_end(IkdModel(people.under(scenario), engine=engine)), size, weeks)


def two_threads(row: Row, seed: int) -> Figures:
    """A run of the baseline with two threads, and how many times faster it is than with one, by the wall."""
    people = _prepared(row, seed)

    def run_in(threads: int) -> Figures:
        model = IkdModel(people.under(BASELINE))
        model.engine.resume(model.week, threads)
        return timed(model.run, len(model.residents.place), model.last_week - model.week)

    one, two = run_in(1), run_in(2)
    return {**two, "times_faster": one["wall_seconds"] / two["wall_seconds"]}


def population(row: Row, seed: int) -> Figures:
    """Making the residents."""
    size = len(Setup(BASELINE, seed, row.scale).residents.place)
    return timed(lambda: Setup(BASELINE, seed, row.scale).residents, size)


def january_2027(row: Row, seed: int) -> Figures:
    """`row.subject` of the baseline as it stands then: "save" to a file, "load" that, "branch" to the end of 2028."""
    people = _prepared(row, seed)
    model = IkdModel(people.under(BASELINE))
    while model.week < week_of(date(2027, 1, 3)):
        model.step()
    snapshot, weeks = model.snapshot(), model.last_week - model.week if row.subject == "branch" else None
    with tempfile.TemporaryDirectory() as folder:
        snapshot.save(Path(folder, "kept.npz"))
        actions = {
            "save": lambda: model.snapshot().save(Path(folder, "new.npz")),
            "load": lambda: load_snapshot(Path(folder, "kept.npz")),
            "branch": lambda: run_to_end(branch_from(snapshot, people.under(BASELINE))),
        }
        return timed(actions[row.subject], len(people.residents.place), weeks)


def twin(row: Row, seed: int) -> Figures:
    """The mean-field twin of the baseline, once its strata are made; it costs the same for any number of residents."""
    return timed(Twin(BASELINE, seed, row.scale).run, times=TIMES)


def command(row: Row, seed: int) -> Figures:
    """`ikdsim check` or `ikdsim run` of the baseline, from the cold start of its process to its end."""
    name, *options = row.subject.split()
    words = [sys.executable, "-m", "ikdsim", name, str(BABELAN / "baseline.toml"), *options]
    return timed_processes(lambda: subprocess.run(words, check=True, capture_output=True))


def first_run(row: Row, seed: int) -> Figures:
    """The same where nothing is compiled yet: with an empty cache folder."""
    if sys.platform != "linux":
        raise NotImplementedError("only Linux lets a variable choose the folder of all caches")
    with tempfile.TemporaryDirectory() as os.environ["XDG_CACHE_HOME"]:
        return command(row, seed)


def first_command(row: Row, seed: int) -> Figures:
    """The simulations of the README's first command, without plots and files: the shipped scenarios, ten seeds each."""
    return timed_processes(lambda: compare(load_scenarios([BABELAN]), RUNS, seed, scale=row.scale, jobs=PROCESSES))


def nation(row: Row, seed: int) -> Figures:
    """All of Indonesia, every regency as Babelan in another size; memory is the most that all processes can have."""
    sizes, done = sizes_of(round(NATION / row.scale), REGENCIES), []
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        jobs = (sizes, range(seed, seed + REGENCIES))
        measured = timed_processes(lambda: done.extend(pool.map(_regency, *jobs)) or pool.shutdown())
    weeks, peaks = zip(*done, strict=True)
    peak = peak_bytes() + PROCESSES * max(peaks) if all(peaks) else None
    return {**measured, "residents": sum(sizes), "weeks": weeks[0], "peak_bytes": peak}


def sizes_of(residents: int, regencies: int) -> list[int]:
    """Residents of each regency, the largest first: evenly spaced quantiles of a log-normal distribution, rounded."""
    shares = np.exp([NormalDist(0.0, SPREAD).inv_cdf(1.0 - (k + 0.5) / regencies) for k in range(regencies)])
    return np.rint(shares * residents / shares.sum()).astype(int).tolist()


def copy(row: Row, seed: int) -> Figures:
    """A quarter of a gigabyte copied on one core, in GB a second: each byte is read once and written once."""
    source, target = np.ones(1 << 28, np.uint8), np.zeros(1 << 28, np.uint8)
    seconds = timed(lambda: np.copyto(target, source), times=TIMES)["cpu_seconds"]
    return {"gb_per_second": 2 * len(source) / seconds / 1e9}


def read_residents(row: Row, seed: int) -> Figures:
    """Everything that is held of the residents read once: a week at the least, if it looked at everybody."""
    held = residents_in_memory(load_rules(row.scale), seed)
    words = [np.frombuffer(array, np.int64, array.nbytes // 8) for array in held]
    return timed(lambda: [array.max() for array in words], len(held[0]), weeks=1, times=TIMES)


def _prepared(row: Row, seed: int, engine: str = "columns") -> Setup:
    """The baseline with its residents made, after a tiny run."""
    run_to_end(IkdModel(BASELINE, seed, TINY, engine))
    return Setup(BASELINE, seed, row.scale).under(BASELINE)


def _regency(size: int, seed: int) -> tuple[int, int | None]:
    """Make and run Babelan with `size` residents: its weeks, and the peak memory of this process so far."""
    babelan = int(load_rules().residents.sum())
    return len(run(BASELINE, seed, scale=babelan / size).weeks), peak_bytes()
