"""Decision (Rogers' third stage): a favourable resident decides to activate or rejects; a refusing one may reconsider.

Usefulness is relative to the card in the pocket and grows with the services that accept IKD; offices that contradict
each other hold the decision up (the Sambas study: good internal and external communication). A breach of data makes
favourable residents doubt. Reconsideration (Rogers: later adoption) comes from usefulness, assurance and people one
knows.
"""

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import rule
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.tables import Tables

DECISION_SLOT, REJECTION_SLOT, DOUBT_SLOT = range(3)


@rule
def own_factor(slot: int, trust: int, tables: Tables) -> float:
    """How readily a resident of this trust (0-255) decides, rejects or doubts, 1 in the middle (no unit)."""
    if slot == DECISION_SLOT:
        return float(tables.decides_by_trust[trust])
    if slot == REJECTION_SLOT:
        return float(tables.refuses_by_trust[trust])
    return float(tables.doubts_by_trust[trust])


@rule
def reconsideration_factor(trust: int, tables: Tables) -> float:
    """How readily a refusing resident of this trust (0-255) reconsiders, 1 in the middle (no unit)."""
    return float(tables.decides_by_trust[trust])


def decision(per_week: float, consistency: float, useful: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weekly hazard to decide for IKD, by occupation; `useful` is the effect of usefulness (1 = none)."""
    return per_week * consistency * useful


def rejection(per_week: float, useful: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weekly hazard to reject (the card is enough), by occupation; usefulness lowers it."""
    return per_week / useful


def reconsideration(per_week: float, assurance: float, weight: float) -> ContactHazard:
    """Weekly hazard to reconsider; `assurance` is the effect of mean usefulness and of trust in the air."""
    return ContactHazard(rate=per_week * assurance, alone=1.0, weight=weight)
