"""What every engine does: it can be kept with its model, and goes on from there as if it had never been."""

import copy
import pickle

import numpy as np
import pytest

from ikdsim.agents.resident import Resident
from ikdsim.model import ENGINES, IkdModel
from tests.factories import LIVELY, make_scenario

HALFWAY = 26
KEPT = ("stage", "entered", "tries", "trust", "channel", "avoids")
"""What every engine says of its residents."""


def pickled(model):
    return pickle.loads(pickle.dumps(model))


@pytest.mark.slow
@pytest.mark.parametrize("copied", [pickled, copy.deepcopy])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_copied_model_goes_on_to_the_same_end(engine, copied):
    model = IkdModel(make_scenario(parameters=LIVELY), scale=100.0, engine=engine)
    while model.week < HALFWAY:
        model.step()
    other = copied(model)
    before = model.engine.state().stage.copy()
    other.run()
    assert np.array_equal(model.engine.state().stage, before), "the original waits"
    model.run()
    for name in KEPT:
        assert np.array_equal(getattr(model.engine.state(), name), getattr(other.engine.state(), name)), name
    for name, counted in model.engine.world.counters._asdict().items():
        assert np.array_equal(counted, getattr(other.engine.world.counters, name)), name
    assert np.array_equal(model.observations.service_load.counts, other.observations.service_load.counts)
    assert model.datacollector.model_vars == other.datacollector.model_vars
    assert model.activated > 0


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_written_in_a_copy_stays_in_the_copy(engine):
    model = IkdModel(make_scenario(), scale=400.0, engine=engine)
    other = pickled(model)
    Resident.at(other, 3).stage = "active"
    assert other.agents_by_type[Resident][3].stage == "active"
    assert (other.activated, model.activated) == (1, 0)
