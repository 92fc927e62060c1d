"""The meters: for each cause and group a reading that only grows by this week's hazard.

All meters lie in one row of whole numbers in units of 1/ONE, so that they add up exactly in any order.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import rule
from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.resident.causes import CAUSES, GROUPS, NATION, OCCUPATION, PLACE


class Meters(NamedTuple):
    """Readings and this week's steps, both of shape (all groups of all causes,)."""

    reading: NDArray[np.int64]
    step: NDArray[np.int64]
    offset: NDArray[np.int64]
    """First position of each cause."""


def new_meters(places: int, occupations: int, neighbourhoods: int) -> Meters:
    """Meters at zero for a region with so many groups."""
    sizes = [(1, places, occupations, neighbourhoods)[cause.group] for cause in CAUSES]
    total = sum(sizes)
    offset = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return Meters(np.zeros(total, np.int64), np.zeros(total, np.int64), offset)


def advance(meters: Meters, hazards: Mapping[int, NDArray[np.float64] | float]) -> None:
    """Add this week's hazards (cause -> one number, or one for each group of the cause) to the readings."""
    for cause, hazard in hazards.items():
        own = slice(meters.offset[cause], meters.offset[cause + 1])
        meters.step[own] = np.rint(np.asarray(hazard, np.float64) * ONE)
    meters.reading[:] += meters.step


@rule
def position(meters: Meters, cause: int, place: int, occupation: int, neighbourhood: int) -> int:
    """Position of the meter of `cause` that a resident of these groups shares."""
    group = GROUPS[cause]
    start = int(meters.offset[cause])
    if group == NATION:
        return start
    if group == PLACE:
        return start + place
    if group == OCCUPATION:
        return start + occupation
    return start + neighbourhood


@rule
def has_passed(reading: int, due: int) -> bool:
    """Whether a meter at `reading` has come to `due` (in grains); NEVER is never passed."""
    return due != NEVER and reading >= due * GRAIN


@rule
def share_of_week(due: int, reading: int, step: int) -> float:
    """Which part of the week had gone (0-1) when the meter came to `due` (grains): the earliest cause moves."""
    return (due * GRAIN - (reading - step)) / max(step, 1)
