import json

import pytest

from ikdsim.errors import BadInput
from ikdsim.experiment import pictures
from ikdsim.experiment.run_summary import read_summary
from ikdsim.experiment.runs import run_path, run_seed
from ikdsim.experiment.store import finished_runs, open_folder, store
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
    run_seed(plan, 1, tmp_path, lambda: False)
    open_folder(tmp_path, plan, {})
    assert finished_runs(tmp_path, plan) == 3
    assert read_summary(run_path(tmp_path, "baseline", 1)) is not None


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
        *("comparison.csv", "places.csv", "curves.csv", "barriers.csv", "taken_from_others.csv"),
        *("settings.csv", "summary.txt"),
        *("comparison.png", "gains.png", "barriers.png"),
    }
    assert (tmp_path / "summary.txt").read_text() == "so many residents\n"


def test_a_full_disk_is_told_in_one_sentence(tmp_path, monkeypatch):
    def no_room(figure, path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pictures, "save", no_room)
    with pytest.raises(BadInput, match="No space left on device"):
        store(make_comparison({"baseline": [1.0, 2.0]}), tmp_path, "", "en")
