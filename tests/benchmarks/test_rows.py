"""Every row can be measured, told and compared."""

from importlib import import_module

import pytest

from benchmarks.rows import ROWS, rows_of
from ikdsim.language import LANGUAGES, text

NAMES = [row.name for row in ROWS]


def test_no_name_is_used_twice():
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_row_has_a_job_a_name_for_readers_and_something_to_compare_with(row):
    module, function = row.job.split(".")
    assert callable(getattr(import_module(f"benchmarks.{module}"), function))
    assert all(text(f"bench.row_{row.name}", lang) for lang in LANGUAGES)
    assert row.beside in [None, *NAMES]


def test_the_slowest_rows_come_with_full_only():
    usual = {row.name for row in rows_of(full=False)}
    assert set(NAMES) - usual == {"scaling_100", "nation"}


def test_plain_objects_are_small_unless_all_is_wanted():
    objects = next(row for row in ROWS if row.name == "baseline_objects")
    assert (objects.scale_of(full=False), objects.scale_of(full=True)) == (100.0, 1.0)
