"""Folders of many runs, with a few."""

import pytest

from benchmarks.many_runs import folders
from ikdsim.experiment.experiment_file import load_experiment
from ikdsim.experiment.sweep import Sweep


def test_as_many_runs_are_asked_for_as_are_told(tmp_path):
    swept, compared = (
        load_experiment(make(10_000, tmp_path)) for make in (folders.sweep_file, folders.comparison_file)
    )
    assert isinstance(swept, Sweep)
    assert (swept.plan.size, compared.size) == (10_000, 10_000)
    assert (swept.plan.scale, compared.scale) == (10.0, 10.0)


@pytest.mark.slow
def test_a_folder_is_done_once_and_then_read(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "SCALE", 2000)
    asked = folders.comparison_file(4, tmp_path)
    assert folders.peak_of_runs(asked) is None or folders.peak_of_runs(asked) > 1e7
    assert (tmp_path / "comparison" / "runs.sqlite").exists()
    assert folders.seconds_to_read(asked) > 0.0
