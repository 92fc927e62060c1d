"""The store gives back what was kept, and says so where it cannot keep anything."""

from contextlib import closing

import numpy as np
import pytest

from ikdsim.calibration.draws_store import STORE_FILE, DrawsStore
from ikdsim.calibration.ensemble import Part
from ikdsim.errors import BadInput


def part(steps=3):
    random = np.random.RandomState(steps)
    arrays = random.standard_normal((steps, 2, 5)), random.standard_normal((steps, 2)), random.rand(steps, 2, 9)
    return Part(*arrays, random.rand(2), random.get_state())


def test_a_part_comes_back_as_it_was(tmp_path):
    kept = part()
    with closing(DrawsStore(tmp_path)) as store:
        store.keep("supply", 2, 0, kept)
        store.keep("supply", 2, 1, part(1))
    with closing(DrawsStore(tmp_path)) as store:
        assert (store.count("supply", 2), store.count("demand", 2)) == (2, 0)
        found = next(store.parts("supply", 2))
    assert all(np.array_equal(getattr(found, name), getattr(kept, name)) for name in Part._fields[:4])
    one, other = np.random.RandomState(), np.random.RandomState()
    one.set_state(found.random_state)
    other.set_state(kept.random_state)
    assert one.standard_normal(3).tolist() == other.standard_normal(3).tolist()


def test_counts_of_agents_come_back(tmp_path):
    with closing(DrawsStore(tmp_path)) as store:
        store.keep_agents("demand", 7, [1.0, 2.5])
        assert store.agents("demand") == {7: [1.0, 2.5]}
        assert store.agents("supply") == {}


def test_a_file_that_is_no_store_is_told(tmp_path):
    (tmp_path / STORE_FILE).write_text("something else, and long enough to be no empty file")
    with pytest.raises(BadInput) as refused:
        DrawsStore(tmp_path)
    assert [fault.code for fault in refused.value.faults] == ["unwritable_folder"]
