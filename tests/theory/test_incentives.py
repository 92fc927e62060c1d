"""Incentives: an allowance makes officers offer IKD on visits, prizes make them offer it everywhere."""

from ikdsim.policy.incentives import Incentives
from ikdsim.service.kinds import BOTRAM_KECAMATAN, BOTRAM_VILLAGE, KINDS
from tests.theory.lever import FIRST, START, assert_nothing_before_its_start, gain, minutes, under, work_otherwise

WEEKS = range(FIRST, FIRST + 60)
ON_VISITS = {KINDS[BOTRAM_KECAMATAN], KINDS[BOTRAM_VILLAGE]}


def paid(allowance=1.0, prizes=False):
    return Incentives(name="x", start=START, allowance=allowance, prizes=prizes)


def test_a_full_allowance_makes_more_users_and_prizes_still_more():
    assert 0.0 < gain(paid()).sum() < gain(paid(prizes=True)).sum()


def test_today_half_is_paid_so_half_changes_nobody():
    assert not gain(paid(0.5)).any()


def test_the_allowance_changes_offers_and_the_time_they_take_on_visits_alone():
    changed = [work_otherwise(paid(), week=week) for week in WEEKS]
    assert set().union(*(week.keys() for week in changed)) == {"offer", "errand_ms"}
    assert set.union(*(kinds for week in changed for kinds in week.values())) == ON_VISITS


def test_prizes_change_what_officers_say_at_every_desk_and_no_minute():
    changed = work_otherwise(paid(0.5, prizes=True))
    assert changed.keys() == {"offer", "station_factor"}
    assert changed["offer"] >= {"district_office", "mall_outlet", "kecamatan_desk", "village_desk"}
    assert minutes(paid(prizes=True)) == minutes()


def test_the_allowance_is_paid_for_days_out():
    spent = under(paid()).setup.programme
    out = {week: sum(len(visit.crew) for visit in spent.week(week).conditions.visits) for week in WEEKS}
    costs = {week: spent.week(week).conditions.costs.get("incentives", 0.0) for week in WEEKS}
    assert {week for week in WEEKS if out[week]} == {week for week in WEEKS if costs[week]}


def test_nobody_changes_before_it():
    assert_nothing_before_its_start(paid(prizes=True))
