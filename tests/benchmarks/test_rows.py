"""Every row can be measured, told and compared."""

from importlib import import_module

import pytest

from benchmarks.measure import Task
from benchmarks.rows import ROWS, Row, rows_of
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
    assert set(NAMES) - usual == {"baseline_all_objects", "scaling_100", "nation"}


def test_peers_that_are_slow_are_small_unless_all_is_wanted():
    mesa = next(row for row in ROWS if row.name == "yardstick_mesa")
    assert (mesa.scale_of(full=False), mesa.scale_of(full=True)) == (10.0, 1.0)


def test_a_task_is_cut_to_the_weeks_of_its_row_and_its_lighter_one_has_a_tenth_of_the_residents():
    row = Row(name="short", job="a.b", subject="objects", scale=2.0, weeks=104)
    assert row.task(full=False, seed=3) == Task("objects", 2.0, 3, 104)
    assert row.lighter_task(full=False) == Task("objects", 20.0, 1, 104)
