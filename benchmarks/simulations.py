"""What is measured inside one process: the yardstick, the baseline, the population, snapshots and branches.

Each function takes a task and hands back what it measured. A tiny run comes first: it loads the compiled rules (or
compiles them, once for a machine), so that the run that is measured pays for nothing but itself.
"""

import dataclasses
import tempfile
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.curves import checked_points
from benchmarks.measure import Measured, Stopwatch, Task, median_seconds, peak_bytes
from benchmarks.yardstick.rules import load_rules
from ikdsim.branch import branch_from
from ikdsim.clock import sunday_of, week_of
from ikdsim.command.new import shipped_scenarios
from ikdsim.engine.columns.engine import ColumnsEngine
from ikdsim.model import IkdModel
from ikdsim.population import synthesise
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.resident.columns import Residents
from ikdsim.result.simulate import run, run_to_end
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario
from ikdsim.snapshot import load_snapshot
from ikdsim.twin import Twin

WARM_UP_SCALE: Final = 1000.0
REFERENCE_SEEDS: Final = range(1001, 1017)
"""Seeds of the reference curve; rows count theirs from 1."""
BRANCH_DAY: Final = date(2027, 1, 3)
"""The last Sunday before a policy of January 2027 can begin."""
PAIRS: Final = 3
"""Runs with one thread and with two, in turns."""


def yardstick(task: Task) -> Measured:
    """The yardstick in the implementation `task.subject`, residents made and run."""
    activated = import_module(f"benchmarks.yardstick.{task.subject}").activated
    activated(load_rules(WARM_UP_SCALE), task.seed)
    rules = load_rules(task.scale)
    watch = Stopwatch()
    curve = activated(rules, task.seed)
    return Measured(
        cpu_seconds=watch.cpu(),
        wall_seconds=watch.wall(),
        residents=int(rules.residents.sum()),
        weeks=rules.weeks,
        peak_bytes=peak_bytes(),
        curves=[checked_points(curve.tolist())],
    )


def reference_curves(task: Task) -> Measured:
    """The checked points of many other seeds of the implementation `task.subject`."""
    activated = import_module(f"benchmarks.yardstick.{task.subject}").activated
    rules = load_rules(task.scale)
    watch = Stopwatch()
    curves = [checked_points(activated(rules, seed).tolist()) for seed in REFERENCE_SEEDS]
    return Measured(cpu_seconds=watch.cpu(), wall_seconds=watch.wall(), curves=curves)


def baseline(task: Task) -> Measured:
    """One run of the baseline, or of its first `task.weeks`, with the engine `task.subject`; residents are at hand."""
    scenario = _baseline()
    run(scenario, scale=WARM_UP_SCALE, engine=task.subject)
    residents = _population(scenario, task)
    until = None if task.weeks is None else sunday_of(week_of(scenario.start) + task.weeks - 1)
    watch = Stopwatch()
    result = run(scenario, task.seed, until, task.scale, task.subject, residents)
    return _measured(watch, residents, len(result.weeks))


def two_threads(task: Task) -> Measured:
    """Runs of the baseline with two threads, and how many times faster they are than with one, by the wall."""
    scenario = _baseline()
    run(scenario, scale=WARM_UP_SCALE)
    residents = _population(scenario, task)
    pairs = [[_run_in(threads, scenario, residents, task) for threads in (1, 2)] for _ in range(PAIRS)]
    times = median(one.wall_seconds / two.wall_seconds for one, two in pairs)
    return dataclasses.replace(pairs[-1][1], times_faster=times)


def _run_in(threads: int, scenario: Scenario, residents: Residents, task: Task) -> Measured:
    model = IkdModel(scenario, task.seed, task.scale, residents=residents)
    assert isinstance(model.engine, ColumnsEngine)
    model.engine.resume(model.week, threads)
    weeks = model.last_week - model.week
    return _timed(model.run, residents, weeks)


def twin(task: Task) -> Measured:
    """The mean-field twin of the baseline, once its cells are made; it costs the same for any number of residents."""
    prepared = Twin(_baseline(), task.seed, task.scale)
    cpu, wall = median_seconds(prepared.run)
    return Measured(cpu_seconds=cpu, wall_seconds=wall)


def population(task: Task) -> Measured:
    """Making the residents of the region of the baseline."""
    scenario = _baseline()
    _population(scenario, Task(task.subject, WARM_UP_SCALE, task.seed))
    watch = Stopwatch()
    residents = _population(scenario, task)
    return _measured(watch, residents, weeks=None)


def snapshot_save(task: Task) -> Measured:
    """Keeping the baseline of January 2027 in a file."""
    model = _model_of_2027(task)
    with tempfile.TemporaryDirectory() as folder:
        return _timed(lambda: model.snapshot().save(Path(folder, "2027.npz")), model.residents)


def snapshot_load(task: Task) -> Measured:
    """Reading the file of such a snapshot."""
    model = _model_of_2027(task)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "2027.npz")
        model.snapshot().save(path)
        return _timed(lambda: load_snapshot(path), model.residents)


def branch(task: Task) -> Measured:
    """Going on from such a snapshot to the end of the scenario, with the residents of the seed at hand."""
    model = _model_of_2027(task)
    snapshot = model.snapshot()
    weeks = model.last_week - model.week
    residents, scenario = model.residents, model.scenario
    return _timed(lambda: run_to_end(branch_from(snapshot, scenario, residents)), residents, weeks)


def _timed(action: Callable[[], object], residents: Residents, weeks: int | None = None) -> Measured:
    watch = Stopwatch()
    action()
    return _measured(watch, residents, weeks)


def _measured(watch: Stopwatch, residents: Residents, weeks: int | None) -> Measured:
    return Measured(
        cpu_seconds=watch.cpu(),
        wall_seconds=watch.wall(),
        residents=len(residents.place),
        weeks=weeks,
        peak_bytes=peak_bytes(),
    )


def _baseline() -> Scenario:
    return load_scenario(shipped_scenarios() / "babelan" / "baseline.toml")


def _population(scenario: Scenario, task: Task) -> Residents:
    parameters = load_parameters().with_values(scenario.parameters)
    return synthesise(load_region(scenario.region), parameters, task.seed, task.scale)


def _model_of_2027(task: Task) -> IkdModel:
    scenario = _baseline()
    run(scenario, scale=WARM_UP_SCALE)
    model = IkdModel(scenario, task.seed, task.scale)
    while model.week < week_of(BRANCH_DAY):
        model.step()
    return model
