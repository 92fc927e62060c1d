"""Weeks planned by their kinds are the weeks of the whole programme."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.calibration.priors import possible_numbers
from ikdsim.calibration.weeks import usual_weeks
from ikdsim.engine.mean_field.look_ahead import supply_ahead
from ikdsim.scenario.history import history_policies
from ikdsim.setup import Setup
from tests.calibration.factories import FEW, quick_twin, until_table


@pytest.mark.parametrize("seed", range(3))
def test_they_are_those_of_the_programme(seed):
    prior = possible_numbers(quick_twin().setup.region)
    scores = np.random.default_rng(seed).standard_normal(len(prior.numbers))
    values, own = prior.named(prior.values(scores).tolist())
    setup = Setup(replace(until_table(), parameters=values, region_numbers=own), 1, FEW)
    whole = supply_ahead(setup.programme)
    quick = usual_weeks(setup, setup.region, setup.parameters, history_policies(setup.region))
    for name in ("hazard", "per_user", "decision", "useful", "warmth"):
        assert quick.weeks[name] == pytest.approx(whole.weeks[name], rel=1e-12), name
    stations = quick.stations[quick.weeks["supply"]], whole.stations[whole.weeks["supply"]]
    for name in stations[0].dtype.names:
        assert stations[0][name] == pytest.approx(stations[1][name], rel=1e-12), name
