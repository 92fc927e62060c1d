"""More and more services accept IKD, and none ceases to."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikdsim.clock import WEEKS_PER_YEAR, week_of
from ikdsim.policy.ktp_transition import KtpTransition
from tests.factories import make_conditions

START, REACHED = date(2027, 1, 4), date(2027, 12, 31)
FIRST, LAST = week_of(START), week_of(REACHED)


def accepted_in(week, accepted=0.4, reached_by=REACHED, today=0.1):
    conditions = make_conditions({"decision.accepted_today": today}, week=week)
    KtpTransition(name="x", start=START, accepted=accepted, reached_by=reached_by).change(conditions, week)
    return conditions.accepted


def test_the_share_is_reached_on_its_day_and_kept():
    assert accepted_in(LAST - 1) < 0.4
    assert accepted_in(LAST) == accepted_in(LAST + 100) == pytest.approx(0.4)


def test_it_is_approached_in_equal_steps():
    first, second, third = (accepted_in(FIRST + week) - 0.1 for week in range(3))
    assert first == pytest.approx(0.3 / (LAST - FIRST + 1))
    assert (second, third) == (pytest.approx(2 * first), pytest.approx(3 * first))


def test_without_a_day_it_is_reached_at_once():
    assert accepted_in(FIRST, reached_by=None) == pytest.approx(0.4)


@settings(max_examples=50)
@given(accepted=st.floats(0, 1), today=st.floats(0, 1), week=st.integers(FIRST, LAST + 50))
def test_no_service_ceases_to_accept(accepted, today, week):
    now = accepted_in(week, accepted, today=today)
    assert today <= now <= max(today, accepted) + 1e-12
    assert now <= accepted_in(week + 1, accepted, today=today)


def test_linking_services_costs_the_same_every_month():
    conditions = make_conditions({"cost.linking_month": 100.0}, week=FIRST)
    KtpTransition(name="x", start=START, accepted=0.4).change(conditions, FIRST)
    assert conditions.costs["ktp_transition"] * WEEKS_PER_YEAR == pytest.approx(12 * 100.0)
