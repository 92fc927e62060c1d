import json
from pathlib import Path

import pandas as pd
import pytest

from ikdsim.errors import BadInput
from ikdsim.experiment import pictures
from ikdsim.experiment.compare import carry_out
from ikdsim.experiment.ledger import LEDGER_FILE, Failure, Ledger
from ikdsim.experiment.store import finished_runs, mend, open_folder, store, write_tables
from ikdsim.experiment.tables import tables
from tests.experiment.factories import make_comparison, make_small_plan


def test_a_new_folder_begins_with_its_record(tmp_path):
    open_folder(tmp_path / "kept", make_small_plan(), {"command": "ikdsim compare"})
    record = json.loads((tmp_path / "kept" / "record.json").read_text())
    assert record["command"] == "ikdsim compare"
    assert record["determined_by"]["horizon"] == "2024-12-29"
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["record.json"]


def test_a_folder_of_the_same_plan_is_gone_on_with(tmp_path):
    plan = make_small_plan()
    open_folder(tmp_path, plan, {})
    carry_out(plan, folder=tmp_path)
    open_folder(tmp_path, plan, {})
    assert finished_runs(tmp_path) == 6


def test_a_folder_of_another_plan_is_refused(tmp_path):
    open_folder(tmp_path, make_small_plan(runs=2), {})
    with pytest.raises(BadInput, match="another run"):
        open_folder(tmp_path, make_small_plan(runs=3), {})


def test_a_folder_of_somebody_else_is_refused_untouched(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(BadInput, match="something else"):
        open_folder(tmp_path, make_small_plan(), {})
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_tables_words_and_pictures_are_stored(tmp_path):
    store(make_comparison({"baseline": [1.0, 2.0]}), tmp_path, "so many residents", "en")
    assert {path.name for path in tmp_path.iterdir()} == {
        *("tables", "comparison.xlsx", "summary.txt"),
        *("adoption.png", "equity.png", "barriers.png", "capacity.png"),
    }
    assert (tmp_path / "summary.txt").read_text() == "so many residents\n"
    assert "places.csv" in {path.name for path in (tmp_path / "tables").iterdir()}


def test_a_second_language_leaves_the_first_alone(tmp_path):
    comparison = make_comparison({"baseline": [1.0, 2.0], "team": [2.0, 4.0]})
    store(comparison, tmp_path, "so many residents", "en", csv="en")
    first = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.parent.name != "tables"}
    store(comparison, tmp_path, "sekian warga", "id", csv="id")
    assert {path: path.read_bytes() for path in first} == first
    assert (tmp_path / "ringkasan.txt").read_text() == "sekian warga\n"


def test_tables_for_a_spreadsheet_are_in_its_language(tmp_path):
    store(make_comparison({"baseline": [1.0, 2.0]}), tmp_path, "", "en", csv="id")
    first = (tmp_path / "csv-id" / "per_tempat.csv").read_text(encoding="utf-8-sig").splitlines()
    assert first[0].startswith("skenario;kelurahan atau desa;desa resmi;memakai IKD, nilai tengah;")
    assert first[1].startswith("Skenario baseline;Kelurahan Bahagia;ya;1,5;")


def test_parquet_holds_the_same_table(tmp_path):
    pytest.importorskip("pyarrow")
    comparison = make_comparison({"baseline": [1.0, 2.0]})
    write_tables(tables(comparison), tmp_path)
    found = pd.read_parquet(tmp_path / "places.parquet")
    pd.testing.assert_frame_equal(found, tables(comparison)["places"], check_dtype=False)


def test_without_pyarrow_there_is_csv_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("ikdsim.experiment.store.find_spec", lambda name: None)
    write_tables(tables(make_comparison({"baseline": [1.0, 2.0]})), tmp_path)
    assert {path.suffix for path in tmp_path.iterdir()} == {".csv"}


def test_a_full_disk_is_told_in_one_sentence(tmp_path, monkeypatch):
    def no_room(figure, path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pictures, "save", no_room)
    with pytest.raises(BadInput, match="the disk is full"):
        store(make_comparison({"baseline": [1.0, 2.0]}), tmp_path, "", "en")
    assert list(tmp_path.iterdir()) == []


def test_the_summary_comes_last_so_that_whoever_sees_it_sees_the_whole(tmp_path, monkeypatch):
    moved = []
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda path, place: moved.append(path.name) or replace(path, place))
    store(make_comparison({"baseline": [1.0, 2.0]}), tmp_path, "", "en")
    assert moved[-1] == "summary.txt"


def test_nothing_is_mended_where_nothing_is_damaged(tmp_path):
    assert not mend(tmp_path, retry_failed=False)
    assert not mend(tmp_path, retry_failed=False)


def test_a_broken_ledger_is_mended_and_told(tmp_path):
    (tmp_path / LEDGER_FILE).write_text("no ledger at all, but long enough to be looked at " * 20)
    assert mend(tmp_path, retry_failed=False)
    assert finished_runs(tmp_path) == 0


@pytest.mark.parametrize(("retry_failed", "left"), [(False, 1), (True, 0)])
def test_failures_are_forgotten_only_if_they_are_to_be_tried_again(tmp_path, retry_failed, left):
    Ledger(tmp_path).keep_failure(Failure("campaign", 1, "out of memory"))
    mend(tmp_path, retry_failed)
    assert len(Ledger(tmp_path).failures()) == left
