"""From measurements to the document."""

import json
from pathlib import Path

import pytest

from benchmarks import document as made
from benchmarks.document import CHECKED_WEEKS, checked_points, deviation, document, figures, ratios_of
from benchmarks.suite import STORED
from tests.benchmarks.factories import document_of, measured, row_of

REFERENCE = [[100.0, 40.0], [110.0, 44.0], [90.0, 36.0]]
NUMPY = row_of("yardstick_numpy", ns_per_resident_week=8.0)
NATION = row_of("nation", wall_seconds=400.0, ns_per_resident_week=6.0)


def document_from(*rows, missing=(), stored=None):
    return document(rows, dict(missing), 11.5, stored or {})


def row_from(*rounds, lighter=None, reference=()):
    return figures("a row", rounds, lighter or {}, reference)


def test_a_row_is_the_median_of_its_rounds():
    row = row_from(*(measured(cpu_seconds=seconds) for seconds in (1.0, 9.0, 2.0)))
    assert (row["rounds"], row["cpu_seconds"], row["ns_per_resident_week"]) == (3, 2.0, pytest.approx(2e5))


def test_memory_is_the_slope_between_the_run_and_its_lighter_one():
    row = row_from(measured(peak_bytes=290_000), lighter=measured(peak_bytes=200_000, residents=100))
    assert row["bytes_per_resident"] == pytest.approx(100)


@pytest.mark.parametrize(("active", "agrees"), [(105.0, True), (200.0, False)])
def test_a_curve_is_held_against_the_reference(active, agrees):
    assert row_from(measured(curves=[[active, 40.0]]), reference=REFERENCE)["agrees"] is agrees


def test_what_is_not_measured_is_none():
    row = row_from(measured(cpu_seconds=None, residents=None, weeks=None))
    names = ("cpu_seconds", "ns_per_resident_week", "bytes_per_resident", "times_slower_than_columns", "agrees")
    assert [row[name] for name in names] == [None] * 5


def test_the_points_of_a_curve_are_totals_over_time_and_the_places_at_the_end():
    curve = [[week, 2 * week] for week in range(1, 105)]
    assert checked_points(curve) == [*(3.0 * week for week in CHECKED_WEEKS), 104.0, 208.0]


def test_the_point_that_lies_farthest_off_counts_in_standard_errors():
    assert deviation([[100.0, 40.0]], REFERENCE) == 0.0
    assert deviation([[110.0, 40.0]] * 3, REFERENCE) == pytest.approx(10 / (10 * (2 / 3) ** 0.5))
    assert deviation([[110.0, 80.0]] * 3, REFERENCE) == pytest.approx(40 / (4 * (2 / 3) ** 0.5))


def test_points_that_never_vary_are_held_to_one_resident():
    assert deviation([[3.0]], [[1.0], [1.0]]) == pytest.approx(2 / 1.5**0.5)


def test_rows_of_different_sizes_are_compared_by_resident_week_with_the_columns_engine():
    costs = {"yardstick_ikdsim": 4.0, "yardstick_mesa": 400.0, "baseline_columns": 2.0, "branch": 3.0}
    rows = [row_of(name, ns_per_resident_week=cost) for name, cost in costs.items()]
    found = document_from(*rows, row_of("check", ns_per_resident_week=None))["rows"]
    assert [row["times_slower_than_columns"] for row in found] == [1.0, 100.0, 1.0, 1.5, None]


def test_a_ratio_is_a_cost_of_ours_in_resident_weeks_of_numpy():
    rows = [
        NUMPY,
        row_of("yardstick_mesa", ns_per_resident_week=400.0),
        row_of("baseline_columns", ns_per_resident_week=2.0),
        row_of("check", ns_per_resident_week=None, cpu_seconds=0.08),
    ]
    assert ratios_of(rows) == {"baseline_columns": 0.25, "check": pytest.approx(1e7)}


def test_without_numpy_or_without_processor_time_there_is_no_ratio():
    assert ratios_of([row_of("baseline_columns")]) == {}
    assert ratios_of([NUMPY, row_of("check", ns_per_resident_week=None, cpu_seconds=None)]) == {}


def test_only_a_row_that_became_more_than_a_fifth_slower_than_in_the_newest_version_is_named():
    before = {"baseline_columns": 1.0, "branch": 1.0, "population": 1.0}
    stored = {"0.2": document_of(ratios={"branch": 0.1}), "0.10": document_of(ratios=before)}
    costs = {"baseline_columns": 9.68, "branch": 9.52, "population": 4.0, "snapshot_save": 72.0}
    rows = [row_of(name, ns_per_resident_week=cost) for name, cost in costs.items()]
    found = document_from(NUMPY, *rows, stored=stored)
    assert found["compared_with"] == "0.10"
    assert found["slower"] == [{"name": "baseline_columns", "ratio": 1.21, "before": 1.0}]


def test_where_nothing_is_stored_nothing_is_compared():
    found = document_from(NUMPY, row_of("branch"))
    assert (found["compared_with"], found["slower"], found["earlier"]) == (None, [], {})


def test_a_usual_run_tells_the_nation_of_the_last_full_one():
    stored = {"0.1": document_of(NATION, row_of("check"), version="0.1", date="2026-11-20")}
    found = document_from(NUMPY, row_of("baseline_columns", ns_per_resident_week=2.0), stored=stored)
    assert [row["name"] for row in found["rows"]] == ["yardstick_numpy", "baseline_columns", "nation"]
    assert found["rows"][-1]["times_slower_than_columns"] == 3.0
    assert found["earlier"] == {"nation": {"date": "2026-11-20", "version": "0.1"}}
    assert "nation" not in found["ratios"]


def test_a_nation_that_was_told_again_keeps_its_date():
    earlier = {"nation": {"date": "2026-11-20", "version": "0.1"}}
    stored = {"0.2": document_of(NATION, version="0.2", earlier=earlier)}
    assert document_from(NUMPY, stored=stored)["earlier"] == earlier


def test_what_is_measured_again_or_fails_now_is_not_told_from_before():
    stored = {"0.1": document_of(NATION)}
    [again] = document_from(row_of("nation", wall_seconds=500.0), stored=stored)["rows"]
    assert again["wall_seconds"] == 500.0
    failed = document_from(missing={"nation": "no memory"}, stored=stored)
    assert (failed["rows"], failed["earlier"], failed["missing"]) == ([], {}, {"nation": "no memory"})


def test_what_is_stored_can_be_compared_with():
    stored = json.loads(STORED.read_text(encoding="utf-8"))
    assert set(document_from(stored=stored)["earlier"]) == {"baseline_all_objects", "scaling_100", "nation"}


def test_the_machine_is_told_by_name_wherever_the_system_says_it(monkeypatch, tmp_path):
    (tmp_path / "cpuinfo").write_text("processor\t: 0\nmodel name\t: Abacus 7\nmodel name\t: Abacus 7\n")
    monkeypatch.setattr(made, "CPU_FILE", tmp_path / "cpuinfo")
    assert document_from()["machine"]["processor"] == "Abacus 7"
    monkeypatch.setattr(made, "CPU_FILE", Path("nowhere"))
    assert document_from()["machine"]["processor"]
