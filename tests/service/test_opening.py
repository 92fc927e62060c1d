"""All services open the week on a fresh supply, and usefulness is relative to today."""

import math

import numpy as np
import pytest

from ikdsim.resident import causes as c
from ikdsim.resident.columns import FISHER_OR_FARMER, OCCUPATIONS, STUDENT
from ikdsim.service.exposure import hazards_by_contacts, hazards_by_trust
from ikdsim.service.kinds import KINDS
from ikdsim.service.opening import Services, air, usefulness
from tests.factories import make_conditions, open_week, two_places

NUMBERS = {
    "decision.accepted_today": 0.1,
    "decision.by_usefulness": 2.0,
    "decision.use_in_shortage": 0.3,
    "decision.use_student": 0.1,
    "decision.use_fisher_or_farmer": -0.2,
    "persuasion.by_trust": 3.0,
    "persuasion.by_usefulness": 0.4,
    "disposition.persuasion_by_attitude": 1.0,
    "disposition.attitude_spread": 0.0,
}


@pytest.fixture
def conditions():
    return make_conditions(NUMBERS)


def test_every_kind_of_service_has_its_stations_one_after_the_other():
    kinds = [station.kind for station in Services(two_places()).stations]
    assert kinds == sorted(kinds)
    assert set(kinds) == set(range(len(KINDS)))


def test_every_week_has_a_supply_of_its_own(conditions):
    first, second = open_week(conditions), open_week(conditions)
    first.supply.capacity_ms[:] = 7
    assert not (second.supply.capacity_ms == 7).any()


def test_usefulness_today_is_the_need_of_the_occupation(conditions):
    useful = usefulness(conditions)
    assert useful.shape == (len(OCCUPATIONS),)
    assert useful[STUDENT] == pytest.approx(math.exp(0.2))
    assert useful[FISHER_OR_FARMER] == pytest.approx(math.exp(-0.4))


def test_every_service_that_accepts_ikd_makes_it_more_useful(conditions):
    today = usefulness(conditions)
    conditions.accepted = 0.4
    assert usefulness(conditions) == pytest.approx(today * math.exp(2.0 * 0.3))


def test_ikd_is_more_useful_while_no_card_is_to_be_had(conditions):
    today = usefulness(conditions)
    conditions.cards_missing = True
    assert usefulness(conditions) == pytest.approx(today * math.exp(2.0 * 0.3))
    assert open_week(conditions).supply.cards_missing[0] == 1


def test_offers_are_taken_more_from_warm_officers_and_less_after_a_breach(conditions):
    usual = open_week(conditions).supply.station_factor
    conditions.disposition.attitude += 0.5
    warm = open_week(conditions).supply.station_factor
    is_open = open_week(conditions).supply.capacity_ms > 0
    assert warm[is_open] == pytest.approx(1.5 * usual[is_open])
    conditions.trust_shift = -0.1
    assert open_week(conditions).supply.station_factor == pytest.approx(warm * math.exp(-0.3))


def test_services_that_accept_ikd_are_a_reason_to_be_persuaded_and_today_is_the_measure(conditions):
    conditions.communication.posts_per_week = 5.0
    usual, online = open_week(conditions).supply.station_factor, hazards_by_trust(conditions)[c.PERSUASION_ONLINE]
    assert air(conditions) == 1.0
    conditions.accepted = 0.6
    assert open_week(conditions).supply.station_factor == pytest.approx(usual * math.exp(0.2))
    assert hazards_by_trust(conditions)[c.PERSUASION_ONLINE] == pytest.approx(online * math.exp(0.2))
    assert hazards_by_contacts(open_week(conditions))[c.PERSUASION].rate == pytest.approx(
        hazards_by_contacts(open_week(make_conditions(NUMBERS)))[c.PERSUASION].rate * math.exp(0.2)
    )


def test_the_supply_shows_what_is_useful(conditions):
    conditions.accepted = 0.4
    assert np.array_equal(open_week(conditions).supply.useful, usefulness(conditions))
