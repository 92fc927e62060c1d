"""What is measured, at a few hundred residents."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import jobs
from benchmarks.rows import Row
from ikdsim.engine.columns.engine import ColumnsEngine

FEW = 1000.0
EVERYTHING_HELD = ("people", "opens_household", "standing", "contact_due")


def few(job, subject="columns", scale=FEW, **about):
    return getattr(jobs, job)(Row(job, job, subject, scale, **about), 3)


def test_what_is_repeated_is_told_for_one_time_after_one_that_does_not_count():
    done = []
    jobs.timed(lambda: done.append("once"))
    assert len(done) == 1
    jobs.timed(lambda: done.append("again"), times=3)
    assert done.count("again") == 1 + 3


@pytest.mark.skipif(jobs.resource is None, reason="this system does not count processes that have ended")
def test_processes_that_end_meanwhile_count():
    words = [sys.executable, "-c", "sum(range(3_000_000))"]
    alone = jobs.timed(lambda: None)
    started = jobs.timed_processes(lambda: subprocess.run(words, check=True))
    assert started["cpu_seconds"] > alone["cpu_seconds"] + 0.01
    assert started["peak_bytes"] is None


@pytest.mark.parametrize("engine", ["columns", "objects"])
def test_the_baseline_runs_to_its_end_with_either_engine(engine):
    found = few("baseline", engine, FEW * 10)
    assert (found["residents"], found["weeks"]) == (25, 313)


def test_a_run_can_be_cut_to_some_weeks():
    assert few("baseline", weeks=3)["weeks"] == 3


def test_two_threads_run_the_whole_baseline_after_one(monkeypatch):
    threads = []
    resume = ColumnsEngine.resume

    def noted(engine, week, count):
        threads.append(count)
        resume(engine, week, count)

    monkeypatch.setattr(ColumnsEngine, "resume", noted)
    found = few("two_threads")
    assert (found["residents"], found["weeks"]) == (246, 313)
    assert threads == [1, 2]
    assert found["times_faster"] > 0


@pytest.mark.parametrize(("subject", "weeks"), [("save", None), ("load", None), ("branch", 313 - 209)])
def test_january_2027_is_saved_loaded_and_branched_from(subject, weeks):
    found = few("january_2027", subject)
    assert (found["residents"], found["weeks"]) == (246, weeks)


def test_the_population_has_no_weeks_and_the_twin_no_residents_either():
    assert (few("population")["residents"], few("population")["weeks"]) == (246, None)
    assert few("twin")["residents"] is None


def test_the_twin_is_made_once_and_run_again_and_again(monkeypatch):
    happened = []

    class Prepared:
        def __init__(self, *about):
            happened.append("made")

        def run(self):
            happened.append("run")

    monkeypatch.setattr(jobs, "Twin", Prepared)
    few("twin")
    assert happened == ["made"] + ["run"] * (jobs.TIMES + 1)


def test_the_reference_is_drawn_with_seeds_that_no_row_uses():
    reference = few("reference_curves")["curves"]
    rows = [jobs.yardstick(Row("numpy", "yardstick", "numpy_arrays", FEW), seed)["curves"][0] for seed in (1, 2, 3)]
    assert len(reference) == len(jobs.REFERENCE_SEEDS)
    assert all(row not in reference for row in rows)


def test_a_command_is_timed_with_the_process_it_runs_in():
    found = few("command", "check")
    assert found["wall_seconds"] > 0
    assert found["residents"] is None


def test_the_first_run_has_an_empty_folder_of_caches(monkeypatch):
    asked = []
    files = lambda: [*Path(os.environ["XDG_CACHE_HOME"]).iterdir()]  # noqa: E731
    monkeypatch.setattr(jobs, "command", lambda row, seed: asked.append(files()))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "the usual one")
    few("first_run")
    assert asked == [[]]


def test_where_caches_cannot_be_moved_the_first_run_is_not_measured(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(NotImplementedError):
        few("first_run")


@pytest.mark.slow
def test_everything_held_of_the_residents_is_read(monkeypatch):
    read = []
    monkeypatch.setattr(jobs, "timed", lambda do, *about, **how: read.append((do(), about)))
    few("read_residents")
    [(greatest, about)] = read
    assert (len(greatest), about) == (len(EVERYTHING_HELD), (246,))


def test_regencies_sum_to_the_nation_and_lie_between_small_and_some_millions():
    sizes = jobs.sizes_of(280_000_000, 514)
    assert (len(sizes), sum(sizes)) == (514, pytest.approx(280_000_000, abs=514))
    assert sizes == sorted(sizes, reverse=True)
    assert 5_000_000 < sizes[0] < 7_000_000
    assert 15_000 < sizes[-1] < 30_000


@pytest.mark.slow
def test_a_tiny_nation_is_streamed_through_two_processes(monkeypatch):
    monkeypatch.setattr(jobs, "REGENCIES", 3)
    found = few("nation", scale=jobs.NATION / 6_000)
    assert (found["residents"], found["weeks"]) == (pytest.approx(6_000, abs=3), 313)
    if jobs.resource is not None:
        assert found["peak_bytes"] > jobs.PROCESSES * 1e7
