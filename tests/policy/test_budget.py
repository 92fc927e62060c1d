"""A budget that runs out: what it pays for stops in the year, and goes on in January."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikdsim.clock import monday_of, week_of
from ikdsim.policy.budget import Budget
from ikdsim.policy.campaign import Campaign
from ikdsim.policy.ikd_team import IkdTeam
from ikdsim.policy.service_vehicle import ServiceVehicle
from ikdsim.service import programme
from ikdsim.service.programme import open_accounts, plan_conditions
from tests.factories import make_parameters, two_places

START = date(2027, 1, 4)
FIRST, LAST = week_of(START), week_of(date(2028, 12, 31))
PLACES = ("Town", "Coast")
PRICES = {"cost.officer_week": 1_000_000, "cost.team_setup": 20_000_000, "cost.vehicle_price": 400_000_000}
TEAM = IkdTeam(name="team", start=START, officers=1, visits_per_week=0.0, places=PLACES)
VEHICLE = ServiceVehicle(name="vehicle", start=START, vehicles=1, days_per_week=2.0, places=PLACES, region_share=0.5)
POSTS = Campaign(name="posts", start=START, extra_posts_per_week=5.0)


def budget(rupiah, policies=("team",), start=START):
    return Budget(name="budget", start=start, rupiah_per_year=rupiah, policies=policies)


def plan(policies, weeks=range(FIRST, LAST + 1), accounts=None):
    return plan_conditions(weeks, 1, two_places(), make_parameters(PRICES), policies, accounts=accounts)


def paid(planned, item):
    """Weeks in which something was paid for."""
    return [conditions.week - FIRST for conditions in planned if conditions.costs.get(item)]


def test_the_team_stops_when_the_money_of_the_year_is_spent_and_goes_on_in_january():
    planned = plan([TEAM, budget(50_000_000)])  # set-up and 30 weeks, then 50 weeks
    assert paid(planned, "ikd_team") == [*range(30), *range(52, 102)]
    assert [bool(conditions.extra_officers) for conditions in planned[28:32]] == [True, True, False, False]


def test_other_policies_go_on():
    with_budget, alone = plan([TEAM, POSTS, budget(50_000_000)]), plan([POSTS])
    assert paid(with_budget, "campaign") == paid(alone, "campaign")


def test_a_vehicle_that_cannot_be_bought_never_drives():
    assert paid(plan([VEHICLE, budget(199_000_000, ("vehicle",))]), "service_vehicle") == []


def test_a_budget_for_all_weeks_changes_nothing_but_itself():
    rich, without = plan([TEAM, VEHICLE, budget(1e12, ("team", "vehicle"))]), plan([TEAM, VEHICLE])
    for ours, theirs in zip(rich, without, strict=True):
        ours.budgets.clear()
        assert ours == theirs


def test_nothing_is_spent_of_a_budget_of_nothing():
    planned = plan([TEAM, VEHICLE, budget(0, ("team", "vehicle"))])
    assert not any(conditions.costs.get(item) for conditions in planned for item in ("ikd_team", "service_vehicle"))


def test_a_policy_that_ran_before_the_budget_goes_on_from_it():
    planned = plan([TEAM, budget(10_000_000, start=date(2027, 7, 5))])
    assert paid(planned, "ikd_team") == [*range(26), *range(26, 36), *range(52, 62)]


def test_it_goes_on_in_january_too_if_the_plan_begins_after_it_had_stopped_in_the_first_week_of_the_budget():
    team = replace(TEAM, visits_per_week=0.5)  # every second week costs more
    policies = [team, budget(1_500_000, start=monday_of(FIRST + 27))]
    planned = plan(policies)
    assert paid(planned, "ikd_team") == [*range(27), 52]
    assert plan(policies, range(FIRST + 40, LAST + 1)) == planned[40:]


def test_with_accounts_quarter_after_quarter_is_planned_as_at_once_and_no_quarter_twice(monkeypatch):
    policies, begun = [replace(TEAM, visits_per_week=0.5), VEHICLE, budget(20_000_000, ("vehicle", "team"))], set()
    planned, accounts = plan(policies), open_accounts(policies, FIRST)
    usual = programme.usual_conditions
    monkeypatch.setattr(programme, "usual_conditions", lambda week, *others: begun.add(week) or usual(week, *others))
    for start in range(FIRST, LAST, 13):
        begun.clear()
        weeks = range(max(FIRST, start - 1), min(start + 13, LAST + 1))
        for ours, theirs in zip(plan(policies, weeks, accounts), planned[weeks[0] - FIRST :], strict=False):
            assert ours == theirs
        assert begun == set(weeks)


@settings(max_examples=25, deadline=None)
@given(rupiah=st.floats(0, 1e9), begins=st.integers(FIRST, LAST))
def test_no_year_costs_more_than_its_budget_and_later_weeks_are_planned_as_before(rupiah, begins):
    policies = [TEAM, VEHICLE, budget(rupiah, ("vehicle", "team"))]
    planned = plan(policies)
    for year in (2027, 2028):
        weeks = [conditions for conditions in planned if monday_of(conditions.week).year == year]
        items = ("ikd_team", "service_vehicle")
        assert sum(week.costs.get(item, 0.0) for week in weeks for item in items) <= rupiah + 1.0
    assert plan(policies, range(begins, LAST + 1)) == planned[begins - FIRST :]


@pytest.mark.parametrize("order", [1, -1])
def test_it_may_stand_before_or_after_the_policies_it_pays_for(order):
    assert plan([TEAM, budget(50_000_000)][::order]) == plan([TEAM, budget(50_000_000)])
