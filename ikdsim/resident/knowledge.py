"""Knowledge (Rogers' first stage): an unaware resident hears of IKD.

Rogers: mass media are strongest at the knowledge stage, and exposure needs a channel that reaches the person. A
resident hears through media (if online), through an announcement in his kelurahan or desa, from active people around
him, or at a counter (see implementation.py). Hearing is not understanding: nobody is persuaded here.
"""

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import rule
from ikdsim.resident.tables import Tables

MEDIA_SLOT, ANNOUNCEMENT_SLOT, WORD_OF_MOUTH_SLOT = range(3)


@rule
def own_factor(slot: int, online: int, age_band: int, tables: Tables) -> float:
    """How strongly a resident is reached by the cause in `slot`, relative to an online resident of 17-34 (no unit)."""
    if slot == MEDIA_SLOT:
        return float(tables.media_reach[online, age_band])
    return 1.0


def word_of_mouth(contacts: NDArray[np.float64], per_week: float) -> NDArray[np.float64]:
    """Weekly hazard of hearing from active residents around; `contacts` is their weighted share in each RT, 0-1."""
    return per_week * contacts
