"""What an office reads when it asks what a sum of money can do."""

import pytest

from ikdsim.report.budget import what_money_does
from ikdsim.report.layout import WIDTH
from tests.experiment.factories import make_comparison

ENDS = {"baseline": [100.0, 100.0], "team": [150.0, 160.0], "posts": [110.0, 112.0], "luck": [190.0, 90.0]}
COSTS = {"baseline": [0.0, 0.0], "team": [9e8, 9e8], "posts": [4e8, 6e8], "luck": [1e8, 1e8]}


@pytest.fixture
def comparison():
    return make_comparison(ENDS, COSTS)


def test_every_plan_has_its_gain_its_cost_and_what_is_short(comparison):
    told = what_money_does(comparison, 5e8, "en")
    assert told.startswith("What can Rp500 million do, on top of the cost of “Scenario baseline” from 2 January 2023")
    rows = [line.split()[1:] for line in told.splitlines() if line.startswith("Scenario ")]
    assert rows == [
        ["luck", "+360", "-45", "–", "+765", "Rp100", "million", "2", "of", "2", "–"],
        ["posts", "+99", "+91", "–", "+107", "Rp500", "million", "1", "of", "2", "–"],
        ["team", "+495", "+454", "–", "+536", "Rp900", "million", "0", "of", "2", "Rp400", "million"],
    ]


def test_the_answer_is_the_plan_that_gains_most_and_not_by_luck(comparison):
    assert "“Skenario posts” menambah warga paling banyak" in what_money_does(comparison, 5e8, "id")
    assert "“Scenario team” gains most" in what_money_does(comparison, 1e9, "en")
    assert "no plan gains" in what_money_does(comparison, 2e8, "en")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_fits_a_page(comparison, lang):
    assert max(map(len, what_money_does(comparison, 5e8, lang).splitlines())) <= WIDTH


def test_one_run_has_no_range():
    told = what_money_does(make_comparison({"baseline": [1.0], "team": [2.0]}), 5e8, "en")
    assert "9 of 10" not in told
