"""Knowledge (Rogers' first stage): an unaware resident hears of IKD.

Rogers: mass media are strongest at the knowledge stage, and exposure needs a channel that reaches the person. A
resident hears through media (if online), through an announcement in the kelurahan or desa, from active people around,
or at a counter (see implementation.py). Hearing is not understanding: nobody is persuaded here.
"""

from ikdsim.kernel import rule
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import Traits

MEDIA_SLOT, ANNOUNCEMENT_SLOT, WORD_OF_MOUTH_SLOT = range(3)


@rule
def own_factor(slot: int, who: Traits, tables: Tables) -> float:
    """How strongly a resident is reached by the cause in `slot`, relative to an online resident of 17-34 (no unit)."""
    if slot == MEDIA_SLOT:
        return float(tables.media_reach[who.online, who.band])
    return 1.0


def word_of_mouth(per_week: float) -> ContactHazard:
    """Weekly hazard of hearing from active residents around: none without them."""
    return ContactHazard(rate=per_week, alone=0.0, weight=1.0)
