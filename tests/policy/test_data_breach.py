"""A breach costs trust and makes doubt, and is forgotten by half-lives."""

from datetime import date

import pytest

from ikdsim.clock import week_of
from ikdsim.policy.data_breach import DataBreach
from tests.factories import make_conditions

START = date(2027, 1, 4)
FIRST = week_of(START)
NUMBERS = {"persuasion.breach_half_life": 10.0, "persuasion.breach_trust": 0.2, "decision.breach_doubt": 0.04}


def week_after(*breaches, weeks=0):
    conditions = make_conditions(NUMBERS, week=FIRST + weeks)
    for breach in breaches:
        breach.change(conditions, conditions.week)
    return conditions


def breach(severity=1.0):
    return DataBreach(name="x", start=START, severity=severity)


def test_trust_falls_and_the_favourable_doubt():
    week = week_after(breach())
    assert week.trust_shift == pytest.approx(-0.2)
    assert week.doubt == pytest.approx(0.04)


@pytest.mark.parametrize(("weeks", "remembered"), [(0, 1.0), (10, 0.5), (20, 0.25)])
def test_half_of_it_is_forgotten_every_ten_weeks(weeks, remembered):
    week = week_after(breach(), weeks=weeks)
    assert week.trust_shift == pytest.approx(-0.2 * remembered)
    assert week.doubt == pytest.approx(0.04 * remembered)


def test_a_smaller_breach_shakes_less_and_two_shake_more():
    assert week_after(breach(0.5)).trust_shift == pytest.approx(-0.1)
    both = week_after(breach(0.5), breach(1.0))
    assert both.trust_shift == pytest.approx(-0.3)
    assert both.doubt == pytest.approx(0.06)


def test_a_shock_costs_nothing():
    assert week_after(breach()).costs == {}
