"""Shortage of officers: minutes are gone, fewer come to a desk where nobody stands, and fewer are activated."""

from datetime import date

import pytest

from ikdsim.policy.officer_shortage import OfficerShortage
from tests.theory.lever import START, assert_nothing_before_its_start, gain, minutes, under, work_otherwise

KECAMATAN, OUTLET = "kecamatan_desk", "mall_outlet"


def shortage(missing=0.5, desk="all", end=None):
    return OfficerShortage(name="x", start=START, missing=missing, desk=desk, end=end)


def test_the_more_are_missing_the_fewer_users():
    assert gain(shortage(0.8)).sum() < gain(shortage(0.3)).sum() < 0.0
    assert not gain(shortage(0.0)).any()


def test_a_share_of_the_minutes_of_every_desk_is_gone_and_no_visit_is():
    before, after = minutes(), minutes(shortage())
    for desk in (OUTLET, KECAMATAN, "village_desk"):
        assert after[desk] == pytest.approx(0.5 * before[desk], rel=0.001)
    assert after["botram_village"] == before["botram_village"]


def test_at_one_desk_no_other_loses_a_minute():
    changed = work_otherwise(shortage(desk=OUTLET))
    assert set.union(*changed.values()) == {OUTLET}


def test_a_desk_without_officers_draws_nobody():
    assert "walk_in" in work_otherwise(shortage(1.0, KECAMATAN))
    assert minutes(shortage(1.0, KECAMATAN))[KECAMATAN] == 0.0


def test_it_costs_nothing_and_is_over_when_it_ends():
    assert "officer_shortage" not in under(shortage()).setup.programme.spent_until(100)
    assert work_otherwise(shortage(end=date(2024, 1, 28))) == {}


def test_nobody_changes_before_it():
    assert_nothing_before_its_start(shortage())
