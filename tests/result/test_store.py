"""A result in its folder."""

import json

import pytest

from ikdsim.result import store as room
from ikdsim.result.store import store
from ikdsim.result.tables import tables


def test_a_folder_holds_tables_words_pictures_and_record(result, tmp_path):
    store(result, {"fingerprint": "abc"}, tmp_path / "kept", {"summary.txt": "memakai IKD"}, "id")
    names = {path.name for path in (tmp_path / "kept").iterdir()}
    assert names == {f"{name}.csv" for name in tables(result)} | {
        *("record.json", "scenario.json", "summary.txt", "adoption.png", "barriers.png"),
    }
    assert json.loads((tmp_path / "kept" / "record.json").read_text()) == {"fingerprint": "abc"}
    assert json.loads((tmp_path / "kept" / "scenario.json").read_text())["name"] == "talk"
    assert (tmp_path / "kept" / "summary.txt").read_text(encoding="utf-8") == "memakai IKD\n"


def test_a_picture_that_cannot_be_drawn_leaves_no_folder(result, tmp_path, monkeypatch):
    def fail(figure, path):
        raise ValueError

    monkeypatch.setattr(room, "save", fail)
    with pytest.raises(ValueError):
        store(result, {}, tmp_path / "kept", {}, "en")
    assert list(tmp_path.iterdir()) == []
