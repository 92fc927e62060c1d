"""What makes residents of a stratum alike: logarithms of their own factors, because factors multiply hazards."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import inner, kernel
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.decision import DECISION_SLOT
from ikdsim.resident.factors import own_factor
from ikdsim.resident.implementation import WALK_IN_SLOT, adult_week
from ikdsim.resident.knowledge import MEDIA_SLOT
from ikdsim.resident.persuasion import PERSUASION_SLOT
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import inclination_of, traits_of

AXES: Final = ("media", "turning_up", "errands", "child")
LEAST: Final = 1e-6
"""Own factors below this are alike: nobody moves."""


@inner
def log_of(factor: float) -> float:
    """Logarithm of an own factor, which may be 0."""
    return math.log(max(factor, LEAST))


@kernel
def ranks_of(seed: int, rows: NDArray[np.uint32], lives: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Rank in willingness of those who stand in these rows in these lives, 0-255; same shape."""
    ranks = np.empty(len(rows), np.uint8)
    for i in range(len(ranks)):
        ranks[i] = inclination_of(seed, int(np.int64(rows[i])), int(np.int64(lives[i])))
    return ranks


@kernel
def own_axes(
    first: int, people: NDArray[np.void], lives: NDArray[np.void], tables: Tables
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Where each resident lies on AXES; on the last, 1 for those who turn 17 in week `first` or later.

    And how ready each is to be persuaded and to decide: the geometric mean of both own factors.
    """
    axes, readiness = np.empty((len(people), len(AXES)), np.float32), np.empty(len(people))
    for i in range(len(axes)):
        person = people[i]
        adult = adult_week(person.birth_week)
        band = age_band(person.birth_week, max(first, adult))
        who = traits_of(person, band, person.trust, int(lives[i].inclination), False)
        axes[i, 0] = log_of(own_factor(s.UNAWARE, MEDIA_SLOT, who, tables))
        axes[i, 1] = log_of(own_factor(s.INTENDING, WALK_IN_SLOT, who, tables))
        axes[i, 2] = log_of(tables.errands_by_age[band])
        axes[i, 3] = adult >= first
        decisive = own_factor(s.FAVOURABLE, DECISION_SLOT, who, tables)
        readiness[i] = math.sqrt(own_factor(s.AWARE, PERSUASION_SLOT, who, tables) * decisive)
    return axes, readiness
