"""The week of the agency becomes the hazards of the residents, each cause for its group."""

import math

import numpy as np
import pytest

from ikdsim.agency.conditions import Visit
from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.region.region import DEMAND, SUPPLY
from ikdsim.resident import causes as c
from ikdsim.resident.columns import CIVIL_SERVANT, FISHER_OR_FARMER, OCCUPATIONS
from ikdsim.service.exposure import hazards_by_contacts, hazards_by_trust, hazards_without_trust
from ikdsim.service.kinds import BOTRAM_VILLAGE
from tests.factories import COAST, ONE_WARD, TOWN, make_conditions, open_week, region_where

NOBODY_AROUND = np.zeros(5)
SIZES = {c.NATION: (), c.PLACE: (2,), c.WARD: (2,), c.OCCUPATION: (len(OCCUPATIONS),), c.NEIGHBOURHOOD: (5,)}


def week_of(numbers=None, region=None):
    """The usual conditions where every place has one ward."""
    return make_conditions({**ONE_WARD, **(numbers or {})}, region=region)


@pytest.fixture
def conditions():
    return week_of()


def hazards(conditions, around=NOBODY_AROUND):
    opening = open_week(conditions)
    by_contacts = {cause: hazard.at(around) for cause, hazard in hazards_by_contacts(opening).items()}
    return {**hazards_without_trust(opening), **hazards_by_trust(conditions), **by_contacts}


def changed(before, after):
    return {c.CAUSES[cause].name for cause in before if not np.array_equal(before[cause], after[cause])}


def test_every_cause_gets_a_hazard_for_each_of_its_groups(conditions):
    week = hazards(conditions)
    assert set(week) == set(range(len(c.CAUSES)))
    for cause, hazard in week.items():
        assert np.shape(hazard) == SIZES[c.CAUSES[cause].group], c.CAUSES[cause].name
        assert (np.asarray(hazard) >= 0.0).all()


def test_a_visit_announces_and_brings_people_where_it_goes(conditions):
    before = hazards(conditions)
    conditions.visits.append(Visit(BOTRAM_VILLAGE, TOWN, (0,), 360.0))
    after = hazards(conditions)
    assert changed(before, after) == {"announcement", "visit", "errand"}
    heard = (after[c.ANNOUNCEMENT] > before[c.ANNOUNCEMENT]).tolist()
    assert heard == [True, False]


def test_notices_are_heard_in_every_place_without_a_visit():
    week = hazards(week_of({"knowledge.announcement": 0.002}))
    assert week[c.ANNOUNCEMENT] == pytest.approx([0.002] * 2)


def test_posts_make_hear_and_persuade_a_few_and_nothing_else():
    numbers = {"persuasion.online": 0.01, "communication.posts_for_half_reach": 4.0}
    conditions = week_of({**numbers, "communication.posts_per_week": 0.0})
    before = hazards(conditions)
    conditions.communication.posts_per_week = 4.0
    after = hazards(conditions)
    assert changed(before, after) == {"media", "persuasion_online"}
    assert (before[c.PERSUASION_ONLINE], after[c.PERSUASION_ONLINE]) == (0.0, pytest.approx(0.005))


def test_an_answered_question_persuades_like_an_explanation_and_nothing_else():
    numbers = {"communication.questions_per_year": 0.5, "persuasion.explanation": 0.3, "communication.clarity": 1.2}
    conditions = week_of(numbers)
    before = hazards(conditions)
    conditions.communication.two_way = 1.0
    after = hazards(conditions)
    assert changed(before, after) == {"persuasion_online"}
    gained = after[c.PERSUASION_ONLINE] - before[c.PERSUASION_ONLINE]
    assert gained == pytest.approx(0.5 / WEEKS_PER_YEAR * 0.3 * 1.2)


def test_people_around_persuade_alike_whatever_officers_do(conditions):
    before = hazards(conditions, np.full(5, 0.25))
    conditions.disposition.attitude, conditions.communication.clarity = 0.9, 2.0
    assert changed(before, hazards(conditions, np.full(5, 0.25))) == set()


def test_consistent_offices_speed_up_the_decision_and_assure_and_nothing_else(conditions):
    before = hazards(conditions)
    conditions.communication.consistency = 1.2
    after = hazards(conditions)
    assert changed(before, after) == {"decision", "reconsideration"}
    assert after[c.DECISION] == pytest.approx(1.2 * before[c.DECISION])


def test_a_breach_persuades_less_frightens_more_and_makes_doubt():
    conditions = week_of({"persuasion.by_trust": 3.0, "decision.by_trust": 1.0})
    before = hazards(conditions)
    conditions.trust_shift, conditions.doubt, conditions.alarm = -0.1, 0.04, 0.002
    after = hazards(conditions)
    for cause in (c.PERSUASION, c.PERSUASION_ONLINE):
        assert after[cause] == pytest.approx(before[cause] * math.exp(-0.3))
    assert (before[c.ALARM], after[c.ALARM]) == (0.0, 0.002)
    assert after[c.RECONSIDERATION] == pytest.approx(before[c.RECONSIDERATION] * math.exp(-0.1))
    assert (before[c.DOUBT], after[c.DOUBT]) == (0.0, 0.04)


def test_neither_a_breach_nor_users_around_touch_the_other_causes(conditions):
    before = hazards_without_trust(open_week(conditions))
    conditions.trust_shift, conditions.doubt, conditions.alarm = -0.1, 0.04, 0.002
    assert changed(before, hazards_without_trust(open_week(conditions))) == set()


def test_services_that_accept_ikd_persuade_and_make_decide_confirm_and_reconsider(conditions):
    before = hazards(conditions)
    conditions.accepted = 0.5
    after = hazards(conditions)
    assert changed(before, after) == {"decision", "confirmation", "reconsideration", "persuasion", "persuasion_online"}
    for cause in (c.DECISION, c.CONFIRMATION, c.RECONSIDERATION):
        assert (after[cause] > before[cause]).all()


def test_those_who_need_it_decide_first(conditions):
    by_occupation = hazards(conditions)[c.DECISION]
    assert by_occupation[CIVIL_SERVANT] > by_occupation[FISHER_OR_FARMER]


def test_use_and_leaders_confirm():
    conditions = week_of({"confirmation.weekly": 0.4, "confirmation.leaders": 1.5})
    conditions.accepted = 0.5
    assert hazards(conditions)[c.CONFIRMATION] == pytest.approx([0.2, 0.2])  # signal is that of each home
    conditions.places[TOWN].leaders = 1.0
    assert hazards(conditions)[c.CONFIRMATION] == pytest.approx([0.3, 0.2])


def test_village_leaders_speak_of_it_in_their_place():
    conditions = week_of({"knowledge.announcement": 0.002, "knowledge.leaders_talk": 0.01})
    conditions.places[COAST].leaders = 1.0
    assert hazards(conditions)[c.ANNOUNCEMENT] == pytest.approx([0.002, 0.012])


def test_a_place_has_notices_of_its_own():
    conditions = week_of({"knowledge.announcement": 0.002})
    conditions.places[TOWN].notices = 3.0
    assert hazards(conditions)[c.ANNOUNCEMENT] == pytest.approx([0.006, 0.002])


@pytest.mark.parametrize(("side", "moved"), [(SUPPLY, {"announcement", "visit", "errand"}), (DEMAND, {"errand"})])
def test_intensity_is_what_officers_do_or_what_residents_ask_for(side, moved):
    usual, intense = (week_of(region=region_where(intensity_acts_on=side)) for _ in range(2))
    for conditions in (usual, intense):
        conditions.visits.append(Visit(BOTRAM_VILLAGE, COAST, (0,), 3_600.0))
    intense.places[COAST].intensity = 2.0
    before, after = hazards(usual), hazards(intense)
    assert changed(before, after) == moved
    assert all(np.all(after[cause] >= before[cause]) for cause in before)
    assert after[c.ERRAND][TOWN] == before[c.ERRAND][TOWN]


def test_users_around_talk_persuade_and_change_minds():
    numbers = {"knowledge.word_of_mouth": 0.2, "persuasion.spontaneous": 0.001, "persuasion.by_contacts": 0.04}
    conditions = week_of(numbers)
    alone, among_users = hazards(conditions), hazards(conditions, np.full(5, 0.25))
    assert changed(alone, among_users) == {"word_of_mouth", "persuasion", "reconsideration"}
    assert among_users[c.WORD_OF_MOUTH] == pytest.approx(np.full(5, 0.05))
    assert alone[c.PERSUASION] == pytest.approx(np.full(5, 0.001))
    assert among_users[c.PERSUASION] == pytest.approx(np.full(5, 0.011))


@pytest.mark.parametrize("cause", [c.ALARM, c.DOUBT])
def test_nothing_drives_neutral_people_against_it_without_a_breach(cause, conditions):
    assert hazards(conditions, np.full(5, 0.5))[cause] == 0.0


def test_lapses_are_given_a_year_and_spread_over_its_weeks():
    numbers = {
        "population.phone_replaced": 0.4,
        "confirmation.not_reactivated": 0.2,
        "confirmation.pin_forgotten": 0.02,
        "confirmation.disenchantment": 0.05,
    }
    week = hazards(week_of(numbers))
    assert week[c.INTERRUPTION] * WEEKS_PER_YEAR == pytest.approx(0.1)
    assert week[c.DISENCHANTMENT] * WEEKS_PER_YEAR == pytest.approx(0.05)
