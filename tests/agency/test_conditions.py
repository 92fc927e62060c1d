"""Conditions of a week start fresh and add up what they cost."""

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
