"""What money buys: plans as they are."""

import pytest

from ikdsim.experiment.money import best_within, efficient, within
from tests.experiment.factories import make_comparison

GAINS = {"baseline": 0.0, "team": 50.0, "tour": 20.0, "posts": 5.0, "signs": 5.0, "useless": -1.0}
COST = {"baseline": 7.0, "team": 107.0, "tour": 207.0, "posts": 27.0, "signs": 17.0, "useless": 8.0}
NAMES = list(GAINS)


@pytest.fixture
def comparison():
    activated = {name: [10 + gain, 30 + gain] for name, gain in GAINS.items()}
    return make_comparison(activated, {name: [cost, cost] for name, cost in COST.items()})


def test_the_edge_holds_what_no_cheaper_plan_outdoes(comparison):
    assert [NAMES[number] for number in efficient(comparison)] == ["signs", "team"]


@pytest.mark.parametrize(("rupiah", "best"), [(9, None), (10, "signs"), (99, "signs"), (100, "team"), (1000, "team")])
def test_money_buys_the_plan_that_gains_most_for_it(comparison, rupiah, best):
    number = best_within(comparison, rupiah)
    assert (None if number is None else NAMES[number]) == best


def test_a_plan_that_gains_in_half_of_the_runs_is_not_bought():
    comparison = make_comparison(
        {"baseline": [10.0, 10.0], "luck": [90.0, 5.0]}, {"baseline": [0.0, 0.0], "luck": [9.0, 9.0]}
    )
    assert best_within(comparison, 1000) is None


def test_of_two_plans_at_one_price_the_better_is_on_the_edge():
    activated = {"baseline": [10.0], "worse": [20.0], "better": [30.0]}
    comparison = make_comparison(activated, {"baseline": [0.0], "worse": [9.0], "better": [9.0]})
    assert efficient(comparison) == [2]


def test_plans_that_the_money_pays_for_come_first_and_the_others_say_what_is_short(comparison):
    found = within(comparison, 100)
    assert [(plan.scenario, plan.fits, plan.short_rupiah) for plan in found] == [
        ("team", True, 0),
        ("posts", True, 0),
        ("signs", True, 0),
        ("useless", True, 0),
        ("tour", False, 100),
    ]
    assert (found[0].gain_median, found[0].extra_cost_rupiah, found[0].runs_within, found[0].runs) == (450, 100, 2, 2)


def test_money_may_be_enough_in_some_runs_only():
    activated, costs = {"baseline": [0.0] * 3, "team": [5.0] * 3}, {"baseline": [0.0] * 3, "team": [8.0, 10.0, 12.0]}
    [plan] = within(make_comparison(activated, costs), 9)
    assert (plan.fits, plan.runs_within, plan.short_rupiah) == (False, 1, 1)
