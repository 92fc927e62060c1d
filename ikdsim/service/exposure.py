"""Where the agency's week meets the residents' rules: the hazards that every meter grows by."""

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.resident import causes as c
from ikdsim.resident import confirmation, decision, knowledge, persuasion
from ikdsim.service.campaign import explanation, media_hazard
from ikdsim.service.opening import usefulness
from ikdsim.service.service import Opening

Hazards = Mapping[int, NDArray[np.float64] | float]


def hazards_of_week(opening: Opening, contacts: NDArray[np.float64]) -> Hazards:
    """Weekly hazard of every cause for every group; `contacts` is the weighted share of users around, by RT."""
    conditions = opening.conditions
    return {
        **_knowledge(opening, contacts),
        **_persuasion(conditions, contacts),
        **_decision(conditions, contacts),
        c.WALK_IN: opening.board.walk_in.sum(axis=1),
        c.VISIT: opening.board.visit.sum(axis=1),
        c.ERRAND: opening.board.errand.sum(axis=1),
        **_confirmation(conditions),
    }


def _knowledge(opening: Opening, contacts: NDArray[np.float64]) -> Hazards:
    value = opening.conditions.parameters.value
    return {
        c.MEDIA: media_hazard(opening.conditions),
        c.ANNOUNCEMENT: opening.announced + value("knowledge.announcement"),
        c.WORD_OF_MOUTH: knowledge.word_of_mouth(contacts, value("knowledge.word_of_mouth")),
    }


def _persuasion(conditions: Conditions, contacts: NDArray[np.float64]) -> Hazards:
    value = conditions.parameters.value
    officers = explanation(conditions) * conditions.disposition.warmth(conditions.parameters)
    officers *= math.exp(value("persuasion.by_trust") * conditions.trust_shift)
    fear = math.exp(-value("persuasion.refusal_by_trust") * conditions.trust_shift)
    return {
        c.PERSUASION: persuasion.persuasion(
            value("persuasion.weekly"), officers, contacts, value("persuasion.contact_weight")
        ),
        c.REFUSAL: value("persuasion.refusal") * fear,
    }


def _decision(conditions: Conditions, contacts: NDArray[np.float64]) -> Hazards:
    value = conditions.parameters.value
    useful = usefulness(conditions)
    assurance = float(useful.mean()) * math.exp(value("decision.by_trust") * conditions.trust_shift)
    return {
        c.DECISION: decision.decision(value("decision.weekly"), conditions.communication.consistency, useful),
        c.REJECTION: decision.rejection(value("decision.rejection"), useful),
        c.DOUBT: conditions.doubt,
        c.RECONSIDERATION: decision.reconsideration(
            value("decision.reconsideration"), assurance, contacts, value("persuasion.contact_weight")
        ),
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
        c.INTERRUPTION: value("confirmation.interruption") / WEEKS_PER_YEAR,
        c.DISENCHANTMENT: value("confirmation.disenchantment") / WEEKS_PER_YEAR,
        c.RETURN: value("confirmation.return"),
    }
