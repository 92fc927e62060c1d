"""The outlook: how far every planned meter will have come by every week, so that a week can be told from a mark.

The agency's plan does not depend on the residents, so all meters but those of contacts are known ahead.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import kernel, rule
from ikdsim.randomness import GRAIN, ONE
from ikdsim.resident.causes import CAUSES, GROUPS, NEIGHBOURHOOD
from ikdsim.resident.columns import NO_WEEK

CELLS: Final = 512
"""Cells of the table that tells where to begin to look for a reading."""
CONTACT_CAUSES: Final = np.flatnonzero(GROUPS == NEIGHBOURHOOD)
"""Causes whose hazard depends on the users around."""
UNPLANNED: Final = -1


class Outlook(NamedTuple):
    """What the plan says of the meters, week by week; column 0 is the week before the first."""

    before: int
    """Number of the week before the first."""
    first_row: NDArray[np.int64]
    """First row of each cause, which has one for each group; UNPLANNED for those of contacts; shape (causes,)."""
    reading: NDArray[np.int64]
    """Reading of each row at the end of each week; shape (rows, weeks + 1)."""
    shift: NDArray[np.int64]
    """Bits by which a reading is cut to find its cell; shape (rows,)."""
    cell: NDArray[np.int16]
    """Week before which no reading of the cell is reached; shape (rows, CELLS)."""
    contact: NDArray[np.float64]
    """Rate, hazard alone and weight of contacts of each cause of contacts; shape (weeks + 1, CONTACT_CAUSES, 3)."""


def build_outlook(
    before: int, hazards: Sequence[Mapping[int, NDArray[np.float64] | float]], contact: NDArray[np.float64]
) -> Outlook:
    """The outlook of a plan: `hazards` of each week by cause (those of contacts aside), `contact` of each week.

    `contact` has the shape (weeks, CONTACT_CAUSES, 3).
    """
    first_row, steps, rows = np.full(len(CAUSES), UNPLANNED), [], 0
    for cause in np.flatnonzero(GROUPS != NEIGHBOURHOOD):
        first_row[cause] = rows
        steps.append(np.array([np.atleast_1d(week[cause]) for week in hazards], np.float64))
        rows += steps[-1].shape[1]
    step = np.rint(np.hstack(steps).T * ONE).astype(np.int64)
    reading = np.hstack([np.zeros((rows, 1), np.int64), np.cumsum(step, axis=1)])
    shift = np.array([max(0, int(last).bit_length() - CELLS.bit_length() + 1) for last in reading[:, -1]], np.int64)
    cell = np.zeros((rows, CELLS), np.int16)
    _fill_cells(reading, shift, cell)
    return Outlook(before, first_row, reading, shift, cell, np.concatenate([np.zeros((1, *contact.shape[1:])), contact]))


@kernel
def _fill_cells(reading: NDArray[np.int64], shift: NDArray[np.int64], cell: NDArray[np.int16]) -> None:
    rows, weeks = reading.shape
    for row in range(rows):
        week = 0
        for k in range(cell.shape[1]):
            while week < weeks - 1 and reading[row, week] < (k << shift[row]):
                week += 1
            cell[row, k] = week


@rule
def week_reached(row: int, due: int, after: int, outlook: Outlook) -> int:
    """First week later than `after` at the end of which `row` has come to `due` (grains); NO_WEEK if not in this run."""
    last = outlook.reading.shape[1] - 1
    reading = due * GRAIN
    if reading > outlook.reading[row, last]:
        return NO_WEEK
    column = max(after + 1 - outlook.before, int(outlook.cell[row, reading >> outlook.shift[row]]))
    while column <= last and outlook.reading[row, column] < reading:
        column += 1
    return column + outlook.before if column <= last else NO_WEEK
