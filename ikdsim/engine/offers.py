"""The weeks of a run as the mean-field twin reads them: a programme stacked in arrays.

Weeks that services open alike share a board there, and so they do here.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.randomness import ONE
from ikdsim.resident.causes import CAUSES, DECISION, GROUPS, OCCUPATION, REJECTION
from ikdsim.resident.columns import OCCUPATIONS
from ikdsim.service.programme import PlannedWeek, Programme

WAYS: Final = ("walk_in", "visit", "errand")
"""How residents come to a station."""


class Offers(NamedTuple):
    """What residents meet."""

    weeks: NDArray[np.void]
    """Records of `week_type`; shape (weeks,)."""
    stations: NDArray[np.void]
    """Records of `station_type`; shape (boards, stations)."""
    open_stations: NDArray[np.int64]
    """Stations to which anybody goes, the others after them as -1; shape (boards, stations)."""


def week_type(places: int) -> np.dtype[np.void]:
    """A week: its hazards by cause or by occupation."""
    return np.dtype(
        [
            ("board", np.int64),  # number of its board
            ("hazard", np.float64, (places, len(CAUSES))),  # of each cause with no user around
            ("per_user", np.float64, (len(CAUSES),)),  # what hazards grow by when everybody around is a user
            ("officers", np.float64),  # what clarity, attitude and trust in the air add to acceptance on the spot
            ("decision", np.float64, (len(OCCUPATIONS),)),
            ("rejection", np.float64, (len(OCCUPATIONS),)),
            ("useful", np.float64, (len(OCCUPATIONS),)),  # effect of usefulness on acceptance
        ]
    )


def station_type(places: int) -> np.dtype[np.void]:
    """A station on a board, see service/board.py; chances as probabilities."""
    return np.dtype(
        [
            ("kind", np.int64),
            ("walk_in", np.float64, (places,)),  # its share in the walk-ins of a place
            ("visit", np.float64, (places,)),
            ("errand", np.float64, (places,)),
            ("capacity_ms", np.float64),
            ("speed", np.float64),
            ("failure", np.float64),
            ("offer", np.float64),
            ("offer_without_card", np.float64),
        ]
    )


def stack_offers(programme: Programme) -> Offers:
    """Offers of all weeks of a programme, in their order."""
    boards = [opening.board for opening in programme.openings]
    places, count = boards[0].walk_in.shape
    stations = np.zeros((len(boards), count), station_type(places))
    for station, board in zip(stations, boards, strict=True):
        for name in ("kind", "capacity_ms", "speed"):
            station[name] = getattr(board, name)
        for name in ("failure", "offer", "offer_without_card"):
            station[name] = getattr(board, name) / ONE
        for name in WAYS:
            station[name] = getattr(board, name).T
    drawing = sum(stations[name].sum(axis=2) for name in WAYS)
    for name in WAYS:
        stations[name] = _shares(stations[name])
    return Offers(_stack_weeks(programme, places), stations, _open_stations(drawing))


def _stack_weeks(programme: Programme, places: int) -> NDArray[np.void]:
    weeks = np.zeros(len(programme), week_type(places))
    weeks["board"] = programme.number_of
    for week, planned in zip(weeks, programme, strict=True):
        week["hazard"] = _hazards(planned, places)
        week["per_user"] = _slopes(planned)
        week["officers"] = planned.opening.board.station_factor[0]
        week["decision"], week["rejection"] = planned.hazards[DECISION], planned.hazards[REJECTION]
        week["useful"] = planned.opening.board.useful
    return weeks


def _hazards(week: PlannedWeek, places: int) -> NDArray[np.float64]:
    """Hazards of all causes but those of an occupation, with no user around, shape (places, causes)."""
    table = np.zeros((places, len(CAUSES)))
    for cause, hazard in week.hazards.items():
        if GROUPS[cause] != OCCUPATION:
            table[:, cause] = hazard
    for cause, contact in week.contact_hazards.items():
        table[:, cause] = contact.rate * contact.alone
    return table


def _slopes(week: PlannedWeek) -> NDArray[np.float64]:
    """What hazards grow by when everybody around is a user, shape (causes,)."""
    slopes = np.zeros(len(CAUSES))
    for cause, contact in week.contact_hazards.items():
        slopes[cause] = contact.rate * contact.weight
    return slopes


def _shares(hazards: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shares of stations, second axis, that sum to 1 wherever there is any hazard."""
    total = hazards.sum(axis=1, keepdims=True)
    shares = np.zeros_like(hazards)
    np.divide(hazards, total, out=shares, where=total > 0.0)
    return shares


def _open_stations(drawing: NDArray[np.float64]) -> NDArray[np.int64]:
    """Numbers of the stations that draw anybody, first in each row."""
    table = np.full(drawing.shape, -1, np.int64)
    for row, drawn in zip(table, drawing, strict=True):
        stations = np.flatnonzero(drawn)
        row[: len(stations)] = stations
    return table
