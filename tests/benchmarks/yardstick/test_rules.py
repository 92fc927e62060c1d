"""What every implementation of the yardstick is told."""

import numpy as np
import pytest

from benchmarks.yardstick.rules import AWARE, INTENDING, UNAWARE, load_rules

NOBODY = np.zeros(9, np.int64)


def hazards(rules, week, active):
    return -np.log(1.0 - rules.chances(week, active))


def test_the_places_are_those_of_babelan():
    assert load_rules().residents.sum() == 245_330
    assert np.bincount(load_rules(10).place_of_residents()).tolist() == load_rules(10).residents.tolist()


def test_active_people_make_others_hear_and_persuade_them():
    rules = load_rules()
    alone, among_users = hazards(rules, 3, NOBODY)[1], hazards(rules, 3, rules.residents // 2)[1]
    assert among_users[UNAWARE] == pytest.approx(alone[UNAWARE] + rules.hear_from_contacts / 2)
    assert among_users[AWARE] == pytest.approx(alone[AWARE] * (1 + rules.contact_weight / 2))


def test_a_visit_comes_to_each_place_in_turn_and_brings_officers():
    rules = load_rules()
    visits = np.array([rules.is_visited(week) for week in range(rules.visit_every)])
    assert visits.sum(axis=0).tolist() == [1] * 9
    week = int(visits[:, 4].argmax())
    assert hazards(rules, week, NOBODY)[4, INTENDING] > hazards(rules, week + 1, NOBODY)[4, INTENDING]
    assert rules.turns(week)[4] > rules.turns(week + 1)[4]


def test_officers_shrink_with_the_residents():
    assert load_rules(1000).turns(3)[0] == pytest.approx(load_rules().turns(3)[0] / 1000, rel=0.01)
