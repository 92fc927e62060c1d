"""Cumulative hazards: for each cause and group a value that grows by the week's hazard and never falls.

All of them lie in one row of whole numbers in units of 1/ONE, so that they add up exactly in any order.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim import randomness
from ikdsim.kernel import rule
from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.resident.causes import CAUSES, GROUPS, NATION, OCCUPATION, PLACE, WARD


class CumulativeHazards(NamedTuple):
    """Values and this week's increments, both of shape (all groups of all causes,)."""

    value: NDArray[np.int64]
    increment: NDArray[np.int64]
    offset: NDArray[np.int64]
    """First position of each cause."""


class Groups(NamedTuple):
    """The groups that a resident belongs to, by number."""

    place: int
    occupation: int
    neighbourhood: int
    ward: int


def new_cumulative_hazards(places: int, occupations: int, neighbourhoods: int, wards: int) -> CumulativeHazards:
    """Cumulative hazards at zero for a region with so many groups."""
    sizes = [(1, places, occupations, neighbourhoods, wards)[cause.group] for cause in CAUSES]
    total = sum(sizes)
    offset = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return CumulativeHazards(np.zeros(total, np.int64), np.zeros(total, np.int64), offset)


def advance(cumulative: CumulativeHazards, hazards: Mapping[int, NDArray[np.float64] | float]) -> None:
    """Add this week's hazards (cause -> one number, or one for each group of the cause) to the values."""
    for cause, hazard in hazards.items():
        own = slice(cumulative.offset[cause], cumulative.offset[cause + 1])
        cumulative.increment[own] = np.rint(np.asarray(hazard, np.float64) * ONE)
    cumulative.value[:] += cumulative.increment


@rule
def position(cumulative: CumulativeHazards, cause: int, groups: Groups) -> int:
    """Position of the cumulative hazard of `cause` that a resident of these groups shares."""
    group = GROUPS[cause]
    start = int(cumulative.offset[cause])
    if group == NATION:
        return start
    if group == PLACE:
        return start + groups.place
    if group == OCCUPATION:
        return start + groups.occupation
    if group == WARD:
        return start + groups.ward
    return start + groups.neighbourhood


@rule
def has_passed(value: int, due: int) -> bool:
    """Whether a cumulative hazard at `value` has come to `due` (in grains); NEVER is never passed."""
    return due != NEVER and value >= due * GRAIN


@rule
def rescaled(due: int, value: int, before: float, after: float) -> int:
    """`due` (grains) of somebody whose own factor changes where the cumulative hazard is at `value`.

    What is left of the threshold is rescaled; whom the cause never moved, it moves from the next stage on.
    """
    if due == NEVER or before <= 0.0:
        return NEVER
    return randomness.due(value, max(due * GRAIN - value, 0), after / before)


@rule
def share_of_week(due: int, value: int, increment: int) -> float:
    """Part of the week (0-1) gone when a cumulative hazard came to `due` (grains): the earliest cause moves."""
    return (due * GRAIN - (value - increment)) / max(increment, 1)
