"""The weeks of a run as the mean-field twin reads them: a programme stacked in arrays.

Weeks that services open alike share a board there, and so they do here.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.randomness import ONE
from ikdsim.resident.causes import CAUSES, DECISION, GROUPS, OCCUPATION, REJECTION
from ikdsim.service.programme import PlannedWeek, Programme


class Offers(NamedTuple):
    """What residents meet. Arrays have shape (boards, stations) unless said otherwise."""

    board: NDArray[np.int64]
    """Number of each week's board; shape (weeks,)."""
    hazard: NDArray[np.float64]
    """Weekly hazard of each cause with no user around; shape (weeks, places, causes)."""
    per_user: NDArray[np.float64]
    """What the hazard of each cause grows by when everybody around is a user; shape (weeks, causes)."""
    officers: NDArray[np.float64]
    """What clarity, attitude and trust in the air add to acceptance on the spot; shape (weeks,)."""
    decision: NDArray[np.float64]
    """Weekly hazard to decide for IKD; shape (weeks, occupations)."""
    rejection: NDArray[np.float64]
    """The same to reject it."""
    useful: NDArray[np.float64]
    """Effect of usefulness on acceptance; shape (weeks, occupations)."""
    walk_in: NDArray[np.float64]
    """Share of each station in the walk-ins of a place; shape (boards, stations, places)."""
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


def stack_offers(programme: Programme) -> Offers:
    """Offers of all weeks of a programme, in their order."""
    boards = [opening.board for opening in programme.openings]
    walk_in, visit, errand = (
        np.array([getattr(board, name).T for board in boards]) for name in ("walk_in", "visit", "errand")
    )
    return Offers(
        board=programme.number_of,
        hazard=np.array([_hazards(week, len(boards[0].walk_in)) for week in programme]),
        per_user=np.array([_slopes(week) for week in programme]),
        officers=np.array([week.opening.board.station_factor[0] for week in programme]),
        decision=np.array([week.hazards[DECISION] for week in programme]),
        rejection=np.array([week.hazards[REJECTION] for week in programme]),
        useful=np.array([week.opening.board.useful for week in programme]),
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
    )


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
