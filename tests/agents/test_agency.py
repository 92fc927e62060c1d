"""The agency plans each week from scratch: as usual, then the policies in force."""

from datetime import date

import pytest

from ikdsim.clock import week_of
from ikdsim.policy.campaign import Campaign
from tests.factories import make_model

START, END = date(2023, 10, 2), date(2023, 10, 29)
FIRST, LAST = week_of(START), week_of(END)


@pytest.fixture
def agencies():
    """Babelan's agency, without and with a campaign of four weeks."""
    campaign = Campaign(name="x", start=START, end=END, extra_posts_per_week=5.0)
    return make_model().agency, make_model(policies=(campaign,)).agency


@pytest.mark.parametrize("week", [FIRST - 1, LAST + 1])
def test_out_of_its_weeks_a_policy_changes_nothing(week, agencies):
    usual, campaigning = agencies
    assert campaigning.plan(week) == usual.plan(week)


@pytest.mark.parametrize("week", [FIRST, LAST])
def test_in_its_weeks_a_policy_is_a_difference_from_the_usual(week, agencies):
    usual, campaigning = (agency.plan(week) for agency in agencies)
    assert campaigning.communication.posts_per_week == usual.communication.posts_per_week + 5.0
    campaigning.communication.posts_per_week -= 5.0
    assert campaigning.costs.pop("campaign") > 0.0
    assert campaigning == usual


def test_planning_a_week_twice_gives_the_same_week(agencies):
    _, campaigning = agencies
    assert campaigning.plan(FIRST) == campaigning.plan(FIRST)


def test_history_belongs_to_every_plan(agencies):
    usual, _ = agencies
    assert usual.plan(week_of(date(2023, 3, 1))).cards_missing
    after_the_sale_of_rows = usual.plan(week_of(date(2023, 8, 14)))
    assert after_the_sale_of_rows.doubt > 0.0
    assert not after_the_sale_of_rows.cards_missing


def test_usual_botram_visits_are_planned(agencies):
    usual, _ = agencies
    weeks = range(week_of(date(2024, 7, 15)), week_of(date(2026, 12, 31)))
    visits = [visit for week in weeks for visit in usual.plan(week).visits]
    assert 3 < len(visits) < 40
