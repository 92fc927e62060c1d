"""Decision: usefulness, trust and inclination decide, distrust doubts, being against IKD is not for ever."""

import numpy as np
import pytest

from ikdsim.resident import decision
from ikdsim.resident.decision import ALARM_SLOT, DECISION_SLOT, DOUBT_SLOT
from tests.factories import HIGH, LOW, make_traits

TRUSTING, WARY = make_traits(trust=HIGH), make_traits(trust=LOW)
LITTLE_INCLINED, INCLINED = make_traits(inclination=LOW), make_traits(inclination=HIGH)


def test_the_trusting_decide_and_the_wary_doubt_or_turn_against_it(tables):
    assert decision.own_factor(DECISION_SLOT, TRUSTING, tables) > decision.own_factor(DECISION_SLOT, WARY, tables)
    for slot in (ALARM_SLOT, DOUBT_SLOT):
        assert decision.own_factor(slot, TRUSTING, tables) < decision.own_factor(slot, WARY, tables)


def test_the_inclined_decide_first_and_are_alarmed_like_anybody(tables):
    inclined, little = (decision.own_factor(DECISION_SLOT, who, tables) for who in (INCLINED, LITTLE_INCLINED))
    assert inclined / little == pytest.approx(tables.willing[HIGH] / tables.willing[LOW])
    assert inclined > 2.0 * little
    for slot in (ALARM_SLOT, DOUBT_SLOT):
        assert decision.own_factor(slot, INCLINED, tables) == decision.own_factor(slot, LITTLE_INCLINED, tables)


def test_middling_trust_alarms_and_makes_doubt_as_the_register_says(tables):
    for slot in (ALARM_SLOT, DOUBT_SLOT):
        assert decision.own_factor(slot, make_traits(), tables) == pytest.approx(1.0, abs=0.02)


def test_the_trusting_reconsider_sooner(tables):
    assert decision.reconsideration_factor(TRUSTING, tables) > decision.reconsideration_factor(WARY, tables)


def test_what_is_useful_is_decided_on_sooner():
    assert decision.decision(0.1, np.array([0.5, 1.0, 2.0])) == pytest.approx([0.05, 0.1, 0.2])


def test_opponents_reconsider_when_assured_and_among_users():
    alone, among_users = decision.reconsideration(0.001, 2.0, 4.0).at(np.array([0.0, 0.5]))
    assert alone == pytest.approx(0.002)
    assert among_users == pytest.approx(0.006)
