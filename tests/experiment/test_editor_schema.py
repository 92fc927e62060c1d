"""The schemas that editors use say what ikdsim itself says."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from ikdsim.experiment.editor_schema import (
    EXPERIMENT_FILE,
    PRICE_FILE,
    SCENARIO_FILE,
    experiment_schema,
    price_schema,
    scenario_schema,
    write_schemas,
)

ROOT = Path(__file__).parents[2]
SCENARIOS = sorted((ROOT / "scenarios").rglob("*.toml"))
EXPERIMENTS = sorted(set((ROOT / "experiments").glob("*.toml")) - set((ROOT / "experiments").glob("calibrate_*.toml")))
PRICES = sorted((ROOT / "experiments" / "prices").glob("*.toml"))


def faults(schema, words):
    document = json.loads(json.dumps(tomllib.loads(words), default=date.isoformat))
    return [fault.message for fault in Draft7Validator(schema).iter_errors(document)]


@pytest.fixture(scope="module")
def scenario():
    return scenario_schema()


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_shipped_scenario_fits(path, scenario):
    assert faults(scenario, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", EXPERIMENTS, ids=lambda path: path.stem)
def test_every_shipped_experiment_fits(path):
    assert faults(experiment_schema(), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "words",
    [
        'extend = "baseline.toml"',
        '[parameters]\n"decision.wekly" = 0.05',
        '[parameters]\n"decision.weekly" = 7.0',
        '[region_numbers]\n"kecamatan_desk.oficers" = 3',
        '[[policy]]\nkind = "ikd_tem"\nstart = 2027-01-04\nofficers = 4',
        '[[policy]]\nkind = "campaign"\nstart = 2027-01-04\nextra_posts_per_week = "many"\nanswers = 1.0',
    ],
)
def test_what_ikdsim_refuses_is_marked_in_the_editor(words, scenario):
    assert faults(scenario, words)


def test_an_experiment_without_scenarios_is_marked():
    assert faults(experiment_schema(), "runs = 4")
    assert faults(experiment_schema(), 'scenarios = ["a.toml"]\nrusn = 4')


@pytest.mark.parametrize("path", PRICES, ids=lambda path: path.stem)
def test_every_shipped_price_file_fits(path):
    assert faults(price_schema(), path.read_text(encoding="utf-8")) == []


def test_a_price_in_another_unit_or_of_another_name_is_marked():
    right = '[post]\nvalue = 1\nunit = "Rp/post"\nsource = "s"'
    assert not faults(price_schema(), right)
    assert faults(price_schema(), right.replace("Rp/post", "Rp/day"))
    assert faults(price_schema(), right.replace("[post]", "[pots]"))


def test_the_shipped_schemas_are_those_of_today(tmp_path):
    """If this fails, write them anew: `python tests/experiment/test_editor_schema.py`."""
    write_schemas(tmp_path, tmp_path)
    for folder, name in (("scenarios", SCENARIO_FILE), ("experiments", EXPERIMENT_FILE), ("experiments", PRICE_FILE)):
        assert (ROOT / folder / name).read_text(encoding="utf-8") == (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [*SCENARIOS, *EXPERIMENTS, *PRICES], ids=lambda path: path.stem)
def test_every_shipped_file_names_its_schema_in_its_first_line(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert (path.parent / first.removeprefix("#:schema ")).resolve() in (
        ROOT / "scenarios" / SCENARIO_FILE,
        ROOT / "experiments" / EXPERIMENT_FILE,
        ROOT / "experiments" / PRICE_FILE,
    )


if __name__ == "__main__":
    write_schemas(ROOT / "scenarios", ROOT / "experiments")
