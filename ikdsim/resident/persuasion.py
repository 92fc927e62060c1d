"""Persuasion (Rogers' second stage): a resident who has heard forms a favourable or an unfavourable attitude.

Rogers: interpersonal contact persuades where media do not. An officer who explains IKD face to face persuades (both
studies: the guide is clear when an officer comes in person, the staff's attitude is decisive), and so do people around
who use it; what comes by itself or online is small. Trust weighs much (the strongest predictor in Pekanbaru and for
young Indonesians), digital literacy little. People differ in how inclined they are, and who is little inclined stays
aware for years: the card is enough. Opposition is rare and has causes: little trust from the start, a breach, a
disappointment.
"""

from ikdsim import randomness
from ikdsim.kernel import rule
from ikdsim.resident import stages as s
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import Traits

PERSUASION_SLOT, ONLINE_SLOT, ALARM_SLOT = range(3)


@rule
def willingness(who: Traits, tables: Tables) -> float:
    """How inclined a resident is to use IKD, 1 in the mean, times what is asked for in the place (no unit)."""
    return float(tables.willing[who.inclination] * tables.asked_by_place[who.place])


@rule
def openness(who: Traits, tables: Tables) -> float:
    """How readily a resident is persuaded, relative to mean inclination and middling levels (no unit)."""
    by_levels = tables.persuaded_by_trust[who.trust] * tables.persuaded_by_literacy[who.literacy]
    return willingness(who, tables) * float(by_levels)


@rule
def own_factor(slot: int, who: Traits, tables: Tables) -> float:
    """How readily an aware resident is persuaded by people around or online, or alarmed (no unit)."""
    if slot == ALARM_SLOT:
        return float(tables.opposes_by_trust[who.trust])
    if slot == ONLINE_SLOT:
        return openness(who, tables) * float(tables.media_reach[who.online, who.band])
    return openness(who, tables)


@rule
def explanation_dose(stage: int, who: Traits, station_factor: float, tables: Tables) -> float:
    """Strength of one explanation face to face: whoever draws a threshold below it is persuaded (no unit).

    `station_factor` holds what the officers there add; `stage` is where the resident stands: opponents listen less.
    """
    return float(tables.explained_by_stage[stage] * openness(who, tables) * station_factor)


@rule
def decision_dose(who: Traits, useful: float, tables: Tables) -> float:
    """Strength with which somebody favourable decides at once when it is explained; `useful` as for the decision."""
    return float(tables.decided_at_once * willingness(who, tables) * tables.decides_by_trust[who.trust] * useful)


@rule
def moves(dose: float, threshold: int) -> bool:
    """Whether a dose moves somebody who draws this threshold: with probability 1 - exp(-dose)."""
    return threshold < dose * randomness.ONE


@rule
def stage_after_explanation(stage: int, is_persuaded: bool, decides: bool) -> int:
    """Where an explanation leaves a resident of `stage`: as before, aware, favourable or intending."""
    if stage == s.LAPSED:
        return s.INTENDING
    if stage == s.REFUSING:
        return s.FAVOURABLE if is_persuaded else s.REFUSING
    if stage == s.FAVOURABLE or (is_persuaded and stage in (s.UNAWARE, s.AWARE)):
        return s.INTENDING if decides else s.FAVOURABLE
    return s.AWARE if stage == s.UNAWARE else stage


@rule
def is_opposed(trust: int, drawn: int, tables: Tables) -> bool:
    """Whether an adult of this trust (0-255) is against IKD from the start, by a uniform draw."""
    return drawn < randomness.as_draw(tables.opposed_by_trust[trust])


def persuasion(spontaneous: float, by_contacts: float, trust: float) -> ContactHazard:
    """Weekly hazard of persuasion by oneself and by people around, if all of them were users; `trust` is in the air."""
    return ContactHazard(rate=trust, alone=spontaneous, weight=by_contacts)
