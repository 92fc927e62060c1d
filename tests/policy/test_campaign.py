"""A campaign posts more and answers questions, and pays for both."""

from datetime import date

import pytest

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.policy.campaign import Campaign
from tests.factories import make_conditions

NUMBERS = {"communication.posts_per_week": 2.0, "cost.post": 5.0, "cost.answering_month": 100.0}


def week_under(*campaigns):
    conditions = make_conditions(NUMBERS)
    for campaign in campaigns:
        campaign.change(conditions, conditions.week)
    return conditions


def campaign(posts=4.0, answers=0.5):
    return Campaign(name="x", start=date(2027, 1, 4), extra_posts_per_week=posts, answers=answers)


def test_posts_come_on_top_of_todays():
    assert week_under(campaign(posts=4.0)).communication.posts_per_week == 6.0


def test_two_campaigns_post_both_and_the_better_answers():
    both = week_under(campaign(4.0, 0.5), campaign(1.0, 0.2)).communication
    assert (both.posts_per_week, both.two_way) == (7.0, 0.5)


def test_it_costs_its_posts_and_its_share_of_somebody_who_answers():
    assert week_under(campaign(4.0, 0.0)).costs == {"campaign": 20.0}
    yearly = week_under(campaign(0.0, 0.5)).costs["campaign"] * WEEKS_PER_YEAR
    assert yearly == pytest.approx(12 * 100.0 * 0.5)
