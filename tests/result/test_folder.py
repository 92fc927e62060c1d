"""Claiming a folder before anything runs."""

import os

import pytest

from ikdsim.errors import BadInput
from ikdsim.identity import fingerprint
from ikdsim.result.folder import claim, default_folder
from ikdsim.result.record import RECORD_FILE, as_json, record

MINE = {"seed": 1}
OTHERS = {"seed": 2}


def keep(folder, determined_by):
    folder.mkdir()
    (folder / RECORD_FILE).write_text(as_json(record(determined_by, {})))


def seen(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_usual_folder_bears_name_and_fingerprint():
    assert default_folder("baseline", "abc").as_posix() == "results/baseline-abc"


def test_a_new_or_an_empty_folder_is_free(tmp_path):
    assert claim(tmp_path, fingerprint(MINE)) is False
    assert claim(tmp_path / "a" / "b", fingerprint(MINE)) is False
    assert seen(tmp_path) == []


def test_a_folder_with_the_same_record_is_known(tmp_path):
    keep(tmp_path / "kept", MINE)
    assert claim(tmp_path / "kept", fingerprint(MINE)) is True


def test_the_folder_of_another_run_is_refused(tmp_path):
    keep(tmp_path / "kept", OTHERS)
    with pytest.raises(BadInput, match="another run"):
        claim(tmp_path / "kept", fingerprint(MINE))


@pytest.mark.parametrize("name", ["letter.txt", "record.json"])
def test_a_folder_with_something_else_in_it_is_refused(tmp_path, name):
    (tmp_path / name).write_text("Dear all")
    with pytest.raises(BadInput, match="already here"):
        claim(tmp_path, fingerprint(MINE))
    assert seen(tmp_path) == [name]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="already here"):
        claim(tmp_path / "file", fingerprint(MINE))
    with pytest.raises(BadInput, match="cannot be written"):
        claim(tmp_path / "file" / "inside", fingerprint(MINE))


@pytest.mark.parametrize("name", ["", "new", "new/deeper"])
def test_a_folder_without_permission_is_refused_before_anything_runs(tmp_path, monkeypatch, name):
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)
    with pytest.raises(BadInput, match="cannot be written"):
        claim(tmp_path / name, fingerprint(MINE))
    assert seen(tmp_path) == []
