"""What officers and the week's conditions write on the supply for a station."""

import pytest

from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.randomness import ONE
from ikdsim.service.staff import Mean
from tests.factories import make_conditions, open_week

STATION = 0
MEAN = Mean(offer=0.2, persuasion=1.3, time_factor=0.9, failure=0.25)


@pytest.fixture
def opening():
    return open_week(make_conditions({"implementation.offers_in_shortage": 3.0}))


def test_a_coarse_population_shrinks_both_accounts_of_time(opening):
    opening.set_capacity(STATION, 120.0, 600.0)
    assert opening.supply.capacity_ms[STATION] == 120 * MILLISECONDS_PER_MINUTE
    assert opening.supply.errand_ms[STATION] == 600 * MILLISECONDS_PER_MINUTE
    opening.scale = 10.0
    opening.set_capacity(STATION, 120.0, 600.0)
    assert opening.supply.capacity_ms[STATION] == 12 * MILLISECONDS_PER_MINUTE
    assert opening.supply.errand_ms[STATION] == 60 * MILLISECONDS_PER_MINUTE


def test_residents_meet_the_mean_of_the_officers(opening):
    opening.set_officers(STATION, MEAN)
    assert opening.supply.offer[STATION] / ONE == pytest.approx(0.2)
    assert opening.supply.failure[STATION] / ONE == pytest.approx(0.25)
    assert opening.supply.time_factor[STATION] == pytest.approx(0.9)
    assert opening.persuasion[STATION] == 1.3


def test_a_better_procedure_takes_less_time(opening):
    opening.conditions.structure.procedure = 0.5
    opening.set_officers(STATION, MEAN)
    assert opening.supply.time_factor[STATION] == pytest.approx(0.45)


def test_while_blanks_are_short_those_without_a_card_are_offered_more(opening):
    opening.set_officers(STATION, MEAN)
    assert opening.supply.offer_without_card[STATION] == opening.supply.offer[STATION]
    opening.conditions.cards_missing = True
    opening.set_officers(STATION, MEAN)
    assert opening.supply.offer[STATION] / ONE == pytest.approx(0.2)
    assert opening.supply.offer_without_card[STATION] / ONE == pytest.approx(0.6)
    opening.set_officers(STATION, MEAN._replace(offer=0.5))
    assert opening.supply.offer_without_card[STATION] == ONE  # at most always
