"""A small town in the middle of its first year, and people who stand in a queue there."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from ikdsim.engine.columns.core.queues import Arrivals
from ikdsim.model import IkdModel
from ikdsim.randomness import ONE
from ikdsim.service.queue import FOR_IKD, queue_key
from tests.factories import make_model, run_to

WEEK = 30


@pytest.fixture
def model() -> IkdModel:
    """About 2,500 residents at the end of week 30, and desks without end that never fail and offer to everybody."""
    model = run_to(make_model(scale=100.0), WEEK)
    stations = model.engine.core.stations
    stations["capacity_ms"] = stations["errand_ms"] = 1 << 50
    stations["failure"], stations["offer"] = 0, ONE
    model.engine.core.load[:] = 0
    return model


@pytest.fixture
def queue(model) -> Callable[[Sequence[int]], Arrivals]:
    """Let residents stand in a queue, in this order, at station 0 or another."""

    def stand(rows: Sequence[int], station: int = 0) -> Arrivals:
        model.engine.core.standing["bound_for"][list(rows)] = station + 1
        keys = [queue_key(station, FOR_IKD, k, k) for k in range(len(rows))]
        return Arrivals(np.array(rows, np.uint32), np.array(keys, np.int64), np.zeros(len(rows), np.int64))

    return stand


@pytest.fixture
def ready(model) -> np.ndarray:
    """Rows of adults who are recorded, have a phone that will do, and do not use IKD."""
    return np.flatnonzero(can_act(model) & (model.engine.state().stage < 4))


def can_act(model: IkdModel) -> np.ndarray:
    """Who is adult, recorded and has a supported phone now."""
    people = model.residents
    adult = people.birth_week < model.week - 17 * 53
    return adult & (people.recorded_week <= model.week) & (people.supported_week <= model.week)
