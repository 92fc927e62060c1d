"""Conditions of a week start fresh and add up what they cost."""

import pytest

from ikdsim.agency.conditions import GIVEN
from tests.factories import make_conditions


def test_a_usual_week_has_no_visits_no_costs_and_no_shock():
    conditions = make_conditions({"decision.accepted_today": 0.07})
    assert conditions.visits == conditions.extra_officers == []
    assert conditions.costs == {}
    assert (conditions.trust_shift, conditions.doubt, conditions.cards_missing) == (0.0, 0.0, False)
    assert conditions.accepted == 0.07
    assert conditions.visits_from_elsewhere == 0.0


def test_costs_of_one_item_add_up():
    conditions = make_conditions()
    conditions.pay("visit", 3.0)
    conditions.pay("visit", 4.0)
    conditions.pay("post", 1.0)
    assert conditions.costs == {"visit": 7.0, "post": 1.0}


def test_a_change_of_one_week_does_not_reach_the_next():
    week = make_conditions()
    week.disposition.attitude = 1.0
    week.structure.fragmentation = 0.0
    week.communication.posts_per_week = 99.0
    week.resources.uptime = 0.0
    week.visits.append(None)
    week.pay("visit", 1.0)
    assert make_conditions() == make_conditions(region=week.region)
    assert make_conditions() != week


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_what_a_run_is_made_of_cannot_be_replaced(name):
    conditions = make_conditions()
    with pytest.raises(AttributeError, match=f"{name} of the conditions is given"):
        setattr(conditions, name, None)


def test_a_misspelt_condition_is_not_taken_for_one():
    conditions = make_conditions()
    with pytest.raises(AttributeError):
        conditions.acepted = 0.5
    with pytest.raises(AttributeError):
        conditions.disposition.atitude = 1.0
