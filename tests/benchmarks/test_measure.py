"""The stopwatch."""

import subprocess
import sys

import pytest

from benchmarks.measure import Stopwatch, machine

WORK = "sum(range(3_000_000))"


def test_processes_that_have_ended_count_only_where_they_are_wanted():
    watch = Stopwatch()
    subprocess.run([sys.executable, "-c", WORK], check=True)
    with_children = watch.cpu_with_children()
    if with_children is None:
        pytest.skip("this system does not count them")
    assert with_children > watch.cpu()
    assert watch.wall() > 0


def test_the_machine_is_told_by_name():
    assert machine()["processor"]
