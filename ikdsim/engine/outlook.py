"""The outlook: how far every planned meter will have come by every week, so that a week can be told from a mark.

The agency's plan does not depend on the residents, so all meters but those of contacts are known ahead.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import inner, kernel
from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.resident.causes import CAUSES, GROUPS, NEIGHBOURHOOD
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.meters import Meters
from ikdsim.service.programme import Programme

CELLS: Final = 1024
"""Cells of the table that tells where to begin to look for a reading."""
CONTACT_CAUSES: Final = np.flatnonzero(GROUPS == NEIGHBOURHOOD)
"""Causes whose hazard depends on the users around."""
UNPLANNED: Final = -1
_PLANNED_CAUSES: Final = [cause for cause, group in enumerate(GROUPS) if group != NEIGHBOURHOOD]


class Outlook(NamedTuple):
    """What the plan says of the meters, week by week; column 0 is the week before the first."""

    before: int
    """Number of the week before the first."""
    first_row: NDArray[np.int64]
    """First row of each cause, which has one for each group; UNPLANNED for those of contacts; shape (causes,)."""
    step: NDArray[np.int64]
    """What each row grows by in each week, in units of 1/ONE; shape (weeks + 1, rows)."""
    reading: NDArray[np.int32]
    """Reading of each row at the end of each week, in whole grains, at most NEVER: no mark lies beyond; shape (rows,
    weeks + 1)."""
    shift: NDArray[np.int32]
    """Bits by which a reading is cut to find its cell; shape (rows,)."""
    cell: NDArray[np.int16]
    """Week before which no reading of the cell is reached; shape (rows, CELLS)."""
    contact: NDArray[np.float64]
    """Rate, hazard alone and weight of contacts of each cause of contacts; shape (weeks + 1, CONTACT_CAUSES, 3)."""


def build_outlook(programme: Programme, meters: Meters, week: int) -> Outlook:
    """The outlook of a programme; `meters` stand as at the end of `week`, one of its weeks or the one before them."""
    first_row, steps, rows = np.full(len(CAUSES), UNPLANNED), [], 0
    for cause in _PLANNED_CAUSES:
        first_row[cause] = rows
        steps.append(np.array([ahead.hazards[cause] for ahead in programme], np.float64).reshape(len(programme), -1))
        rows += steps[-1].shape[1]
    planned = np.concatenate([np.arange(meters.offset[k], meters.offset[k + 1]) for k in _PLANNED_CAUSES])
    step = np.rint(np.vstack([np.zeros((1, rows)), np.hstack(steps)]) * ONE).astype(np.int64)
    grown = np.cumsum(step, axis=0)
    grown += meters.reading[planned] - grown[week - programme.first_week + 1]
    reading = np.ascontiguousarray(np.minimum(grown // GRAIN, NEVER - 1).T.astype(np.int32))
    shift = np.array([max(0, int(last).bit_length() - CELLS.bit_length() + 1) for last in reading[:, -1]], np.int32)
    cell = np.zeros((rows, CELLS), np.int16)
    _fill_cells(reading, shift, cell)
    contact = np.zeros((len(programme) + 1, len(CONTACT_CAUSES), len(ContactHazard._fields)))
    contact[1:] = [[ahead.contact_hazards[cause] for cause in CONTACT_CAUSES.tolist()] for ahead in programme]
    return Outlook(programme.first_week - 1, first_row, step, reading, shift, cell, contact)


@kernel
def _fill_cells(reading: NDArray[np.int32], shift: NDArray[np.int32], cell: NDArray[np.int16]) -> None:
    rows, weeks = reading.shape
    for row in range(rows):
        week = 0
        for k in range(cell.shape[1]):
            while week < weeks - 1 and reading[row, week] < (k << shift[row]):
                week += 1
            cell[row, k] = week


@inner
def week_reached(row: int, due: int, after: int, outlook: Outlook) -> int:
    """First week after `after` at the end of which `row` has come to `due` (grains); NO_WEEK if not in this run."""
    last = outlook.reading.shape[1] - 1
    if due > outlook.reading[row, last]:
        return NO_WEEK
    column = max(after + 1 - outlook.before, int(outlook.cell[row, due >> outlook.shift[row]]))
    while column <= last and outlook.reading[row, column] < due:
        column += 1
    return column + outlook.before if column <= last else NO_WEEK
