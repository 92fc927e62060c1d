"""Persuasion (Rogers' second stage): a resident who has heard forms a favourable or an unfavourable attitude.

Rogers: interpersonal contact persuades where media do not. Here it takes a clear explanation by officers of good
attitude and active people around, weighed by trust and digital literacy (the Sambas study finds the officers'
attitude decisive; trust is the strongest predictor in Pekanbaru and for young Indonesians). Persuasion can end
unfavourable: the rival hazard is refusal, stronger where trust is low.
"""

from ikdsim.kernel import rule
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.tables import Tables

PERSUASION_SLOT, REFUSAL_SLOT = range(2)


@rule
def own_factor(slot: int, literacy: int, trust: int, tables: Tables) -> float:
    """How readily a resident of these levels (0-255) is persuaded or refuses, 1 at levels in the middle (no unit)."""
    if slot == PERSUASION_SLOT:
        return float(tables.persuaded_by_trust[trust] * tables.persuaded_by_literacy[literacy])
    return float(tables.refuses_by_trust[trust])


@rule
def accepts_on_the_spot(stage: int, trust: int, literacy: int, station_factor: float, tables: Tables) -> float:
    """Probability that a resident who is offered IKD during an errand takes it at once.

    `station_factor` holds what the officers and the usefulness of IKD add; the result may exceed 1 and is clipped by
    `as_draw`.
    """
    own = tables.persuaded_by_trust[trust] * tables.persuaded_by_literacy[literacy]
    return float(tables.spot_by_stage[stage] * own * station_factor)


def persuasion(per_week: float, officers: float, weight: float) -> ContactHazard:
    """Weekly hazard of persuasion: `officers` is clarity times attitude, `weight` what people around add."""
    return ContactHazard(rate=per_week * officers, alone=1.0, weight=weight)
