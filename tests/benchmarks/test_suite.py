"""Rounds of processes."""

import subprocess
import sys

import pytest

from benchmarks import suite
from benchmarks.measure import Task
from benchmarks.rows import Row
from tests.benchmarks.factories import measured

TINY = 5000.0
QUICK = Row(name="quick", job="simulations.yardstick", subject="columns", has_memory=True)
SLOW = Row(name="slow", job="simulations.yardstick", subject="mesa_agents", scale=10.0, is_slow=True)
ABSENT = Row(name="absent", job="simulations.yardstick", subject="no_such_library")


@pytest.fixture
def asked(monkeypatch):
    """The jobs asked for; the absent library fails."""
    jobs = []

    def run_job(job, task):
        jobs.append((job, task.subject, task.scale, task.seed))
        if task.subject == ABSENT.subject:
            raise suite.Failed("No module named 'no_such_library'")
        return measured(curves=[[1.0]], gb_per_second=5.0)

    monkeypatch.setattr(suite, "run_job", run_job)
    return jobs


def test_a_job_is_measured_in_a_process_of_its_own():
    found = suite.run_job("simulations.yardstick", Task("columns", TINY, 1))
    assert (found["residents"], found["weeks"]) == (49, 104)
    assert found["cpu_seconds"] > 0


def test_a_run_can_be_cut_to_some_weeks():
    assert suite.run_job("simulations.baseline", Task("columns", TINY, 1, weeks=3))["weeks"] == 3


def test_a_library_that_is_not_there_is_the_last_word_of_the_process():
    with pytest.raises(suite.Failed, match="no_such_library"):
        suite.run_job("simulations.yardstick", Task("no_such_library", TINY, 1))


def test_rows_take_turns_and_slow_ones_come_once(asked):
    findings = suite.measure([QUICK, SLOW], repeats=3, full=False, progress=lambda name: None)
    turns = [(subject, seed) for job, subject, scale, seed in asked if scale == 1.0 and job == QUICK.job]
    assert asked[:3] == [
        (QUICK.job, "columns", 1.0, 1),
        (SLOW.job, "mesa_agents", 10.0, 1),
        (QUICK.job, "columns", 1.0, 2),
    ]
    assert turns == [("columns", 1), ("columns", 2), ("columns", 3)]
    assert [len(findings.measured[name]) for name in ("quick", "slow")] == [3, 1]


def test_memory_is_measured_beside_a_tenth_of_the_residents(asked):
    findings = suite.measure([QUICK, SLOW], repeats=1, full=False, progress=lambda name: None)
    assert list(findings.lighter) == ["quick"]
    assert (QUICK.job, "columns", 10.0, 1) in asked


def test_every_size_of_the_yardstick_has_its_reference(asked):
    findings = suite.measure([QUICK, SLOW], repeats=1, full=False, progress=lambda name: None)
    assert set(findings.references) == {1.0, 10.0}
    assert set(suite.measure([SLOW], 1, full=True, progress=lambda name: None).references) == {1.0}


def test_a_row_that_cannot_be_measured_is_missing_and_not_tried_again(asked):
    findings = suite.measure([ABSENT, QUICK], repeats=3, full=False, progress=lambda name: None)
    assert findings.missing == {"absent": "No module named 'no_such_library'"}
    assert [subject for _, subject, _, _ in asked].count(ABSENT.subject) == 1
    assert len(findings.measured["quick"]) == 3


def test_the_parent_of_all_processes_is_light_since_its_memory_would_count_as_theirs():
    asked = (
        "import sys, benchmarks.suite; print(sorted({'numpy', 'numba', 'mesa', 'pandas', 'rich'} & set(sys.modules)))"
    )
    root = suite.FOLDER.parent
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=root)
    assert answer.stdout == "[]\n"
