"""Money that is no cost of the office."""

import numpy as np
import pytest

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.model import IkdModel
from ikdsim.result.beside_cost import BESIDE_COST, beside_cost, rest_value


def bought(weeks, week):
    rupiah = np.zeros(weeks)
    rupiah[week] = 700e6
    return rupiah


def test_a_vehicle_loses_its_price_evenly():
    after_two_years = rest_value(bought(round(2 * WEEKS_PER_YEAR), 0), 10.0)
    assert after_two_years == pytest.approx(700e6 * 0.8, rel=0.002)
    assert rest_value(bought(round(2 * WEEKS_PER_YEAR), -1), 10.0) == pytest.approx(700e6, rel=0.002)


def test_a_vehicle_that_has_served_its_life_is_worth_nothing():
    assert rest_value(bought(round(6 * WEEKS_PER_YEAR), 0), 5.0) == 0.0


def test_cards_and_ways_have_their_price(scenario):
    model = IkdModel(scenario, seed=3, scale=200)
    model.run()
    found = beside_cost(model, 200.0)
    activations = model.engine.world.counters.activations_by_channel.sum()
    assert tuple(found) == BESIDE_COST
    assert found["cards_saved"] == pytest.approx(activations * 200 * model.parameters.value("cost.card_saved"))
    assert found["travel"] == pytest.approx(
        model.observations.travel.km.sum() * 200 * model.parameters.value("cost.travel_km")
    )
    assert found["travel"] > 0.0
    assert found["rest_value"] == 0.0
