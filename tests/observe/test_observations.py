"""Observers look at every week, and write nothing."""

from datetime import date

import numpy as np
import pytest

from ikdsim.observe.observations import Observations
from ikdsim.setup import Setup
from tests.factories import columns_of, make_model, make_scenario


def test_looking_changes_nothing():
    model = make_model(end=date(2024, 12, 29))
    before, paid = {}, []
    look = model.observations.look

    def compare(week):
        before.update({name: column.copy() for name, column in columns_of(model.engine.world).items()})
        costs = dict(week.conditions.costs)
        look(week)
        for name, column in columns_of(model.engine.world).items():
            assert np.array_equal(column, before[name]), name
        assert week.conditions.costs == costs
        paid.append(sum(costs.values()))

    model.observations.look = compare
    model.run()
    assert len(before) > 40
    assert sum(paid) > 0.0


@pytest.mark.parametrize(
    "observer", ["adoption", "channels", "equity", "service_load", "refusals", "spending", "travel"]
)
def test_every_observer_looks(observer, monkeypatch):
    seen = []
    observations = Observations(Setup(make_scenario(), scale=2_000.0))
    for name in ("adoption", "channels", "equity", "service_load", "refusals", "spending", "travel"):
        monkeypatch.setattr(getattr(observations, name), "look", lambda week, name=name: seen.append(name))
    observations.look("a week")
    assert seen.count(observer) == 1


def test_a_model_that_nobody_observes_runs_the_same():
    watched, alone = make_model(), make_model()
    alone.observe = lambda opening: None
    for _ in range(50):
        watched.step()
        alone.step()
    assert np.array_equal(watched.engine.state().stage, alone.engine.state().stage)
