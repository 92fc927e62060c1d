"""Persuasion: trust and literacy persuade, distrust refuses, officers and users around weigh in."""

import numpy as np
import pytest

from ikdsim.resident import persuasion
from ikdsim.resident import stages as s
from ikdsim.resident.persuasion import PERSUASION_SLOT, REFUSAL_SLOT
from tests.factories import HIGH, LOW, MIDDLE


def test_trust_and_literacy_persuade(tables):
    usual = persuasion.own_factor(PERSUASION_SLOT, MIDDLE, MIDDLE, tables)
    assert usual == pytest.approx(1.0, abs=0.02)
    assert persuasion.own_factor(PERSUASION_SLOT, MIDDLE, HIGH, tables) > usual
    assert persuasion.own_factor(PERSUASION_SLOT, HIGH, MIDDLE, tables) > usual


def test_distrust_refuses_and_literacy_has_no_say_in_it(tables):
    wary = persuasion.own_factor(REFUSAL_SLOT, MIDDLE, LOW, tables)
    assert wary > persuasion.own_factor(REFUSAL_SLOT, MIDDLE, HIGH, tables)
    assert wary == persuasion.own_factor(REFUSAL_SLOT, HIGH, LOW, tables)


def test_an_offer_is_taken_by_the_willing_first(tables):
    def accepts(stage, trust=MIDDLE, literacy=MIDDLE):
        return persuasion.accepts_on_the_spot(stage, trust, literacy, 1.0, tables)

    assert accepts(s.REFUSING) < accepts(s.AWARE) < accepts(s.FAVOURABLE) < accepts(s.INTENDING)
    assert accepts(s.AWARE, trust=HIGH) > accepts(s.AWARE)
    assert accepts(s.AWARE, literacy=HIGH) > accepts(s.AWARE)


def test_a_warm_officer_multiplies_what_is_taken_at_once(tables):
    usual = persuasion.accepts_on_the_spot(s.AWARE, MIDDLE, MIDDLE, 1.0, tables)
    assert persuasion.accepts_on_the_spot(s.AWARE, MIDDLE, MIDDLE, 1.5, tables) == pytest.approx(1.5 * usual)


def test_officers_persuade_more_where_users_live_around():
    around = np.array([0.0, 0.5])
    assert persuasion.persuasion(0.02, 1.5, 4.0).at(around) == pytest.approx([0.03, 0.09])


def test_without_officers_nobody_is_persuaded():
    assert not persuasion.persuasion(0.02, 0.0, 4.0).at(np.array([0.5])).any()
