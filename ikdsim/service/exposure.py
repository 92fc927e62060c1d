"""Where the agency's week meets the residents' rules: the hazards that every cumulative hazard grows by.

They come in three parts: what is alike in weeks that services open alike, what trust in the air changes from week to
week, and what depends on the users around, who are known only during a run.
"""

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.resident import causes as c
from ikdsim.resident import confirmation, decision, knowledge, persuasion
from ikdsim.resident.contacts import ContactHazard
from ikdsim.service.opening import officers_factor
from ikdsim.service.service import Opening

Hazards = Mapping[int, NDArray[np.float64] | float]
"""Cause -> weekly hazard: one number, or one for each group of the cause."""


def hazards_without_trust(opening: Opening) -> Hazards:
    """Every cause that neither trust in the air nor people around change."""
    value, supply = opening.conditions.parameters.value, opening.supply
    return {
        c.MEDIA: opening.conditions.communication.media_hazard(opening.conditions.parameters),
        c.ANNOUNCEMENT: opening.announced + value("knowledge.announcement"),
        c.DECISION: decision.decision(
            value("decision.weekly"), opening.conditions.communication.consistency, supply.useful
        ),
        c.REJECTION: decision.rejection(value("decision.rejection"), supply.useful),
        c.WALK_IN: supply.walk_in.sum(axis=1),
        c.VISIT: supply.visit.sum(axis=1),
        c.ERRAND: supply.errand.sum(axis=1),
        **_confirmation(opening.conditions),
    }


def hazards_by_trust(conditions: Conditions) -> Hazards:
    """Causes that grow while trust in the air is low."""
    value = conditions.parameters.value
    fear = math.exp(-value("persuasion.refusal_by_trust") * conditions.trust_shift)
    return {c.REFUSAL: value("persuasion.refusal") * fear, c.DOUBT: conditions.doubt}


def hazards_by_contacts(opening: Opening) -> Mapping[int, ContactHazard]:
    """Causes that grow with the users around; trust in the air changes two of them."""
    conditions, value = opening.conditions, opening.conditions.parameters.value
    assurance = float(opening.supply.useful.mean()) * math.exp(value("decision.by_trust") * conditions.trust_shift)
    weight = value("persuasion.contact_weight")
    return {
        c.WORD_OF_MOUTH: knowledge.word_of_mouth(value("knowledge.word_of_mouth")),
        c.PERSUASION: persuasion.persuasion(value("persuasion.weekly"), officers_factor(conditions), weight),
        c.RECONSIDERATION: decision.reconsideration(value("decision.reconsideration"), assurance, weight),
    }


def _confirmation(conditions: Conditions) -> Hazards:
    value = conditions.parameters.value
    leaders = value("confirmation.leaders") if conditions.disposition.leaders else 1.0
    use = conditions.accepted
    return {
        c.CONFIRMATION: np.array(
            [
                confirmation.confirmation(value("confirmation.weekly"), use, place.signal, leaders)
                for place in conditions.region.places
            ]
        ),
        c.INTERRUPTION: confirmation.interruption(
            value("population.phone_replaced"),
            value("confirmation.not_reactivated"),
            value("confirmation.pin_forgotten"),
        )
        / WEEKS_PER_YEAR,
        c.DISENCHANTMENT: value("confirmation.disenchantment") / WEEKS_PER_YEAR,
        c.RETURN: value("confirmation.return"),
    }
