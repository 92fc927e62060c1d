"""Persuasion: an explanation moves with the probability of its dose, and people around weigh in; opponents are few."""

import math

import numpy as np
import pytest

from ikdsim.randomness import ONE, threshold
from ikdsim.resident import persuasion
from ikdsim.resident import stages as s
from ikdsim.resident.persuasion import ALARM_SLOT, ONLINE_SLOT, PERSUASION_SLOT, explanation_dose, moves
from ikdsim.resident.tables import build_tables
from tests.factories import HIGH, LOW, MIDDLE, make_parameters, make_traits

MANY = 20_000
FOUR_SIGMA = 4.0 * 0.5 / math.sqrt(MANY)


def share_moved(dose):
    return sum(moves(dose, threshold(1, row, 7, 0)) for row in range(MANY)) / MANY


@pytest.mark.parametrize("dose", [0.05, 0.7, 3.0])
def test_an_explanation_persuades_with_the_probability_of_its_dose(dose):
    assert share_moved(dose) == pytest.approx(1.0 - math.exp(-dose), abs=FOUR_SIGMA)


def test_nobody_is_persuaded_by_nothing():
    assert share_moved(0.0) == 0.0


def test_whom_a_weak_explanation_persuades_a_strong_one_persuades_too():
    luck = [threshold(1, row, 7, 0) for row in range(500)]
    assert {k for k in luck if moves(0.3, k)} < {k for k in luck if moves(0.6, k)}


@pytest.mark.parametrize(
    ("stage", "is_persuaded", "decides", "after"),
    [
        (s.UNAWARE, False, True, s.AWARE),
        (s.UNAWARE, True, False, s.FAVOURABLE),
        (s.UNAWARE, True, True, s.INTENDING),
        (s.AWARE, False, True, s.AWARE),
        (s.AWARE, True, False, s.FAVOURABLE),
        (s.AWARE, True, True, s.INTENDING),
        (s.FAVOURABLE, False, False, s.FAVOURABLE),
        (s.FAVOURABLE, False, True, s.INTENDING),
        (s.INTENDING, False, False, s.INTENDING),
        (s.REFUSING, False, True, s.REFUSING),
        (s.REFUSING, True, True, s.FAVOURABLE),
        (s.LAPSED, False, False, s.INTENDING),
    ],
)
def test_an_explanation_leaves_people_where_they_were_or_takes_them_on(stage, is_persuaded, decides, after):
    assert persuasion.stage_after_explanation(stage, is_persuaded, decides) == after


def test_opponents_listen_less(tables):
    def dose(stage):
        return explanation_dose(stage, make_traits(), 1.0, tables)

    assert 0.0 < dose(s.REFUSING) < 0.5 * dose(s.AWARE)
    assert dose(s.AWARE) == dose(s.UNAWARE)


def test_clear_and_warm_officers_multiply_the_dose(tables):
    usual, warm = (explanation_dose(s.AWARE, make_traits(), factor, tables) for factor in (1.0, 1.5))
    assert warm == pytest.approx(1.5 * usual)


def test_the_trusting_and_the_inclined_are_open_and_literacy_weighs_little(tables):
    def weight(trait):
        low, high = (persuasion.openness(make_traits(**{trait: level}), tables) for level in (LOW, HIGH))
        return high / low

    assert weight("trust") > 2.0 and weight("inclination") > 2.0
    assert 1.0 < weight("literacy") < 0.5 * weight("trust")


def test_people_around_persuade_by_openness_and_posts_only_those_they_reach(tables):
    online, offline = make_traits(trust=HIGH), make_traits(trust=HIGH, online=0)
    for who in (online, offline):
        assert persuasion.own_factor(PERSUASION_SLOT, who, tables) == persuasion.openness(who, tables)
    assert persuasion.own_factor(ONLINE_SLOT, online, tables) == persuasion.openness(online, tables)
    assert persuasion.own_factor(ONLINE_SLOT, offline, tables) < persuasion.own_factor(ONLINE_SLOT, online, tables)


def test_distrust_alarms_and_neither_literacy_nor_inclination_has_a_say_in_it(tables):
    wary = persuasion.own_factor(ALARM_SLOT, make_traits(trust=LOW), tables)
    assert wary > persuasion.own_factor(ALARM_SLOT, make_traits(trust=HIGH), tables)
    assert wary == persuasion.own_factor(ALARM_SLOT, make_traits(trust=LOW, literacy=HIGH, inclination=HIGH), tables)


def test_the_inclined_decide_at_once_where_it_is_useful(tables):
    def dose(inclination, useful):
        return persuasion.decision_dose(make_traits(inclination=inclination), useful, tables)

    assert dose(HIGH, 1.0) > 2.0 * dose(LOW, 1.0)
    assert dose(HIGH, 2.0) == pytest.approx(2.0 * dose(HIGH, 1.0))


@pytest.mark.parametrize("share", [0.0, 0.25])
def test_so_many_of_middling_trust_are_against_it_from_the_start(share):
    tables = build_tables(make_parameters({"persuasion.opposed": share, "persuasion.opposed_by_trust": 0.0}))
    opposed = sum(persuasion.is_opposed(MIDDLE, int((k + 0.5) * ONE / 1_000), tables) for k in range(1_000))
    assert opposed == 1_000 * share


def test_opponents_are_few_and_wary(tables):
    wary, middling, trusting = (tables.opposed_by_trust[level] for level in (LOW, MIDDLE, HIGH))
    assert wary > middling > trusting
    assert tables.opposed_by_trust.mean() < 0.15


def test_people_around_add_to_what_comes_by_itself():
    around = np.array([0.0, 0.5])
    assert persuasion.persuasion(0.001, 0.03, 2.0).at(around) == pytest.approx([0.002, 0.032])
