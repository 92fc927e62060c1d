"""Compulsion: who goes along when an officer begins with IKD, and when a service requires it."""

import math

import pytest

from ikdsim.randomness import ONE, threshold
from ikdsim.resident import stages as s
from ikdsim.resident.compulsion import goes_along, is_required
from ikdsim.resident.tables import build_tables
from tests.factories import HIGH, LOW, make_parameters, make_traits

MANY = 20_000
FOUR_SIGMA = 4.0 * 0.5 / math.sqrt(MANY)


def share_that_goes_along(pressed, trust=128, stage=s.AWARE):
    tables = build_tables(make_parameters({"decision.pressed": pressed, "decision.at_once": 1.0}))
    who = make_traits(trust=trust)
    return sum(goes_along(stage, who, 1.0, threshold(1, row, 7, 0), tables) for row in range(MANY)) / MANY


def test_the_harder_officers_press_the_more_go_along():
    shares = [share_that_goes_along(pressed) for pressed in (0.0, 0.3, 3.0)]
    assert shares[0] == 0.0 < shares[1] < shares[2]


def test_who_is_pressed_as_hard_as_the_favourable_decide_goes_along_as_often():
    tables = build_tables(make_parameters({"decision.at_once": 1.0, "persuasion.inclination_spread": 0.0}))
    dose = float(tables.decides_by_trust[128])
    along = sum(goes_along(s.UNAWARE, make_traits(), 1.0, threshold(1, row, 7, 0), tables) for row in range(MANY))
    assert along / MANY == pytest.approx(1.0 - math.exp(-dose), abs=FOUR_SIGMA)


def test_trust_makes_it_easier():
    assert share_that_goes_along(0.5, trust=HIGH) > share_that_goes_along(0.5, trust=LOW)


def test_opponents_never_do_and_those_who_lapsed_always_do():
    assert share_that_goes_along(100.0, stage=s.REFUSING) == 0.0
    assert share_that_goes_along(0.0, stage=s.LAPSED) == 1.0


def test_a_service_requires_it_by_chance_and_recording_never_does():
    assert is_required(ONE // 2 - 1, ONE // 2, False)
    assert not is_required(ONE // 2, ONE // 2, False)
    assert not is_required(0, ONE, True)
