"""The ways to a service point: by itself, to a visit, on an errand; and which stations each of them leads to this week.

A board has a column for every station of the region, but few of them are open to a place in a week. Those few are
listed here, so that a resident who turns up does not have to go through all of them.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import inner, kernel
from ikdsim.service.board import Board, station_by_share

WALKING_IN, TO_VISIT, ON_ERRAND = range(3)
WAYS: Final = 3


class Ways(NamedTuple):
    """The stations that each way leads to from each place."""

    open: NDArray[np.int32]
    """How many; shape (WAYS, places)."""
    station: NDArray[np.int32]
    """Which, ascending; shape (WAYS, places, stations)."""
    hazard: NDArray[np.float64]
    """The weekly hazard of each, above 0; shape (WAYS, places, stations)."""


def new_ways(board: Board) -> Ways:
    """Ways for the places and stations of `board` that lead nowhere yet."""
    places, stations = board.walk_in.shape
    shape = (WAYS, places, stations)
    return Ways(np.zeros(shape[:2], np.int32), np.zeros(shape, np.int32), np.zeros(shape))


def list_ways(board: Board, ways: Ways) -> None:
    """Write down where the ways of a week with this board lead."""
    _list_ways(board.walk_in, board.visit, board.errand, ways)


@kernel
def _list_ways(
    walk_in: NDArray[np.float64], visit: NDArray[np.float64], errand: NDArray[np.float64], ways: Ways
) -> None:
    for way in range(WAYS):
        _list_way(way, walk_in if way == WALKING_IN else (visit if way == TO_VISIT else errand), ways)


@inner
def _list_way(way: int, hazards: NDArray[np.float64], ways: Ways) -> None:
    for place in range(hazards.shape[0]):
        count = ways.station[way, place, 0] = 0
        for station in range(hazards.shape[1]):
            if hazards[place, station] > 0.0:
                ways.station[way, place, count] = station
                ways.hazard[way, place, count] = hazards[place, station]
                count += 1
        ways.open[way, place] = count


@inner
def station_on(way: int, place: int, drawn: int, ways: Ways) -> int:
    """Station that lot `drawn` falls on for a resident of `place`."""
    count = ways.open[way, place]
    return int(ways.station[way, place, station_by_share(ways.hazard[way, place, :count], drawn)])
