"""What is measured inside one process, at a few hundred residents."""

import pytest

from benchmarks import simulations
from benchmarks.measure import TIMES, Task
from ikdsim.engine.columns.engine import ColumnsEngine

FEW = 1000.0
TASK = Task("columns", FEW, 3)


class Prepared:
    """A twin that notes when it runs."""

    def __init__(self, happened):
        self.run = lambda: happened.append("run")


@pytest.mark.parametrize("engine", ["columns", "objects"])
def test_the_baseline_runs_to_its_end_with_either_engine(engine):
    found = simulations.baseline(Task(engine, FEW * 10, 3))
    assert (found.residents, found.weeks) == (25, 313)


def test_two_threads_run_the_whole_baseline_in_turns_with_one(monkeypatch):
    threads = []
    resume = ColumnsEngine.resume

    def noted(engine, week, count):
        threads.append(count)
        resume(engine, week, count)

    monkeypatch.setattr(ColumnsEngine, "resume", noted)
    found = simulations.two_threads(TASK)
    assert (found.residents, found.weeks) == (246, 313)
    assert threads == [1, 2] * 3
    assert found.times_faster > 0


def test_a_branch_runs_the_weeks_from_january_2027_on():
    assert simulations.branch(TASK).weeks == 313 - 209


def test_the_twin_is_made_once_and_run_again_and_again(monkeypatch):
    happened = []
    monkeypatch.setattr(simulations, "Twin", lambda *about: happened.append("made") or Prepared(happened))
    found = simulations.twin(TASK)
    assert happened == ["made"] + ["run"] * (TIMES + 1)
    assert (found.residents, found.weeks) == (None, None)


@pytest.mark.parametrize("job", [simulations.population, simulations.snapshot_save, simulations.snapshot_load])
def test_what_is_no_run_has_no_weeks(job):
    found = job(TASK)
    assert (found.residents, found.weeks) == (246, None)
    assert found.wall_seconds > 0


def test_the_reference_is_drawn_with_seeds_that_no_row_uses():
    reference = simulations.reference_curves(Task("numpy_arrays", FEW, 1)).curves
    rows = [simulations.yardstick(Task("numpy_arrays", FEW, seed)).curves[0] for seed in range(1, 4)]
    assert len(reference) == len(simulations.REFERENCE_SEEDS)
    assert all(row not in reference for row in rows)
