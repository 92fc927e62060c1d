"""The memory's speed, and reading every column once."""

import numpy as np

from benchmarks import memory
from benchmarks.measure import Task


def test_all_columns_of_the_residents_are_read(monkeypatch):
    read = []
    monkeypatch.setattr(memory, "_median_seconds", lambda action: (read.append(len(action())), (0.5, 0.5))[1])
    found = memory.read_columns(Task("columns", 1000.0, 1))
    assert (found.residents, found.weeks, found.cpu_seconds) == (246, 1, 0.5)
    assert read[0] > 20


def test_a_column_is_read_as_words_whatever_its_type():
    assert memory._as_words(np.arange(17, dtype=np.int16)).nbytes == 32
    assert memory._as_words(np.zeros((5, 3), np.int64)).nbytes == 120
