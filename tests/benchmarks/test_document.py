"""From measurements to the document."""

import pytest

from benchmarks.document import Findings, document
from benchmarks.rows import Row
from tests.benchmarks.factories import measured

FAST = Row(name="fast", job="a.b", subject="c", beside="fast", has_memory=True)
SLOW = Row(name="slow", job="a.b", subject="d", scale=10.0, beside="fast")


def rows_by_name(findings, rows=(FAST, SLOW)):
    return {row["name"]: row for row in document(rows, findings, full=False)["rows"]}


def test_a_row_is_the_median_of_its_rounds():
    rounds = [measured(cpu_seconds=seconds) for seconds in (1.0, 9.0, 2.0)]
    row = rows_by_name(Findings(measured={"fast": rounds}))["fast"]
    assert (row["rounds"], row["cpu_seconds"], row["ns_per_resident_week"]) == (3, 2.0, pytest.approx(2e5))


def test_rows_of_different_sizes_are_compared_by_resident_week():
    findings = Findings(measured={"fast": [measured()], "slow": [measured(cpu_seconds=3.0, residents=100)]})
    rows = rows_by_name(findings)
    assert rows["slow"]["times_slower_than_columns"] == pytest.approx(30)
    assert rows["fast"]["times_slower_than_columns"] == 1.0


def test_memory_is_the_slope_between_the_run_and_its_lighter_one():
    heavy, light = measured(peak_bytes=290_000), measured(peak_bytes=200_000, residents=100)
    row = rows_by_name(Findings(measured={"fast": [heavy]}, lighter={"fast": light}))["fast"]
    assert row["bytes_per_resident"] == pytest.approx(100)


def test_a_curve_is_held_against_the_reference_of_its_own_size():
    reference = {1.0: [[100.0], [110.0], [90.0]], 10.0: [[10.0], [11.0], [9.0]]}
    rounds = {"fast": [measured(curves=[[100.0]])], "slow": [measured(curves=[[100.0]])]}
    rows = rows_by_name(Findings(measured=rounds, references=reference))
    assert (rows["fast"]["agrees"], rows["slow"]["agrees"]) == (True, False)


def test_what_is_not_measured_is_none_and_what_is_missing_is_no_row():
    unknown = measured(cpu_seconds=None, residents=None, weeks=None)
    done = document((FAST, SLOW), Findings(measured={"fast": [unknown]}, missing={"slow": "not there"}), full=False)
    [row] = done["rows"]
    names = ("cpu_seconds", "ns_per_resident_week", "bytes_per_resident", "times_slower_than_columns", "agrees")
    assert [row[name] for name in names] == [None] * 5
    assert done["missing"] == {"slow": "not there"}
