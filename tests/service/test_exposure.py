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
from tests.factories import COAST, TOWN, make_conditions, open_week, region_where

NOBODY_AROUND = np.zeros(5)
SIZES = {c.NATION: (), c.PLACE: (2,), c.OCCUPATION: (len(OCCUPATIONS),), c.NEIGHBOURHOOD: (5,)}


@pytest.fixture
def conditions():
    return make_conditions()


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
    conditions.visits.append(Visit(BOTRAM_VILLAGE, TOWN, 360.0))
    after = hazards(conditions)
    assert changed(before, after) == {"announcement", "visit", "errand"}
    assert after[c.ANNOUNCEMENT][TOWN] > before[c.ANNOUNCEMENT][TOWN]
    assert after[c.ANNOUNCEMENT][COAST] == before[c.ANNOUNCEMENT][COAST]


def test_notices_are_heard_in_every_place_without_a_visit():
    week = hazards(make_conditions({"knowledge.announcement": 0.002}))
    assert week[c.ANNOUNCEMENT] == pytest.approx([0.002, 0.002])


def test_posts_make_hear_and_nothing_else(conditions):
    before = hazards(conditions)
    conditions.communication.posts_per_week += 3.0
    assert changed(before, hazards(conditions)) == {"media"}


def test_answers_and_warm_officers_persuade_and_nothing_else(conditions):
    before = hazards(conditions)
    conditions.communication.two_way = 1.0
    conditions.disposition.attitude = 0.9
    after = hazards(conditions)
    assert changed(before, after) == {"persuasion"}
    assert (after[c.PERSUASION] > before[c.PERSUASION]).all()


def test_consistent_offices_speed_up_the_decision_and_nothing_else(conditions):
    before = hazards(conditions)
    conditions.communication.consistency = 1.2
    after = hazards(conditions)
    assert changed(before, after) == {"decision"}
    assert after[c.DECISION] == pytest.approx(1.2 * before[c.DECISION])


def test_a_breach_persuades_less_frightens_more_and_makes_doubt():
    numbers = {"persuasion.by_trust": 3.0, "persuasion.refusal_by_trust": 2.0, "decision.by_trust": 1.0}
    conditions = make_conditions(numbers)
    before = hazards(conditions)
    conditions.trust_shift, conditions.doubt = -0.1, 0.04
    after = hazards(conditions)
    assert after[c.PERSUASION] == pytest.approx(before[c.PERSUASION] * math.exp(-0.3))
    assert after[c.REFUSAL] == pytest.approx(before[c.REFUSAL] * math.exp(0.2))
    assert after[c.RECONSIDERATION] == pytest.approx(before[c.RECONSIDERATION] * math.exp(-0.1))
    assert (before[c.DOUBT], after[c.DOUBT]) == (0.0, 0.04)


def test_neither_a_breach_nor_users_around_touch_the_other_causes(conditions):
    before = hazards_without_trust(open_week(conditions))
    conditions.trust_shift, conditions.doubt = -0.1, 0.04
    assert changed(before, hazards_without_trust(open_week(conditions))) == set()


def test_services_that_accept_ikd_make_decide_confirm_and_reconsider(conditions):
    before = hazards(conditions)
    conditions.accepted = 0.5
    after = hazards(conditions)
    assert changed(before, after) == {"decision", "rejection", "confirmation", "reconsideration"}
    assert (after[c.REJECTION] < before[c.REJECTION]).all()
    for cause in (c.DECISION, c.CONFIRMATION, c.RECONSIDERATION):
        assert (after[cause] > before[cause]).all()


def test_those_who_need_it_decide_first(conditions):
    by_occupation = hazards(conditions)[c.DECISION]
    assert by_occupation[CIVIL_SERVANT] > by_occupation[FISHER_OR_FARMER]


def test_signal_and_leaders_confirm():
    conditions = make_conditions({"confirmation.weekly": 0.4, "confirmation.leaders": 1.5})
    conditions.accepted = 0.5
    assert hazards(conditions)[c.CONFIRMATION] == pytest.approx([0.2, 0.12])  # signal 1.0 and 0.6
    conditions.places[TOWN].leaders = 1.0
    assert hazards(conditions)[c.CONFIRMATION] == pytest.approx([0.3, 0.12])


def test_village_leaders_speak_of_it_in_their_place():
    conditions = make_conditions({"knowledge.announcement": 0.002, "knowledge.leaders_talk": 0.01})
    conditions.places[COAST].leaders = 1.0
    assert hazards(conditions)[c.ANNOUNCEMENT] == pytest.approx([0.002, 0.012])


def test_a_place_has_notices_of_its_own():
    conditions = make_conditions({"knowledge.announcement": 0.002})
    conditions.places[TOWN].notices = 3.0
    assert hazards(conditions)[c.ANNOUNCEMENT] == pytest.approx([0.006, 0.002])


@pytest.mark.parametrize(("side", "moved"), [(SUPPLY, {"announcement", "visit", "errand"}), (DEMAND, {"errand"})])
def test_intensity_is_what_officers_do_or_what_residents_ask_for(side, moved):
    usual, intense = (make_conditions(region=region_where(intensity_acts_on=side)) for _ in range(2))
    for conditions in (usual, intense):
        conditions.visits.append(Visit(BOTRAM_VILLAGE, COAST, 360.0))
    intense.places[COAST].intensity = 2.0
    before, after = hazards(usual), hazards(intense)
    assert changed(before, after) == moved
    assert all(np.all(after[cause] >= before[cause]) for cause in before)
    assert after[c.ERRAND][TOWN] == before[c.ERRAND][TOWN]


def test_users_around_talk_persuade_and_change_minds():
    numbers = {"knowledge.word_of_mouth": 0.2, "persuasion.contact_weight": 4.0}
    conditions = make_conditions(numbers)
    alone, among_users = hazards(conditions), hazards(conditions, np.full(5, 0.25))
    assert changed(alone, among_users) == {"word_of_mouth", "persuasion", "reconsideration"}
    assert among_users[c.WORD_OF_MOUTH] == pytest.approx(np.full(5, 0.05))
    assert among_users[c.PERSUASION] == pytest.approx(2.0 * alone[c.PERSUASION])


def test_lapses_are_given_a_year_and_spread_over_its_weeks():
    week = hazards(make_conditions({"confirmation.pin_forgotten": 0.1, "confirmation.disenchantment": 0.05}))
    assert week[c.INTERRUPTION] * WEEKS_PER_YEAR == pytest.approx(0.1)
    assert week[c.DISENCHANTMENT] * WEEKS_PER_YEAR == pytest.approx(0.05)
