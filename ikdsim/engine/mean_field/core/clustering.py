"""Which residents share a stratum of the mean-field twin: those of a place whose own factors are alike.

A place is cut in two where its residents differ most, then whichever part holds the greatest differences is cut, and so
on (median cut of Heckbert 1982, at the mean). Axes are logarithms of own factors, because factors multiply hazards.
"""

import math
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import inner, kernel
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.decision import REJECTION_SLOT
from ikdsim.resident.factors import own_factor
from ikdsim.resident.implementation import WALK_IN_SLOT, adult_week
from ikdsim.resident.knowledge import MEDIA_SLOT
from ikdsim.resident.persuasion import PERSUASION_SLOT
from ikdsim.resident.tables import Tables

WEIGHTS: Final = np.array([0.7, 1.0, 0.7, 2.0, 0.7, 0.5, 2.0], np.float32)
"""What a difference counts along the axes media, refusal, persuasion, usefulness, turning up, errands, child.

Tried on Babelan, seeds 1 to 4, against 200 strata a place. Without the weight on usefulness the few civil servants
share strata with others, and small places have too few users in the first years.
"""
LEAST: Final = 1e-6
"""Own factors below this are alike: nobody moves."""


@inner
def log_of(factor: float) -> float:
    """Logarithm of an own factor, which may be 0."""
    return math.log(max(factor, LEAST))


@kernel
def own_axes(first: int, people: NDArray[np.void], useful: NDArray[np.float64], tables: Tables) -> NDArray[np.float32]:
    """Logarithms of own factors of each resident, and 1 for those who turn 17 in week `first` or later."""
    axes = np.empty((len(people), len(WEIGHTS)), np.float32)
    for i in range(len(axes)):
        person = people[i]
        adult = adult_week(person.birth_week)
        band = age_band(person.birth_week, max(first, adult))
        online, literacy, trust = person.online, person.literacy, person.trust
        axes[i, 0] = log_of(own_factor(s.UNAWARE, MEDIA_SLOT, online, band, literacy, trust, 0, tables))
        axes[i, 1] = log_of(own_factor(s.FAVOURABLE, REJECTION_SLOT, online, band, literacy, trust, 0, tables))
        axes[i, 2] = log_of(own_factor(s.AWARE, PERSUASION_SLOT, online, band, literacy, trust, 0, tables))
        axes[i, 3] = log_of(useful[person.occupation])
        axes[i, 4] = log_of(own_factor(s.INTENDING, WALK_IN_SLOT, online, band, literacy, trust, 0, tables))
        axes[i, 5] = log_of(tables.errands_by_age[band])
        axes[i, 6] = adult >= first
    return axes


def groups_of_residents(
    axes: NDArray[np.float32], adult: NDArray[np.bool_], place_start: NDArray[np.int32], count: int
) -> NDArray[np.int64]:
    """Number of each resident's stratum in the place, 0 to `count` - 1, -1 for no `adult`; shape (residents,)."""
    group = np.full(len(axes), -1, np.int64)
    points = axes * WEIGHTS
    for start, end in pairwise(place_start):
        rows = start + np.flatnonzero(adult[start:end])
        for number, members in enumerate(_cut(rows, points, count)):
            group[members] = number
    return group


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
