"""Every row can be measured and told."""

import pytest

from benchmarks import jobs
from benchmarks.rows import COLUMNS, ONLY_FULL, REFERENCE, ROWS, YARDSTICK
from ikdsim.language import LANGUAGES, text

NAMES = [row.name for row in ROWS]


def test_no_name_is_used_twice_and_those_that_others_stand_beside_are_there():
    assert len(set(NAMES)) == len(NAMES)
    assert {COLUMNS, REFERENCE, YARDSTICK} < set(NAMES)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_row_has_a_job_and_a_name_for_readers(row):
    assert callable(getattr(jobs, row.job))
    assert all(text(f"bench.row_{row.name}", lang) for lang in LANGUAGES)


def test_the_slowest_rows_come_with_full_only():
    assert {row.name for row in ROWS if row.when == ONLY_FULL} == {"baseline_all_objects", "scaling_100", "nation"}
