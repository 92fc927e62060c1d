"""Accounts: whoever cannot be paid in full stops until January."""

from datetime import date

from ikdsim.agency.budget import Accounts, YearlyBudget
from ikdsim.clock import week_of

SPRING, NEXT_YEAR = week_of(date(2027, 3, 1)), week_of(date(2028, 1, 3))
BOTH = YearlyBudget(("team", "vehicle"), 100.0)


def pass_week(accounts, week, costs, budgets=(BOTH,)):
    """Who stood still in a week in which policies would cost `costs`."""
    stopped = accounts.stopped(week, budgets, costs)
    accounts.pay(budgets, {name: cost for name, cost in costs.items() if name not in stopped})
    return stopped


def test_policies_are_paid_in_their_order_while_the_money_lasts():
    accounts = Accounts()
    assert pass_week(accounts, SPRING, {"team": 40.0, "vehicle": 10.0}) == set()
    assert pass_week(accounts, SPRING + 1, {"team": 40.0, "vehicle": 10.0}) == set()
    assert pass_week(accounts, SPRING + 2, {"team": 40.0, "vehicle": 10.0}) == {"team", "vehicle"}


def test_one_that_costs_too_much_leaves_the_money_to_the_next():
    accounts = Accounts()
    assert pass_week(accounts, SPRING, {"team": 95.0, "vehicle": 10.0}) == {"vehicle"}
    accounts = Accounts()
    assert pass_week(accounts, SPRING, {"team": 101.0, "vehicle": 100.0}) == {"team"}


def test_who_has_stopped_stays_away_until_january_even_for_a_cheaper_week():
    accounts = Accounts(begun=["team"])
    assert pass_week(accounts, SPRING, {"team": 101.0}) == {"team"}
    assert pass_week(accounts, SPRING + 1, {"team": 1.0}) == {"team"}
    assert pass_week(accounts, NEXT_YEAR, {"team": 1.0}) == set()


def test_who_could_not_be_paid_for_the_first_week_never_begins():
    accounts = Accounts()
    assert pass_week(accounts, SPRING, {"vehicle": 700.0}) == {"vehicle"}
    assert pass_week(accounts, NEXT_YEAR, {"vehicle": 1.0}) == {"vehicle"}
    assert pass_week(accounts, NEXT_YEAR + 1, {"vehicle": 1.0}, budgets=()) == {"vehicle"}


def test_nobody_stops_for_a_budget_that_does_not_name_them_or_has_ended():
    accounts = Accounts(begun=["team"])
    assert pass_week(accounts, SPRING, {"team": 500.0, "campaign": 500.0}) == {"team"}
    assert pass_week(accounts, SPRING + 1, {"team": 500.0}, budgets=()) == set()


def test_without_a_budget_no_accounts_are_kept():
    accounts = Accounts()
    pass_week(accounts, SPRING, {"team": 500.0}, budgets=())
    assert pass_week(accounts, SPRING + 1, {"team": 100.0}) == set()


def test_the_last_week_can_come_again_and_is_paid_once():
    accounts = Accounts(begun=["team"])
    for _ in range(2):
        assert pass_week(accounts, SPRING, {"team": 60.0}) == set()
    assert pass_week(accounts, SPRING + 1, {"team": 40.0}) == set()
    assert pass_week(accounts, SPRING + 2, {"team": 1.0}) == {"team"}
