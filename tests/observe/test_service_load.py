"""Service load: who came, what became of it, and what time it took."""

import numpy as np

from ikdsim.engine.counters import Counters
from ikdsim.observe.observer import WeekSeen
from ikdsim.observe.service_load import LOADS, ServiceLoad
from ikdsim.service.kinds import BOTRAM_VILLAGE, DISTRICT_OFFICE, KINDS
from tests.factories import make_conditions, open_week

CAME, OFFERED, SERVED, APPOINTED, TURNED_AWAY, FAILED = range(len(LOADS))


def test_stations_of_a_kind_are_added_up():
    conditions = make_conditions()
    supply = open_week(conditions).supply
    stations = len(supply.kind)
    counters = Counters(*[np.zeros(stations, np.int64) for _ in Counters._fields])
    visits = supply.kind == BOTRAM_VILLAGE
    counters.came[visits] = 3
    counters.served[supply.kind == DISTRICT_OFFICE] = 5
    counters.appointed[supply.kind == DISTRICT_OFFICE] = 2
    counters.used_ms[visits] = 60_000
    counters.explained_ms[visits] = 90_000
    load = ServiceLoad(2, supply.kind)
    load.look(WeekSeen(1, conditions, supply, counters))
    assert visits.sum() == 2
    assert load.counts[1, BOTRAM_VILLAGE].tolist() == [6, 0, 0, 0, 0, 0]
    assert load.counts[1, DISTRICT_OFFICE].tolist() == [0, 0, 5, 2, 0, 0]
    assert load.counts.sum() == 13
    assert load.minutes_used[1, BOTRAM_VILLAGE] == 2.0
    assert load.minutes_explained[1, BOTRAM_VILLAGE] == 3.0
    assert not load.counts[0].any()


def test_whoever_came_was_served_failed_turned_away_or_given_an_appointment(finished):
    counts = finished.observations.service_load.counts
    assert (counts[:, :, CAME] == counts[:, :, [SERVED, APPOINTED, FAILED, TURNED_AWAY]].sum(axis=2)).all()
    assert counts[:, :, SERVED].sum() > 0
    assert counts[:, :, OFFERED].sum() > 0


def test_no_more_minutes_are_used_than_given_so_far(finished):
    load = finished.observations.service_load
    assert load.minutes_used.shape == (finished.last_week, len(KINDS))
    assert (load.minutes_used.cumsum(axis=0) <= load.minutes_given.cumsum(axis=0) + 1e-9).all()
    assert load.minutes_used.sum() > 0
    assert load.minutes_explained.sum() > 0
