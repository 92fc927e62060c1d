"""Fake calls shake trust and discredit messages; officers keep their minutes, and offer IKD as before."""

from datetime import date

from ikdsim.clock import week_of
from ikdsim.policy.data_breach import DataBreach
from ikdsim.policy.fake_calls import FakeCalls
from tests.theory.paired import FIRST_WEEK, START, is_as_usual_before, moved, users, week

WEEKS = 20
CALLS = FakeCalls(name="calls", start=START, severity=1.0, weeks=WEEKS)
BREACH = DataBreach(name="breach", start=START, severity=1.0)


def test_trust_falls_and_doubt_rises_and_nothing_else_is_touched():
    falls = {"station_factor", "persuasion", "persuasion_online", "reconsideration"}
    assert moved(CALLS) == ({"doubt", "alarm"}, falls)


def test_messages_lose_more_than_after_a_breach_and_officers_do_not():
    calls, breach = week(CALLS), week(BREACH)
    assert (calls["persuasion_online"] < breach["persuasion_online"]).all()
    assert (calls["station_factor"] == breach["station_factor"]).all()


def test_it_does_not_fade_before_the_last_call():
    first, last, later = (week(CALLS, number=FIRST_WEEK + k)["doubt"] for k in (0, WEEKS - 1, WEEKS + 25))
    assert first == last > 2 * later > 0


def test_a_wave_costs_users_and_the_longer_it_lasts_the_more():
    longer = FakeCalls(name="calls", start=START, severity=1.0, weeks=100)
    assert users(longer).sum() < users(CALLS).sum() < users().sum()


def test_nobody_is_changed_before_the_first_call():
    assert is_as_usual_before(CALLS)
    assert not CALLS.in_force(week_of(date(2024, 1, 7)))
