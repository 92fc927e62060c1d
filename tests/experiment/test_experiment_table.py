"""Which kind of file somebody names: told by its keys, even by misspelt ones."""

from pathlib import Path

import pytest

from ikdsim.experiment.experiment_table import EXPERIMENT, PRICES, SCENARIO, is_experiment, kind_of_file

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("scenarios/babelan", SCENARIO), ("experiments", EXPERIMENT), ("experiments/prices", PRICES)],
)
def test_every_shipped_file_is_known(folder, kind):
    assert {kind_of_file(path) for path in (ROOT / folder).glob("*.toml")} == {kind}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("runs = 4", EXPERIMENT),
        ('scenarios = ["."]\nregion = "babelan"', EXPERIMENT),
        ('region = "babelan"\nprices = "own.toml"', SCENARIO),
        ("strat = 3", SCENARIO),
        ("[vilage_visit]\nvalue = 3", PRICES),
        ("x = 1\n[post]\nvalue = 3", PRICES),
        ('[parameters]\n"decision.weekly" = 1', SCENARIO),
    ],
)
def test_a_file_is_told_by_its_keys(tmp_path, words, kind):
    (tmp_path / "file.toml").write_text(words)
    assert kind_of_file(tmp_path / "file.toml") == kind


def test_a_scenario_a_folder_and_nothing_are_no_experiment(tmp_path):
    (tmp_path / "baseline.toml").write_text('region = "babelan"')
    assert not is_experiment(tmp_path / "baseline.toml")
    assert not is_experiment(tmp_path)
    assert not is_experiment(tmp_path / "missing.toml")
