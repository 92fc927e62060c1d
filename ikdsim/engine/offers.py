"""The weeks of a run as the mean-field twin reads them: hazards and boards of all weeks, stacked in arrays.

Three causes depend on the users around. Their hazards are straight lines in the share of users, so that the hazard
with nobody around and its slope say all.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.randomness import ONE
from ikdsim.resident.causes import CAUSES, DECISION, GROUPS, OCCUPATION, REJECTION
from ikdsim.service.exposure import Hazards, hazards_of_week
from ikdsim.service.service import Opening


class Offers(NamedTuple):
    """What residents meet, week by week. Arrays have shape (weeks, stations) unless said otherwise."""

    hazard: NDArray[np.float64]
    """Weekly hazard of each cause with no user around; shape (weeks, places, causes)."""
    per_user: NDArray[np.float64]
    """What the hazard of each cause grows by when everybody around is a user; shape (weeks, causes)."""
    decision: NDArray[np.float64]
    """Weekly hazard to decide for IKD; shape (weeks, occupations)."""
    rejection: NDArray[np.float64]
    """The same to reject it."""
    useful: NDArray[np.float64]
    """Effect of usefulness on acceptance; shape (weeks, occupations)."""
    walk_in: NDArray[np.float64]
    """Share of each station in the walk-ins of a place; shape (weeks, stations, places)."""
    visit: NDArray[np.float64]
    """The same for those whom a visit draws."""
    errand: NDArray[np.float64]
    """The same for errands."""
    open_stations: NDArray[np.int64]
    """Stations to which anybody goes, the others after them as -1."""
    kind: NDArray[np.int64]
    """Kind of each station; shape (stations,)."""
    capacity_ms: NDArray[np.float64]
    speed: NDArray[np.float64]
    failure: NDArray[np.float64]
    """Probability that an attempt fails."""
    offer: NDArray[np.float64]
    """Probability that somebody on an errand is offered IKD."""
    offer_without_card: NDArray[np.float64]
    station_factor: NDArray[np.float64]


def stack_offers(openings: Sequence[Opening]) -> Offers:
    """Offers of the weeks that services have opened, in this order."""
    boards = [opening.board for opening in openings]
    hazards = [_with_contacts(opening, 0.0) for opening in openings]
    alone = np.array([_by_place(hazard, len(boards[0].walk_in)) for hazard in hazards])
    among_users = np.array([_by_place(_with_contacts(opening, 1.0), alone.shape[1]) for opening in openings])
    walk_in, visit, errand = (
        np.array([getattr(board, name).T for board in boards]) for name in ("walk_in", "visit", "errand")
    )
    return Offers(
        hazard=alone,
        per_user=(among_users - alone)[:, 0],
        decision=np.array([hazard[DECISION] for hazard in hazards]),
        rejection=np.array([hazard[REJECTION] for hazard in hazards]),
        useful=np.array([board.useful for board in boards]),
        walk_in=_shares(walk_in),
        visit=_shares(visit),
        errand=_shares(errand),
        open_stations=_open_stations((walk_in + visit + errand).sum(axis=2)),
        kind=boards[0].kind,
        capacity_ms=np.array([board.capacity_ms for board in boards], np.float64),
        speed=np.array([board.speed for board in boards]),
        failure=np.array([board.failure for board in boards]) / ONE,
        offer=np.array([board.offer for board in boards]) / ONE,
        offer_without_card=np.array([board.offer_without_card for board in boards]) / ONE,
        station_factor=np.array([board.station_factor for board in boards]),
    )


def _with_contacts(opening: Opening, contacts: float) -> Hazards:
    """Hazards of the week when the same share of users is around everybody, by place instead of by RT."""
    return hazards_of_week(opening, np.full(len(opening.announced), contacts))


def _by_place(hazards: Hazards, places: int) -> NDArray[np.float64]:
    """Hazards of all causes but those of an occupation, shape (places, causes)."""
    table = np.zeros((places, len(CAUSES)))
    for cause, hazard in hazards.items():
        if GROUPS[cause] != OCCUPATION:
            table[:, cause] = hazard
    return table


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
