"""A model can be copied and pickled, and goes on as the original would."""

import copy
import pickle

import numpy as np
import pytest

from ikdsim.branch import branch_from
from tests.factories import assert_same_world, make_model, make_scenario


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_a_copy_goes_on_as_the_original_to_the_last_bit(copied):
    model = make_model(scale=100.0)
    for _ in range(20):
        model.step()
    other = copied(model)
    assert other.week == model.week
    for each in (model, other):
        each.run()
    assert_same_world(other, model)
    assert np.array_equal(other.observations.adoption.stages, model.observations.adoption.stages)
    assert other.datacollector.get_model_vars_dataframe().equals(model.datacollector.get_model_vars_dataframe())


def test_one_goes_on_from_a_copy_as_from_the_original():
    model = make_model()
    model.step()
    snapshot = copy.deepcopy(model).snapshot()
    assert branch_from(snapshot, make_scenario()).week == model.week


def test_a_model_says_what_it_is_in_a_line():
    assert repr(make_model()) == (
        "IkdModel(Setup(small in babelan, seed=1, scale=400), columns, 2023-01-01: 0 activated)"
    )
