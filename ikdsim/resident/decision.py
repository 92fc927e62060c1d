"""Decision (Rogers' third stage): a favourable resident decides to activate, or doubts; an opponent may reconsider.

Usefulness is relative to the card in the pocket and grows with the services that accept IKD; offices that contradict
each other hold the decision up (the Sambas study: good internal and external communication). Nobody rejects by the
clock: who sees little use stays favourable for years. A breach of data makes favourable residents doubt, and a few turn
against IKD. Reconsideration comes from usefulness, assurance and people one knows. Whoever reconsiders is no longer
against IKD, but not yet for it: like everybody who has heard of it, they have still to be persuaded.
"""

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import rule
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.persuasion import willingness
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import Traits

DECISION_SLOT, ALARM_SLOT, DOUBT_SLOT = range(3)


@rule
def own_factor(slot: int, who: Traits, tables: Tables) -> float:
    """How readily a favourable resident decides, is alarmed or doubts, 1 for middling levels (no unit)."""
    if slot == DECISION_SLOT:
        return willingness(who, tables) * float(tables.decides_by_trust[who.trust])
    if slot == ALARM_SLOT:
        return float(tables.opposes_by_trust[who.trust])
    return float(tables.doubts_by_trust[who.trust])


@rule
def reconsideration_factor(who: Traits, tables: Tables) -> float:
    """How readily an opponent reconsiders, 1 for middling trust (no unit)."""
    return float(tables.decides_by_trust[who.trust])


def decision(per_week: float, useful: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weekly hazard to decide for IKD, by occupation; `useful` is what usefulness and consistency make of it."""
    return per_week * useful


def reconsideration(per_week: float, assurance: float, weight: float) -> ContactHazard:
    """Weekly hazard to reconsider; `assurance` is the effect of mean usefulness and of trust in the air."""
    return ContactHazard(rate=per_week * assurance, alone=1.0, weight=weight)
