"""Decision: usefulness decides, distrust rejects and doubts, refusing is not for ever."""

import numpy as np
import pytest

from ikdsim.resident import decision
from ikdsim.resident.decision import DECISION_SLOT, DOUBT_SLOT, REJECTION_SLOT
from tests.factories import HIGH, LOW, MIDDLE

USELESS, USEFUL = np.array([0.5]), np.array([2.0])


def test_the_trusting_decide_and_the_wary_reject_and_doubt(tables):
    assert decision.own_factor(DECISION_SLOT, HIGH, tables) > decision.own_factor(DECISION_SLOT, LOW, tables)
    assert decision.own_factor(REJECTION_SLOT, HIGH, tables) < decision.own_factor(REJECTION_SLOT, LOW, tables)
    assert decision.own_factor(DOUBT_SLOT, HIGH, tables) < decision.own_factor(DOUBT_SLOT, LOW, tables)


def test_middling_trust_changes_nothing(tables):
    for slot in (DECISION_SLOT, REJECTION_SLOT, DOUBT_SLOT):
        assert decision.own_factor(slot, MIDDLE, tables) == pytest.approx(1.0, abs=0.02)


def test_the_trusting_reconsider_sooner(tables):
    assert decision.reconsideration_factor(HIGH, tables) > decision.reconsideration_factor(LOW, tables)


def test_usefulness_makes_decide_and_keeps_from_rejecting():
    assert decision.decision(0.1, 1.0, USEFUL) > decision.decision(0.1, 1.0, USELESS)
    assert decision.rejection(0.1, USEFUL) < decision.rejection(0.1, USELESS)


def test_offices_that_contradict_each_other_hold_the_decision_up():
    assert decision.decision(0.1, 0.5, USEFUL) == pytest.approx(0.5 * decision.decision(0.1, 1.0, USEFUL))


def test_the_refusing_reconsider_when_assured_and_among_users():
    alone, among_users = decision.reconsideration(0.001, 2.0, 4.0).at(np.array([0.0, 0.5]))
    assert alone == pytest.approx(0.002)
    assert among_users == pytest.approx(0.006)
