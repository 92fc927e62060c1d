"""A campaign's questions are answered by somebody who is hired, or by everybody of the office."""

from datetime import date

import pytest

from ikdsim.agency.assignment import OFFICE
from ikdsim.clock import week_of
from ikdsim.policy.campaign import Campaign
from tests.factories import make_conditions

START = date(2027, 1, 4)


def week_under(staff):
    conditions = make_conditions({"resources.officer_hours": 37.5}, week=week_of(START))
    Campaign(name="talk", start=START, extra_posts_per_week=0.0, answers=0.4, staff=staff).change(
        conditions, conditions.week
    )
    return conditions


@pytest.mark.parametrize("staff", ["added", "reassigned"])
def test_answers_are_somebodys_minutes(staff):
    duties = week_under(staff).duties
    assert {duty.activity for duty in duties} == {"messages"}
    assert sum(duty.minutes for duty in duties) == pytest.approx(0.4 * 37.5 * 60.0)


def test_whoever_is_hired_is_paid_and_the_office_is_not():
    hired, office = week_under("added"), week_under("reassigned")
    assert hired.costs["campaign"] > 0.0
    assert [duty.officer.post for duty in hired.duties] == ["talk"]
    assert office.costs["campaign"] == 0.0
    assert [duty.officer.post for duty in office.duties] == [OFFICE] * 20
