"""The outlook: how far every planned meter will have come by every week, so that a week can be told from a mark.

The agency's plan does not depend on the residents, so all meters but those of contacts are known ahead.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import inner, kernel
from ikdsim.resident.causes import GROUPS, NEIGHBOURHOOD
from ikdsim.resident.columns import NO_WEEK

CELLS: Final = 1024
"""Cells of the table that tells where to begin to look for a reading."""
CONTACT_CAUSES: Final = np.flatnonzero(GROUPS == NEIGHBOURHOOD)
"""Causes whose hazard depends on the users around."""
UNPLANNED: Final = -1
PLANNED_CAUSES: Final = [cause for cause, group in enumerate(GROUPS) if group != NEIGHBOURHOOD]
"""Causes whose hazard the plan knows."""


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


@kernel
def fill_cells(reading: NDArray[np.int32], shift: NDArray[np.int32], cell: NDArray[np.int16]) -> None:
    """Note for each cell of each row how many weeks end before it."""
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
