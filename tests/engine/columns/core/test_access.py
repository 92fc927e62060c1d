"""The short list of stations gives the same choice as the whole board."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ikdsim.engine.columns.core import access as engine_ways
from ikdsim.engine.columns.core.access import ON_ERRAND, TO_VISIT, WALKING_IN, list_ways, new_ways
from ikdsim.randomness import ONE
from ikdsim.service.board import Station, new_board, station_by_share
from ikdsim.service.kinds import VILLAGE_DESK
from tests.factories import called

PLACES, STATIONS = 2, 5
HAZARDS = arrays(np.float64, (3, PLACES, STATIONS), elements=st.sampled_from([0.0, 0.0, 0.01, 0.3, 2.0]))
station_on = called(engine_ways.station_on)


def listed(hazards, ways):
    """Ways after a week with a board of these hazards, shape (ways, places, stations); and that board."""
    board = new_board([Station(VILLAGE_DESK, 0)] * STATIONS, PLACES, 1)
    board.walk_in[:], board.visit[:], board.errand[:] = hazards
    list_ways(board, ways)
    return {WALKING_IN: board.walk_in, TO_VISIT: board.visit, ON_ERRAND: board.errand}


def blank():
    return new_ways(new_board([Station(VILLAGE_DESK, 0)] * STATIONS, PLACES, 1))


@given(HAZARDS, HAZARDS, st.integers(0, ONE - 1))
def test_the_list_of_a_week_chooses_like_its_board_whatever_the_week_before_was(before, hazards, drawn):
    ways = blank()
    listed(before, ways)
    for way, board in listed(hazards, ways).items():
        for place in range(PLACES):
            assert station_on(way, place, drawn, ways) == station_by_share(board[place], drawn)


def test_only_open_stations_are_listed():
    ways = blank()
    hazards = np.zeros((3, PLACES, STATIONS))
    hazards[WALKING_IN, 1, [2, 4]] = 0.1, 0.3
    listed(hazards, ways)
    assert ways.open.tolist() == [[0, 2], [0, 0], [0, 0]]
    assert ways.station[WALKING_IN, 1, :2].tolist() == [2, 4]
