from types import SimpleNamespace

import numpy as np
import pytest

from ikdsim.population.attitudes import literacy, trust
from ikdsim.population.draws import Draws

COUNT = 5_000
DRAWS = Draws(seed=3, first=0, count=COUNT)
CITY, VILLAGE = SimpleNamespace(kind="urban"), SimpleNamespace(kind="rural")
OFFLINE, ONLINE = np.zeros(COUNT, np.uint8), np.ones(COUNT, np.uint8)


def of_age(years):
    return np.full(COUNT, years, np.float32)


def test_each_resident_is_more_literate_when_younger_online_or_in_the_city(parameters):
    usual = literacy(of_age(50), OFFLINE, VILLAGE, DRAWS, parameters)
    for other in (
        literacy(of_age(30), OFFLINE, VILLAGE, DRAWS, parameters),
        literacy(of_age(50), ONLINE, VILLAGE, DRAWS, parameters),
        literacy(of_age(50), OFFLINE, CITY, DRAWS, parameters),
    ):
        assert (other >= usual).all() and other.mean() > usual.mean() + 3


def test_trust_grows_with_literacy_and_is_lower_in_the_city(parameters):
    low, high = np.full(COUNT, 50, np.uint8), np.full(COUNT, 200, np.uint8)
    assert trust(high, VILLAGE, DRAWS, parameters).mean() > trust(low, VILLAGE, DRAWS, parameters).mean()
    assert trust(low, CITY, DRAWS, parameters).mean() < trust(low, VILLAGE, DRAWS, parameters).mean()


def test_both_are_spread_out_around_their_level(parameters):
    for levels in (
        literacy(of_age(40), OFFLINE, VILLAGE, DRAWS, parameters),
        trust(np.full(COUNT, 128, np.uint8), VILLAGE, DRAWS, parameters),
    ):
        assert 105 < np.median(levels) < 135
        assert 25 < levels.std() < 60


def test_the_level_is_the_middle_of_the_bell(parameters):
    raised = parameters.with_values({"population.literacy_level": 0.6, "population.trust_level": 0.65})
    assert np.median(literacy(of_age(40), OFFLINE, VILLAGE, DRAWS, raised)) == pytest.approx(0.6 * 256, abs=3)
    middling = np.full(COUNT, 128, np.uint8)
    assert np.median(trust(middling, VILLAGE, DRAWS, raised)) == pytest.approx(0.65 * 256, abs=3)


def test_literacy_and_trust_are_drawn_apart(parameters):
    usual = literacy(of_age(40), OFFLINE, VILLAGE, DRAWS, parameters)
    luck = trust(np.full(COUNT, 128, np.uint8), VILLAGE, DRAWS, parameters)
    assert abs(np.corrcoef(usual, luck)[0, 1]) < 0.06
