"""The memory's speed, and reading every column once."""

from benchmarks import memory
from benchmarks.measure import Task


def test_all_columns_of_the_residents_are_read(monkeypatch):
    read = []
    monkeypatch.setattr(memory, "_median_seconds", lambda action: (read.append(len(action())), (0.5, 0.5))[1])
    found = memory.read_columns(Task("columns", 1000.0, 1))
    assert (found.residents, found.weeks, found.cpu_seconds) == (246, 1, 0.5)
    assert read[0] > 20
