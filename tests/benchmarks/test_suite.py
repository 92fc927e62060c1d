"""Rounds of processes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import suite
from benchmarks.rows import ONCE, Row
from tests.benchmarks.factories import document_of, measured, row_of

TINY = 5000.0
QUICK = Row("quick", "yardstick")
SLOW = Row("slow", "yardstick", "mesa_agents", 10.0, ONCE)
ABSENT = Row("absent", "yardstick", "no_such_library")


@pytest.fixture
def asked(monkeypatch):
    """The jobs asked for; the absent library fails."""
    jobs = []

    def run_job(row, seed=1):
        jobs.append((row.job, row.subject, row.scale, seed))
        if row.subject == ABSENT.subject:
            raise ModuleNotFoundError("No module named 'no_such_library'")
        return measured(curves=[[1.0], [1.0]], gb_per_second=5.0)

    monkeypatch.setattr(suite, "run_job", run_job)
    return jobs


@pytest.fixture
def run_suite(asked, monkeypatch, tmp_path, capsys):
    """Measure nothing, with another file of what is stored: the document, and what is stored afterwards."""
    stored = tmp_path / "stored.json"
    stored.write_text(json.dumps({"0.0.1": document_of(row_of("nation"))}), encoding="utf-8")
    monkeypatch.setattr(suite, "STORED", stored)

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["suite", *words])
        suite.main()
        return json.loads(capsys.readouterr().out), json.loads(stored.read_text(encoding="utf-8"))

    return run


@pytest.mark.slow
def test_a_job_is_measured_in_a_process_of_its_own():
    found = suite.run_job(Row("tiny", "yardstick", scale=TINY))
    assert (found["residents"], found["weeks"]) == (49, 104)
    assert found["cpu_seconds"] > 0


@pytest.mark.slow
def test_a_library_that_is_not_there_is_what_the_process_says():
    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        suite.run_job(ABSENT)


def test_rows_take_turns_and_slow_ones_come_once(asked):
    table, _ = suite.measure([QUICK, SLOW], 3, None)
    turns = [(subject, seed) for job, subject, scale, seed in asked if scale == 1.0 and job == QUICK.job]
    assert asked[:3] == [
        (QUICK.job, "columns", 1.0, 1),
        (SLOW.job, "mesa_agents", 10.0, 1),
        (QUICK.job, "columns", 1.0, 2),
    ]
    assert turns == [("columns", 1), ("columns", 2), ("columns", 3)]
    assert [row["rounds"] for row in table] == [3, 1]


def test_memory_is_measured_beside_a_tenth_of_the_residents(asked):
    suite.measure([QUICK, Row("other", "twin", "mean field")], 1, None)
    assert (QUICK.job, "columns", 10.0, 1) in asked
    assert [subject for _, subject, _, _ in asked].count("mean field") == 1


def test_every_size_of_the_yardstick_has_its_reference(asked):
    suite.measure([QUICK, SLOW], 1, None)
    assert {scale for job, _, scale, _ in asked if job == "reference_curves"} == {1.0, 10.0}


def test_a_row_that_cannot_be_measured_is_missing_and_not_tried_again(asked):
    table, missing = suite.measure([ABSENT, QUICK], 3, None)
    assert missing == {"absent": "No module named 'no_such_library'"}
    assert [subject for _, subject, _, _ in asked].count(ABSENT.subject) == 1
    assert [(row["name"], row["rounds"]) for row in table] == [("quick", 3)]


def test_what_comes_next_is_said_where_it_is_wanted(asked, capsys):
    suite.measure([QUICK], 1, None)
    assert capsys.readouterr().err == ""
    suite.measure([QUICK], 1, "en")
    assert capsys.readouterr().err == "measuring: quick\n"


def test_the_slowest_rows_are_measured_when_all_is_wanted(run_suite, asked):
    usual, _ = run_suite("--repeats", "1")
    assert "nation" in usual["earlier"]
    assert "nation" not in [job for job, *_ in asked]
    full, _ = run_suite("--repeats", "1", "--full")
    assert full["earlier"] == {}
    assert [row["name"] for row in full["rows"]].count("nation") == 1


def test_a_version_stores_its_last_document_as_the_newest_and_keeps_the_others(run_suite):
    first, stored = run_suite("--repeats", "1", "--store")
    assert list(stored) == ["0.0.1", first["version"]]
    assert stored[first["version"]] == first
    second, stored = run_suite("--repeats", "1", "--store", "--full")
    assert second["compared_with"] == first["version"]
    assert stored == {"0.0.1": stored["0.0.1"], first["version"]: second}


def test_a_version_that_is_stored_again_becomes_the_newest(run_suite):
    now, stored = run_suite("--repeats", "1", "--store")
    suite.STORED.write_text(json.dumps({now["version"]: now, "0.0.1": stored["0.0.1"]}), encoding="utf-8")
    assert list(run_suite("--repeats", "1", "--store")[1]) == ["0.0.1", now["version"]]


def test_nothing_is_stored_where_it_is_not_wanted_nor_of_some_rows_only(run_suite):
    assert list(run_suite("--repeats", "1")[1]) == ["0.0.1"]
    assert list(run_suite("--store", "--rows", "twin")[1]) == ["0.0.1"]


def test_the_parent_of_all_processes_is_light_since_its_memory_would_count_as_theirs():
    asked = (
        "import sys, benchmarks.suite; print(sorted({'numpy', 'numba', 'mesa', 'pandas', 'rich'} & set(sys.modules)))"
    )
    root = Path(suite.__file__).parents[1]
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=root)
    assert answer.stdout == "[]\n"
