"""What is kept of the runs of a plan."""

import errno
import json
from dataclasses import replace

import pytest

from ikdsim.command.kept import made_ready, stored
from ikdsim.command.line import parse
from ikdsim.experiment.gather import RunsFailed
from ikdsim.experiment.workers import WorkerLost
from ikdsim.files import unwritable
from tests.experiment.factories import make_small_plan

OPTIONS = parse(["compare", "what", "--lang", "en"], "en")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def folder_of(plan, options=OPTIONS):
    with made_ready(plan, options, "compare") as folder:
        return folder


def test_the_usual_folder_is_named_after_the_plan():
    plan = make_small_plan()
    folder = folder_of(plan)
    assert folder == folder_of(plan) != folder_of(make_small_plan(runs=3))
    assert json.loads((folder / "record.json").read_text())["command"].startswith(
        "ikdsim compare what --runs 2 --seed 1"
    )


def test_only_a_document_needs_no_folder(tmp_path):
    assert folder_of(make_small_plan(), replace(OPTIONS, json=True)) is None
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (KeyboardInterrupt(), "Interrupted. No result was kept."),
        (WorkerLost(), "A process that ran simulations died"),
        (RunsFailed("out of memory"), "nothing can be compared; the first: out of memory"),
    ],
)
def test_an_early_end_is_told_in_the_readers_words(event, words):
    options = replace(OPTIONS, json=True)
    with pytest.raises(type(event), match=words), made_ready(make_small_plan(), options, "compare"):
        raise event


def test_what_is_stored_is_told_and_what_is_not_as_well(tmp_path):
    def no_room(folder):
        raise unwritable(folder, OSError(errno.ENOSPC, "No space left on device"))

    assert stored(None, no_room, "en") == ("", "")
    assert stored(tmp_path, lambda folder: None, "en")[1] == ""
    where, why = stored(tmp_path, no_room, "id")
    assert (where, "(penyimpanan penuh)" in why, "semua simulasi tersimpan" in why) == ("", True, True)
