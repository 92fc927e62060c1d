"""The supply of a week: what every service point offers, as the residents and the queue read it.

Services write it at the start of the week; after that nobody does. A service point (station) is one kind of service in
one kelurahan or desa, or one that serves all places.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import rule
from ikdsim.randomness import ONE

WAYS: Final = ("walk_in", "visit", "errand", "remote")
"""The ways to a service point: a resident walks in, comes to a visit, is there on an errand, or calls from home."""
WALKING_IN, TO_VISIT, ON_ERRAND, REMOTELY = range(len(WAYS))


NOWHERE: Final = -1
"""No station."""


class Station(NamedTuple):
    """A service point: its kind (see kinds.py) and the number of its place, -1 if it serves all places."""

    kind: int
    place: int


class Supply(NamedTuple):
    """What every station offers in one week; arrays have shape (stations,) unless said otherwise."""

    kind: NDArray[np.int64]
    """Kind of service point, see kinds.py."""
    walk_in: NDArray[np.float64]
    """Weekly hazard that an intending resident of a place turns up; shape (places, stations)."""
    visit: NDArray[np.float64]
    """The same for a visit, by ward (RW); shape (wards, stations)."""
    errand: NDArray[np.float64]
    """Weekly hazard of an errand (KTP-el, KK, birth, move) that leads to a station; shape (wards, stations)."""
    remote: NDArray[np.float64]
    """Weekly hazard that an intending resident of a place who is online calls; shape (places, stations)."""
    offer: NDArray[np.int64]
    """Chance, as a draw, that a resident on an errand is offered IKD."""
    offer_without_card: NDArray[np.int64]
    """The same for a resident without a card, who is offered IKD instead while blanks are short."""
    begins: NDArray[np.int64]
    """1 where officers begin every errand with IKD, else 0."""
    requires: NDArray[np.int64]
    """Chance, as a draw, that an errand is for a service that requires IKD."""
    waits: NDArray[np.int64]
    """1 where activations on an errand that begins with IKD take the time of other services, else 0."""
    station_factor: NDArray[np.float64]
    """What clarity, the officers' attitude, trust in the air and use make of an explanation; 1 as today."""
    failure: NDArray[np.int64]
    """Chance, as a draw, that an attempt fails."""
    time_factor: NDArray[np.float64]
    """Factor on officer time for one activation."""
    capacity_ms: NDArray[np.int64]
    """Officer time left for IKD this week, milliseconds."""
    errand_ms: NDArray[np.int64]
    """Officer time of all other services this week, of which IKD takes its part on errands, milliseconds."""
    useful: NDArray[np.float64]
    """Effect of usefulness and consistency on a decision, by occupation; shape (occupations,)."""
    cards_missing: NDArray[np.int64]
    """1 while blanks are short; shape (1,)."""
    invited: NDArray[np.int64]
    """Chance, as a draw, that an invitation moves somebody at home a stage on; 0 if nobody is invited; shape (1,)."""


def new_supply(stations: Sequence[Station], places: int, wards: int, occupations: int) -> Supply:
    """An empty supply for these stations."""
    count = len(stations)
    return Supply(
        kind=np.array([station.kind for station in stations], np.int64),
        walk_in=np.zeros((places, count)),
        visit=np.zeros((wards, count)),
        errand=np.zeros((wards, count)),
        remote=np.zeros((places, count)),
        offer=np.zeros(count, np.int64),
        offer_without_card=np.zeros(count, np.int64),
        begins=np.zeros(count, np.int64),
        requires=np.zeros(count, np.int64),
        waits=np.zeros(count, np.int64),
        station_factor=np.ones(count),
        failure=np.zeros(count, np.int64),
        time_factor=np.ones(count),
        capacity_ms=np.zeros(count, np.int64),
        errand_ms=np.zeros(count, np.int64),
        useful=np.ones(occupations),
        cards_missing=np.zeros(1, np.int64),
        invited=np.zeros(1, np.int64),
    )


@rule
def station_by_share(hazards: NDArray[np.float64], drawn: int, avoided: int) -> int:
    """Station that draw `drawn` falls on when stations share in proportion to their `hazards`, shape (stations,).

    The station at `avoided` (NOWHERE for none) is left out if there is another.
    """
    total = 0.0
    for k in range(len(hazards)):
        if k != avoided:
            total += hazards[k]
    if total == 0.0:
        return max(avoided, 0)
    left = total * (drawn / ONE)
    last = 0
    for k in range(len(hazards)):
        if k != avoided and hazards[k] > 0.0:
            last = k
            left -= hazards[k]
            if left < 0.0:
                return k
    return last
