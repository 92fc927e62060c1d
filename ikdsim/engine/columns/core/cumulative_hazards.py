"""How far every planned cumulative hazard will have come by every week: so a threshold tells a week.

The agency's plan does not depend on the residents, so all cumulative hazards but those of contacts are known ahead.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import inner, kernel
from ikdsim.resident.causes import GROUPS, NEIGHBOURHOOD
from ikdsim.resident.columns import NO_WEEK

BUCKETS: Final = 1024
"""Buckets of the table that tells where to begin to look for a value."""
CONTACT_CAUSES: Final = np.flatnonzero(GROUPS == NEIGHBOURHOOD)
"""Causes whose hazard depends on the users around."""
UNPLANNED: Final = -1
PLANNED_CAUSES: Final = [cause for cause, group in enumerate(GROUPS) if group != NEIGHBOURHOOD]
"""Causes whose hazard the plan knows."""


class HazardsAhead(NamedTuple):
    """What the plan says of the cumulative hazards, week by week; column 0 is the week before the first."""

    before: int
    """Number of the week before the first."""
    first_row: NDArray[np.int64]
    """First row of each cause, which has one for each group; UNPLANNED for those of contacts; shape (causes,)."""
    increment: NDArray[np.int64]
    """What each row grows by in each week, in units of 1/ONE; shape (weeks + 1, rows)."""
    value: NDArray[np.int32]
    """Value of each row at the end of each week, in whole grains, at most NEVER: no threshold lies beyond; shape (rows,
    weeks + 1)."""
    shift: NDArray[np.int32]
    """Bits by which a value is cut to find its bucket; shape (rows,)."""
    bucket: NDArray[np.int16]
    """Week before which no value of the bucket is reached; shape (rows, BUCKETS)."""
    contact: NDArray[np.float64]
    """Rate, hazard alone and weight of contacts of each cause of contacts; shape (weeks + 1, CONTACT_CAUSES, 3)."""


@kernel
def fill_buckets(value: NDArray[np.int32], shift: NDArray[np.int32], bucket: NDArray[np.int16]) -> None:
    """Note for each bucket of each row how many weeks end before it."""
    rows, weeks = value.shape
    for row in range(rows):
        week = 0
        for k in range(bucket.shape[1]):
            while week < weeks - 1 and value[row, week] < (k << shift[row]):
                week += 1
            bucket[row, k] = week


@inner
def week_reached(row: int, due: int, after: int, ahead: HazardsAhead) -> int:
    """First week after `after` at the end of which `row` has come to `due` (grains); NO_WEEK if not in this run."""
    last = ahead.value.shape[1] - 1
    if due > ahead.value[row, last]:
        return NO_WEEK
    column = max(after + 1 - ahead.before, int(ahead.bucket[row, due >> ahead.shift[row]]))
    while column <= last and ahead.value[row, column] < due:
        column += 1
    return column + ahead.before if column <= last else NO_WEEK
