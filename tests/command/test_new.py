"""ikdsim new: the shipped scenarios, laid out where nothing is yet."""

import errno
import shutil

import pytest

from ikdsim.command import new
from tests.command.conftest import GOOD


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    scenarios, experiments = tmp_path / "shipped" / "scenarios", tmp_path / "shipped" / "experiments"
    for folder in (scenarios / "babelan", experiments):
        folder.mkdir(parents=True)
    (scenarios / "babelan" / "baseline.toml").write_text(GOOD)
    (scenarios / "babelan" / "notes.txt").write_text("not a scenario")
    (scenarios / "scenario.schema.json").write_text("{}")
    (experiments / "all.toml").write_text('scenarios = ["../scenarios/babelan"]')
    monkeypatch.setattr(new, "shipped", lambda name: tmp_path / "shipped" / name)


def test_new_lays_out_the_shipped_scenarios(ikdsim, files, shipped):
    status, out, _ = ikdsim("new plans")
    assert (status, "ikdsim compare" in out) == (0, True)
    laid_out = {path.relative_to(files / "plans").as_posix() for path in (files / "plans").rglob("*.*")}
    assert laid_out == {"experiments/all.toml", "scenarios/babelan/baseline.toml", "scenarios/scenario.schema.json"}
    assert ikdsim("check plans/scenarios/babelan/baseline.toml")[0] == 0


@pytest.mark.parametrize("name", [".", "good.toml"])
def test_new_leaves_what_is_there_alone(ikdsim, files, shipped, name):
    status, _, err = ikdsim(f"new {name}")
    assert (status, "already holds something" in err) == (2, True)


def test_new_says_why_a_folder_cannot_be_written(ikdsim, files, shipped):
    status, _, err = ikdsim("new good.toml/plans")
    assert (status, "cannot be written" in err) == (2, True)


def test_a_full_disk_leaves_no_folder_that_would_be_refused_the_next_time(ikdsim, files, shipped, monkeypatch):
    copyfile = shutil.copyfile

    def no_room(path, copy):
        copyfile(path, copy)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(shutil, "copyfile", no_room)
        status, _, err = ikdsim("new plans --lang id")
    assert (status, "(penyimpanan penuh)" in err, (files / "plans").exists()) == (2, True, False)
    assert ikdsim("new plans")[0] == 0
