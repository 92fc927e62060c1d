"""What is kept of the runs of a plan."""

import json
from dataclasses import replace

import pytest

from ikdsim.command.kept import kept_in, told_if_it_ends_early
from ikdsim.command.line import parse
from ikdsim.experiment.gather import RunsFailed
from ikdsim.experiment.workers import WorkerLost
from tests.experiment.factories import make_small_plan

OPTIONS = parse(["compare", "what", "--lang", "en"], "en")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_the_usual_folder_is_named_after_the_plan():
    plan = make_small_plan()
    folder = kept_in(OPTIONS, plan, "compare")
    assert folder == kept_in(OPTIONS, plan, "compare") != kept_in(OPTIONS, make_small_plan(runs=3), "compare")
    assert json.loads((folder / "record.json").read_text())["command"].startswith(
        "ikdsim compare what --runs 2 --seed 1"
    )


def test_only_a_document_needs_no_folder(tmp_path):
    assert kept_in(replace(OPTIONS, json=True), make_small_plan(), "compare") is None
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
    with pytest.raises(type(event), match=words), told_if_it_ends_early(make_small_plan(), None, "en"):
        raise event
