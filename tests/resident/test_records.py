"""Records: columns that share memory, begin on a line of cache, and are copied whole."""

import numpy as np

from ikdsim.resident.records import CACHE_LINE, columns_of, copied, copy_into, new_records
from ikdsim.resident.state import STANDING


def test_a_column_written_is_a_record_written():
    records = new_records(5, STANDING)
    columns_of(records)["trust"][3] = 9
    assert records["trust"].tolist() == [0, 0, 0, 9, 0]


def test_records_begin_on_a_line_of_cache():
    for count in (1, 7, 100):
        assert new_records(count, STANDING).ctypes.data % CACHE_LINE == 0


def test_a_copy_is_another_memory_with_the_same_records():
    records = new_records(4, STANDING)
    records["due"][2] = 1, 2, 3
    kept = copied(records)
    records["due"][2] = 0
    assert kept["due"][2].tolist() == [1, 2, 3]
    copy_into(records, kept)
    assert np.array_equal(records, kept)
