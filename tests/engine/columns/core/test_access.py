"""The short list of stations gives the same choice as the whole supply."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ikdsim.engine.columns.core import access as engine_access
from ikdsim.engine.columns.core.access import list_access
from ikdsim.engine.columns.state import new_access
from ikdsim.randomness import ONE
from ikdsim.service.kinds import VILLAGE_DESK
from ikdsim.service.supply import (
    NOWHERE,
    ON_ERRAND,
    REMOTELY,
    TO_VISIT,
    WALKING_IN,
    Station,
    new_supply,
    station_by_share,
)
from tests.factories import called

PLACES, STATIONS = 2, 5
HAZARDS = arrays(np.float64, (4, PLACES, STATIONS), elements=st.sampled_from([0.0, 0.0, 0.01, 0.3, 2.0]))
station_on = called(engine_access.station_on)


def listed(hazards, access):
    """Ways after a week with a supply of these hazards, shape (ways, places, stations); and that supply."""
    supply = new_supply([Station(VILLAGE_DESK, 0)] * STATIONS, PLACES, PLACES, 1)
    supply.walk_in[:], supply.visit[:], supply.errand[:], supply.remote[:] = hazards
    list_access((supply.walk_in, supply.visit, supply.errand, supply.remote), access)
    return {WALKING_IN: supply.walk_in, TO_VISIT: supply.visit, ON_ERRAND: supply.errand, REMOTELY: supply.remote}


def blank():
    return new_access(new_supply([Station(VILLAGE_DESK, 0)] * STATIONS, PLACES, PLACES, 1))


@given(HAZARDS, HAZARDS, st.integers(0, ONE - 1), st.integers(NOWHERE, STATIONS - 1))
def test_the_list_of_a_week_chooses_like_its_supply_whatever_the_week_before_was(before, hazards, drawn, avoided):
    access = blank()
    listed(before, access)
    for way, supply in listed(hazards, access).items():
        for place in range(PLACES):
            if supply[place].any():
                assert station_on(way, place, drawn, avoided, access) == station_by_share(supply[place], drawn, avoided)


def test_only_open_stations_are_listed():
    access = blank()
    hazards = np.zeros((4, PLACES, STATIONS))
    hazards[WALKING_IN, 1, [2, 4]] = 0.1, 0.3
    listed(hazards, access)
    assert access.open.tolist() == [[0, 2], [0, 0], [0, 0], [0, 0]]
    assert access.station[WALKING_IN, 1, :2].tolist() == [2, 4]
