"""The guard: what became more than a fifth slower than the version stored last?"""

import pytest

from benchmarks.ratios import newest, ratios_of, slower, store


def row(name, ns=None, cpu=1.0):
    return {"name": name, "ns_per_resident_week": ns, "cpu_seconds": cpu}


NUMPY = row("yardstick_numpy", ns=8.0)


def test_a_ratio_is_a_cost_in_resident_weeks_of_numpy():
    rows = [NUMPY, row("baseline_columns", ns=2.0), row("check", cpu=0.08)]
    assert ratios_of(rows, {"baseline_columns", "check"}) == {"baseline_columns": 0.25, "check": pytest.approx(1e7)}


def test_a_machine_of_half_the_speed_gives_the_same_ratios():
    slow = [row("yardstick_numpy", ns=16.0), row("baseline_columns", ns=4.0)]
    assert ratios_of(slow, {"baseline_columns"}) == {"baseline_columns": 0.25}


def test_without_numpy_or_without_processor_time_there_is_no_ratio():
    assert ratios_of([row("baseline_columns", ns=2.0)], {"baseline_columns"}) == {}
    assert ratios_of([NUMPY, row("check", cpu=None)], {"check"}) == {}


def test_only_a_row_that_became_more_than_a_fifth_slower_is_named():
    before = {"baseline_columns": 1.0, "branch": 1.0, "population": 1.0, "twin": 1.0}
    now = {"baseline_columns": 1.21, "branch": 1.19, "population": 0.5, "snapshot_save": 9.0}
    assert slower(now, before) == [{"name": "baseline_columns", "ratio": 1.21, "before": 1.0}]


def test_the_version_stored_last_is_the_newest(tmp_path):
    file = tmp_path / "ratios.json"
    assert newest(file) == (None, {})
    store({"version": "0.2", "ratios": {"branch": 2.0}}, file)
    store({"version": "0.10", "ratios": {"branch": 1.0}}, file)
    assert newest(file) == ("0.10", {"branch": 1.0})


def test_storing_a_version_again_renews_it_and_keeps_the_others(tmp_path):
    file = tmp_path / "ratios.json"
    for version, ratio in (("0.1", 3.0), ("0.2", 2.0), ("0.1", 1.0)):
        store({"version": version, "ratios": {"branch": ratio}}, file)
    assert newest(file) == ("0.1", {"branch": 1.0})
    assert '"0.2"' in file.read_text(encoding="utf-8")
