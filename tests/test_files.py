"""What is written stands there whole or not at all."""

import os
from pathlib import Path

import pytest

from ikdsim.errors import BadInput
from ikdsim.files import require_writable, write_file, write_folder

LAST = "record.json"


def seen(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_file_replaces_the_one_before(tmp_path):
    path = tmp_path / "a"
    for content in (b"before", b"after"):
        write_file(path, lambda file, content=content: file.write(content))
    assert (path.read_bytes(), seen(tmp_path)) == (b"after", ["a"])


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_interrupted_file_leaves_what_was_there(tmp_path, stop):
    (tmp_path / "a").write_bytes(b"before")

    def write_half(file):
        file.write(b"aft")
        raise stop

    with pytest.raises((KeyboardInterrupt, OSError)):
        write_file(tmp_path / "a", write_half)
    assert ((tmp_path / "a").read_bytes(), seen(tmp_path)) == (b"before", ["a"])


def write_two_files(folder):
    (folder / LAST).write_text("{}")
    (folder / "table.csv").write_text("a,b")


@pytest.mark.parametrize("name", ["", "new", "new/deeper"])
def test_a_result_is_written_whole(tmp_path, name):
    write_folder(tmp_path / name, write_two_files, LAST)
    assert seen(tmp_path / name) == [LAST, "table.csv"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device")])
@pytest.mark.parametrize("name", ["", "new"])
def test_an_interrupted_result_leaves_nothing(tmp_path, name, stop):
    def write_half(folder):
        (folder / "table.csv").write_text("a,b")
        raise stop

    with pytest.raises((KeyboardInterrupt, BadInput)):
        write_folder(tmp_path / name, write_half, LAST)
    assert seen(tmp_path) == []


def test_the_record_is_the_last_to_arrive_in_an_empty_folder(tmp_path, monkeypatch):
    moved = []
    replace = Path.replace

    def remember(path, target):
        moved.append(path.name)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", remember)
    write_folder(tmp_path, write_two_files, LAST)
    assert moved == ["table.csv", LAST]


def test_a_folder_that_cannot_be_written_is_told_with_the_reason(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="cannot be written"):
        write_folder(tmp_path / "file" / "inside", write_two_files, LAST)


def test_the_nearest_folder_that_is_there_decides_whether_one_can_be_written(tmp_path, monkeypatch):
    require_writable(tmp_path / "new" / "deeper")
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        require_writable(tmp_path / "file" / "inside")
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)
    with pytest.raises(PermissionError):
        require_writable(tmp_path / "new" / "deeper")
