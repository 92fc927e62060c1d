"""The model: a set-up run by agents, a week at a time, to the end of its scenario."""

import copy
import pickle
from datetime import date

import numpy as np
import pytest

from ikdsim.branch import branch_from
from ikdsim.errors import BadInput
from ikdsim.model import IkdModel
from ikdsim.resident.stages import ACTIVE, CONFIRMED
from tests.factories import assert_same_world, make_model, make_scenario, run_to

END = date(2023, 6, 30)
"""Friday of week 26."""


@pytest.fixture
def model():
    return make_model(end=END)


def code_of(raised):
    return [fault.code for fault in raised.value.faults]


def test_a_run_ends_with_the_week_that_holds_the_last_day(model):
    assert (model.week, model.date, model.activated) == (0, "2023-01-01", 0)
    model.run()
    assert (model.week, model.date, model.running) == (26, "2023-07-02", False)
    with pytest.raises(BadInput) as raised:
        model.step()
    assert code_of(raised) == ["run_is_over"]


def test_every_week_is_collected(model):
    model.run()
    collected = model.datacollector.get_model_vars_dataframe()
    assert (len(collected), collected["date"].iloc[0], collected["date"].iloc[-1]) == (26, "2023-01-08", model.date)
    assert collected["activated"].iloc[-1] == model.activated


def test_activated_are_those_whom_the_official_figure_counts():
    model = make_model(end=date(2024, 12, 29), scale=200.0)
    model.run()
    stage = model.engine.state().stage
    assert model.activated == np.isin(stage, (ACTIVE, CONFIRMED)).sum() > 0


def test_time_that_a_station_did_not_use_is_there_the_next_week():
    model = make_model()
    run_to(model, 30)
    kept, planned = model.carryover.ms.copy(), model.programme.week(31).opening.supply.capacity_ms
    model.step()
    assert kept.any()
    assert np.array_equal(model.engine.world.supply.capacity_ms, planned + kept)


def test_an_engine_that_does_not_exist_is_refused_with_the_nearest():
    with pytest.raises(BadInput, match="perhaps “columns”") as raised:
        IkdModel(make_scenario(), engine="colums")
    assert code_of(raised) == ["unknown_engine"]


def test_a_snapshot_is_a_copy_that_the_run_leaves_alone(model):
    run_to(model, 10)
    snapshot = model.snapshot()
    before = {name: array.copy() for name, array in snapshot.arrays.items()}
    model.run()
    assert (snapshot.week, snapshot.past_hash) == (10, model.setup.past_hash(10))
    assert all(np.array_equal(before[name], array) for name, array in snapshot.arrays.items())


def test_the_objects_engine_keeps_no_snapshot():
    with pytest.raises(BadInput) as raised:
        IkdModel(make_scenario(), scale=2000, engine="objects").snapshot()
    assert code_of(raised) == ["snapshot_needs_columns"]


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_a_copy_goes_on_as_the_original_to_the_last_bit(copied):
    model = run_to(make_model(scale=100.0), 20)
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


def test_it_says_what_it_is_in_a_line(model):
    assert repr(model) == "IkdModel(Setup(small in babelan, seed=1, scale=400), columns, 2023-01-01: 0 activated)"
