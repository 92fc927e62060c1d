"""What officers and the week's conditions write on the supply for a station."""

import pytest

from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.randomness import ONE
from tests.factories import make_conditions, open_week

STATION = 0
FLAWLESS = {
    "resources.information": 1.0,
    "resources.uptime": 1.0,
    "resources.failure_without_signal": 0.5,
    "resources.skill": 0.5,
    "resources.time_saved_by_skill": 0.4,
    "implementation.offers_in_shortage": 3.0,
}


@pytest.fixture
def opening():
    return open_week(make_conditions(FLAWLESS))


def test_a_coarse_population_shrinks_the_capacity(opening):
    opening.set_capacity(STATION, 120.0)
    assert opening.supply.capacity_ms[STATION] == 120 * MILLISECONDS_PER_MINUTE
    opening.scale = 10.0
    opening.set_capacity(STATION, 120.0)
    assert opening.supply.capacity_ms[STATION] == 12 * MILLISECONDS_PER_MINUTE


def test_weak_signal_fails_attempts(opening):
    opening.set_officers(STATION, offer=0.2, speed=1.0, signal=1.0)
    assert opening.supply.failure[STATION] == 0
    opening.set_officers(STATION, offer=0.2, speed=1.0, signal=0.6)
    assert opening.supply.failure[STATION] / ONE == pytest.approx(0.2)


def test_time_for_one_activation_falls_with_skill_and_with_a_better_procedure(opening):
    opening.conditions.structure.procedure = 0.5
    opening.set_officers(STATION, offer=0.2, speed=0.9, signal=1.0)
    assert opening.supply.speed[STATION] == pytest.approx(0.9 * 0.5 * 0.8)


def test_while_blanks_are_short_those_without_a_card_are_offered_more(opening):
    opening.set_officers(STATION, offer=0.2, speed=1.0, signal=1.0)
    assert opening.supply.offer_without_card[STATION] == opening.supply.offer[STATION]
    opening.conditions.cards_missing = True
    opening.set_officers(STATION, offer=0.2, speed=1.0, signal=1.0)
    assert opening.supply.offer[STATION] / ONE == pytest.approx(0.2)
    assert opening.supply.offer_without_card[STATION] / ONE == pytest.approx(0.6)
    opening.set_officers(STATION, offer=0.5, speed=1.0, signal=1.0)
    assert opening.supply.offer_without_card[STATION] == ONE  # at most always
