"""Which residents share a stratum: those of a place whose own factors are alike.

A place is cut in two where its residents differ most, then whichever part holds the greatest differences is cut, and so
on (median cut of Heckbert 1982, at the mean).
"""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.strata import LEVELS

WEIGHTS: Final = np.array([1.0, 2.2, 1.0, 2.0], np.float32)
"""What a difference counts along each of the AXES of core/clustering.py.

Tried on Babelan, seeds 1 to 6, twelve strata a place, against the agents; eight to fourteen strata do as well.
"""

SHARPNESS: Final = 2.0 / 3.0
"""Between levels of as many residents (0) and levels that are as ready in all (1)."""


def groups_of_residents(
    axes: NDArray[np.float32], adult: NDArray[np.bool_], place_start: NDArray[np.int32], count: int
) -> NDArray[np.int64]:
    """Number of each resident's stratum in the place, 0 to `count` - 1, -1 for no `adult`; shape (residents,).

    `axes` has shape (residents, axes), `place_start` shape (places + 1,).
    """
    group = np.full(len(axes), -1, np.int64)
    points = axes * WEIGHTS
    for start, end in pairwise(place_start):
        rows = start + np.flatnonzero(adult[start:end])
        for number, members in enumerate(_cut(rows, points, count)):
            group[members] = number
    return group


def levels_of_residents(readiness: NDArray[np.float64], group: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Level of each resident in her or his group, from 0, the least ready, to LEVELS - 1; shape (residents,).

    `group` tells of all places; -1 is none. Levels hold equal sums of readiness^SHARPNESS: the readiest are few, and
    move first.
    """
    order = np.lexsort((readiness, group))
    weight = readiness[order] ** SHARPNESS
    below = np.cumsum(weight) - 0.5 * weight
    opens = np.flatnonzero(np.diff(group[order], prepend=-2))
    before, size = below[opens] - 0.5 * weight[opens], np.diff(opens, append=len(order))
    total = np.add.reduceat(weight, opens) if len(opens) else weight
    share = (below - np.repeat(before, size)) / np.repeat(total, size)
    levels = np.empty(len(order), np.uint8)
    levels[order] = np.minimum(share * LEVELS, LEVELS - 1)
    return levels


def _cut(rows: NDArray[np.int64], points: NDArray[np.float32], count: int) -> list[NDArray[np.int64]]:
    """Parts of `rows`, at most `count`, that are alike in their `points`."""
    parts = [rows]
    spreads = [_spread(points[rows])]
    while len(parts) < count and max(spread.max() for spread in spreads) > 0.0:
        widest = max(range(len(parts)), key=lambda k: spreads[k].max())
        along = points[parts[widest], spreads[widest].argmax()]
        low = along <= along.mean()
        for part in (parts[widest][low], parts[widest][~low]):
            parts.append(part)
            spreads.append(_spread(points[part]))
        del parts[widest], spreads[widest]
    return parts


def _spread(points: NDArray[np.float32]) -> NDArray[np.float64]:
    """Sum of squared distances to the mean along each axis."""
    if len(points) == 0:
        return np.zeros(points.shape[1])
    return np.asarray(points.var(axis=0, dtype=np.float64) * len(points))
