"""ikdsim check: right files are named, wrong ones told with all their faults."""

import json
import subprocess
import sys

import pytest

from tests.command.conftest import GOOD
from tests.factories import SCENARIOS


def test_a_right_file_is_ok(ikdsim, files):
    assert ikdsim("check good.toml") == (0, "OK  good.toml: Baseline (policies: 0)\n", "")


def test_a_folder_is_checked_as_it_is_compared(ikdsim, files):
    status, out, err = ikdsim("check .")
    assert (status, out) == (2, "OK  good.toml: Baseline (policies: 0)\n")
    assert [line.split(":")[0] for line in err.splitlines()] == ["wrong.toml, line 3", "wrong.toml, line 4"]


@pytest.mark.parametrize("file", sorted(SCENARIOS.rglob("*.toml")), ids=lambda file: file.stem)
def test_every_shipped_scenario_is_right_and_says_in_both_languages_what_it_is(ikdsim, file):
    told = [ikdsim(f"check {file} --lang {lang}") for lang in ("id", "en")]
    assert [(status, err) for status, _, err in told] == [(0, ""), (0, "")]
    assert told[0][1].splitlines()[0] != told[1][1].splitlines()[0]
    assert file.read_text(encoding="utf-8").splitlines()[1].startswith("# ")  # a remark that says what it is about


def test_what_a_number_of_the_regency_means_is_said(ikdsim, files):
    policy = '[[policy]]\nkind = "service_vehicle"\nstart = 2027-01-04\nvehicles = 3\ndays_per_week = 4\n'
    (files / "good.toml").write_text(GOOD + policy)
    told = "  3 vehicles of the regency = about 45 days a year in Babelan (share 7.24%)"
    assert ikdsim("check good.toml")[1].splitlines()[1] == told


def test_quiet_says_nothing_of_a_right_file(ikdsim, files):
    assert ikdsim("check good.toml --quiet") == (0, "", "")


def test_a_wrong_file_among_right_ones_is_told_with_all_its_faults(ikdsim, files):
    status, out, err = ikdsim("check good.toml wrong.toml nowhere.toml")
    assert status == 2
    assert out.startswith("OK  good.toml")
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "wrong.toml, line 3",
        "wrong.toml, line 4",
        "nowhere.toml",
    ]


MISTAKEN = """
[[policy]]
kind = "adaptive_tour"
start = 2027-01-04
vehicles = 1
days_per_week = 4
review_weeks = 0
[[policy]]
kind = "budget"
start = 2027-01-04
rupiah_per_year = -1
policies = ["adaptive_tour", "ikd_taem"]
"""


def test_reviews_more_often_than_weekly_and_budgets_below_nothing_are_refused_at_once(ikdsim, files):
    (files / "mistaken.toml").write_text(GOOD + MISTAKEN)
    status, _, err = ikdsim("check mistaken.toml")
    assert status == 2
    assert [line.split(": ")[1].split(", ")[0] for line in err.splitlines()] == [
        "“review_weeks” must lie between 1 and 520",
        "“rupiah_per_year” must lie between 0 and 10,000,000,000,000",
        '“policies” names "ikd_taem"',
    ]


@pytest.mark.parametrize(
    ("keys", "part"),
    [
        (
            'kind = "literacy_class"\nclasses_per_week = 1\nseats = 20\nyoungest = 60\noldest = 17',
            "“oldest” is 17 years",
        ),
        ('kind = "budget"\nrupiah_per_year = 1\npolicies = []', "“policies” is empty"),
        (
            'kind = "adaptive_tour"\nvehicles = 1\ndays_per_week = 1\nplaces = ["Desa Hurip Jaya"]\ngoes_to = 2',
            "has only 1 places to choose from",
        ),
    ],
)
def test_a_plan_that_only_costs_money_is_refused(ikdsim, files, keys, part):
    (files / "idle.toml").write_text(f"{GOOD}[[policy]]\nstart = 2027-01-04\n{keys}\n")
    status, _, err = ikdsim("check idle.toml")
    assert (status, err.count("\n"), part in err) == (2, 1, True)


def test_experiments_and_prices_are_checked_too(ikdsim, files):
    (files / "all.toml").write_text('scenarios = ["good.toml"]\nruns = 3\n')
    (files / "some.toml").write_text('scenarios = ["good.toml"]\nruns = 2\n[sweep]\n"decision.weekly" = [0.03, 0.05]\n')
    (files / "own.toml").write_text('[post]\nvalue = 5\nunit = "Rp/post"\nsource = "s"\n')
    status, out, _ = ikdsim("check all.toml some.toml own.toml")
    assert (status, out.splitlines()) == (
        0,
        [
            "OK  all.toml: comparison (scenarios: 1; runs of each: 3)",
            "OK  some.toml: one scenario with other values (combinations: 2; runs of each: 2)",
            "OK  own.toml: own prices (1)",
        ],
    )
    kinds = [of.get("experiment") for of in json.loads(ikdsim("check all.toml some.toml own.toml --json")[1])["files"]]
    assert kinds == ["comparison", "sweep", None]


def test_faults_of_an_experiment_of_its_scenarios_and_of_prices_are_told_with_their_lines(ikdsim, files):
    (files / "all.toml").write_text('scenarios = ["wrong.toml"]\nruns = 0\n')
    (files / "own.toml").write_text('[post]\nvalue = -5\nunit = "Rp/post"\nsource = "s"\n')
    status, out, err = ikdsim("check all.toml own.toml")
    assert (status, out) == (2, "")
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "all.toml, line 2",
        "wrong.toml, line 3",
        "wrong.toml, line 4",
        "own.toml, line 2, [post]",
    ]


def test_check_gives_one_document(ikdsim, files):
    status, out, err = ikdsim("check good.toml --json")
    assert (status, err) == (0, "")
    assert json.loads(out)["files"][0]["region"] == "babelan"


def test_faults_too_are_one_document_and_nothing_else_is_printed(ikdsim, files):
    status, out, err = ikdsim("check good.toml wrong.toml --json")
    assert (status, out) == (2, "")
    assert len(json.loads(err)["error"]) == 2


def test_a_reader_is_answered_in_their_language(ikdsim, files):
    assert "kebijakan" in ikdsim("check good.toml --lang id")[1]
    assert "baris 3" in ikdsim("check wrong.toml --lang=id")[2]


def test_check_loads_nothing_heavy_even_with_a_policy(files):
    policy = '[[policy]]\nkind = "campaign"\nstart = 2027-01-04\nextra_posts_per_week = 3\n'
    (files / "good.toml").write_text(GOOD + policy)
    program = """
import sys
from ikdsim.cli import main
status = main(["check", "good.toml"])
sys.exit(status + len({"numba", "numpy", "mesa", "pandas", "matplotlib", "rich"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == 0


def test_a_calibration_file_is_told_as_one(ikdsim):
    file = SCENARIOS.parents[1] / "experiments" / "calibrate_babelan.toml"
    told = f"OK  {file}: calibration (homes of place effects: 2; steps: 25000)\n"
    assert ikdsim(f"check {file}") == (0, told, "")
