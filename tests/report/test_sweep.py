"""A sweep in words."""

from ikdsim.experiment.sweep import make_sweep, run_sweep
from ikdsim.report.sweep import sweep_text
from tests.experiment.factories import make_scenario


def told(seeds, lang):
    over = {"decision.weekly": [0.03, 0.07]}
    made = make_sweep(make_scenario("baseline"), over, seeds, None, 400.0)
    return sweep_text(made, run_sweep(made), lang)


def test_a_row_a_combination_with_its_range():
    words = told([1, 2], "en")
    assert words.startswith("Scenario baseline: residents who use IKD on 29 December 2024")
    assert len([line for line in words.splitlines() if line.startswith("0.0") and "–" in line]) == 2


def test_one_run_has_no_range():
    rows = [line for line in told([1], "id").splitlines() if line.startswith("0.0")]
    assert all(row.endswith("–") for row in rows)
