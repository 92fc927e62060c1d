"""The memory's speed, and reading all residents once."""

import numpy as np

from benchmarks import memory
from benchmarks.measure import Task

EVERYTHING_HELD = ("people", "opens_household", "standing", "contact_due")


def test_everything_held_of_the_residents_is_read(monkeypatch):
    read = []
    monkeypatch.setattr(memory, "median_seconds", lambda action: (read.append(action()), (0.5, 0.5))[1])
    found = memory.read_residents(Task("columns", 1000.0, 1))
    assert (found.residents, found.weeks, found.cpu_seconds) == (246, 1, 0.5)
    assert len(read[0]) == len(EVERYTHING_HELD)


def test_memory_is_read_as_words_whatever_its_type():
    records = np.zeros(5, np.dtype([("place", np.uint8), ("due", np.int32, (3,))]))
    assert memory._as_words(np.arange(17, dtype=np.int16)).nbytes == 32
    assert memory._as_words(records).nbytes == 64
