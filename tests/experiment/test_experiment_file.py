"""Experiment files, strict and kind like scenario files."""

from pathlib import Path

import pytest

from ikdsim.errors import BadInput
from ikdsim.experiment.experiment_file import load_experiment
from ikdsim.experiment.sweep import Sweep

EXPERIMENTS = Path(__file__).parents[2] / "experiments"
SHIPPED = sorted(set(EXPERIMENTS.glob("*.toml")) - set(EXPERIMENTS.glob("calibrate_*.toml")))
BASELINE = 'title = { id = "Dasar", en = "Baseline" }\nregion = "babelan"\nend = 2024-12-29\n'


@pytest.fixture
def write(tmp_path):
    (tmp_path / "baseline.toml").write_text(BASELINE)
    (tmp_path / "more.toml").write_text('extends = "baseline.toml"\n[parameters]\n"decision.weekly" = 0.03\n')

    def written(words):
        path = tmp_path / "experiment.toml"
        path.write_text(words)
        return path

    return written


def refusal(path):
    with pytest.raises(BadInput) as refused:
        load_experiment(path)
    return [(fault.code, fault.facts.get("key"), fault.facts.get("line")) for fault in refused.value.faults]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_experiments_can_be_read(path):
    load_experiment(path)


def test_a_comparison_is_settled_by_its_file(write):
    plan = load_experiment(write('scenarios = ["baseline.toml", "more.toml"]\nruns = 4\nseed = 7\nuntil_sure = 50'))
    assert [scenario.name for scenario in plan.scenarios] == ["baseline", "more"]
    assert (plan.seeds, plan.numbers, plan.until_sure) == ((7, 8, 9, 10), "draws", 50.0)


def test_own_prices_are_found_beside_the_file_and_a_sweep_does_not_set_them_again(write, tmp_path):
    (tmp_path / "own.toml").write_text('[post]\nvalue = 5\nunit = "Rp/post"\nsource = "s"\n')
    plan = load_experiment(write('scenarios = ["baseline.toml", "more.toml"]\nprices = "own.toml"'))
    assert [[price.value for price in scenario.prices] for scenario in plan.scenarios] == [[5.0], [5.0]]
    swept = write('scenarios = ["baseline.toml"]\nprices = "own.toml"\n[sweep]\n"cost.post" = [50_000]')
    assert refusal(swept) == [("fixed_number", "cost.post", 4)]
    assert [code for code, *_ in refusal(write('scenarios = ["baseline.toml"]\nprices = "none.toml"'))] == [
        "missing_file"
    ]


def test_a_sweep_has_a_scenario_for_every_combination(write):
    made = load_experiment(write('scenarios = ["baseline.toml"]\nruns = 1\n[sweep]\n"decision.weekly" = [0.03, 0.05]'))
    assert isinstance(made, Sweep)
    assert [scenario.parameters for scenario in made.plan.scenarios] == [
        {"decision.weekly": 0.03},
        {"decision.weekly": 0.05},
    ]


def test_all_faults_of_the_table_are_told_with_their_lines(write):
    path = write('scenarios = ["baseline.toml"]\nruns = 0\nsed = 3\nnumbers = "drawn"')
    assert refusal(path) == [("unknown_key", "sed", 3), ("out_of_range", "runs", 2), ("unknown_option", "numbers", 4)]


def test_faults_of_the_table_and_of_the_files_that_it_names_are_told_together(write):
    path = write('scenarios = ["baseline.toml", "nowhere.toml"]\nruns = 0\nprices = "none.toml"')
    assert [code for code, *_ in refusal(path)] == ["out_of_range", "missing_file", "missing_file"]


def test_no_scenario_at_all_is_told_with_its_line(write):
    assert refusal(write("runs = 2\nscenarios = []")) == [("experiment_without_scenarios", "scenarios", 2)]


def test_what_cannot_stand_beside_a_sweep_is_told(write):
    path = write('scenarios = ["baseline.toml", "more.toml"]\nnumbers = "draws"\n[sweep]\n"decision.weekly" = [0.03]')
    assert refusal(path) == [("sweep.not_with_sweep", "numbers", 2), ("sweep.one_scenario", "scenarios", 1)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('"decision.weekly" = 0.03', "sweep.not_a_list"),
        ('"decision.weekly" = []', "sweep.not_a_list"),
        ('"decision.wekly" = [0.03]', "sweep.unknown_key"),
        ('"decision.weekly" = [7.0]', "out_of_range"),
    ],
)
def test_a_wrong_line_of_a_sweep_is_told_with_its_number(write, line, code):
    [(found, _, at)] = refusal(write(f'scenarios = ["baseline.toml"]\n[sweep]\n{line}'))
    assert (found, at) == (code, 3)


def test_too_many_combinations_are_refused_before_they_are_made(write):
    many = ", ".join(str(0.003 + number / 1e6) for number in range(400))
    path = write(f'scenarios = ["baseline.toml"]\n[sweep]\n"decision.weekly" = [{many}]\n"village_visits" = [{many}]')
    assert [code for code, *_ in refusal(path)] == ["sweep.too_many"]
