"""Where the agency's week meets the residents' rules: the hazards that every cumulative hazard grows by.

They come in three parts: what is alike in weeks that services open alike, what is in the air changes from week to
week, and what depends on the users around, who are known only during a run.
"""

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.conditions import Conditions
from ikdsim.agency.place import contacts
from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.resident import causes as c
from ikdsim.resident import confirmation, decision, knowledge, persuasion
from ikdsim.resident.contacts import ContactHazard
from ikdsim.service.opening import air
from ikdsim.service.service import Opening

Hazards = Mapping[int, NDArray[np.float64] | float]
"""Cause -> weekly hazard: one number, or one for each group of the cause."""


def hazards_without_trust(opening: Opening) -> Hazards:
    """Every cause that neither the air nor people around change."""
    value, supply = opening.conditions.parameters.value, opening.supply
    return {
        c.MEDIA: opening.conditions.communication.media_hazard(opening.conditions.parameters),
        c.ANNOUNCEMENT: _announcement(opening),
        c.DECISION: decision.decision(value("decision.weekly"), supply.useful),
        c.WALK_IN: supply.walk_in.sum(axis=1),
        c.VISIT: supply.visit.sum(axis=1),
        c.ERRAND: supply.errand.sum(axis=1),
        c.REMOTE: supply.remote.sum(axis=1),
        **_confirmation(opening.conditions),
    }


def hazards_by_trust(conditions: Conditions) -> Hazards:
    """Causes that the air changes: trust in it, and services that accept IKD."""
    return {
        c.PERSUASION_ONLINE: _persuasion_online(conditions) * air(conditions),
        c.ALARM: conditions.alarm,
        c.DOUBT: conditions.doubt,
    }


def hazards_by_contacts(opening: Opening) -> Mapping[int, ContactHazard]:
    """Causes that grow with the users around; the air changes two of them."""
    conditions, value = opening.conditions, opening.conditions.parameters.value
    useful = opening.supply.useful
    assurance = float(useful.sum()) / len(useful) * math.exp(value("decision.by_trust") * conditions.trust_shift)
    return {
        c.WORD_OF_MOUTH: knowledge.word_of_mouth(value("knowledge.word_of_mouth")),
        c.PERSUASION: persuasion.persuasion(
            value("persuasion.spontaneous"), value("persuasion.by_contacts"), air(conditions)
        ),
        c.RECONSIDERATION: decision.reconsideration(
            value("decision.reconsideration"), assurance, value("decision.reconsideration_by_contacts")
        ),
    }


def _persuasion_online(conditions: Conditions) -> float:
    """Weekly hazard to be persuaded by posts, or by somebody who answers a question as an officer would explain."""
    communication, value = conditions.communication, conditions.parameters.value
    by_posts = value("persuasion.online") * communication.seen(conditions.parameters)
    explained = value("persuasion.explanation") * communication.clarity
    return conditions.messages_believed * (by_posts + communication.answered(conditions.parameters) * explained)


def _announcement(opening: Opening) -> NDArray[np.float64]:
    """Notices and talks, what village leaders say, and visits that are announced."""
    conditions, value = opening.conditions, opening.conditions.parameters.value
    usual = value("knowledge.announcement")
    told = [usual + place.leaders * value("knowledge.leaders_talk") for place in conditions.places]
    factor = [place.notices * contacts(place, conditions.region) for place in conditions.places]
    notices = np.array([place.notices for place in conditions.places])
    by_ward = opening.place_of_ward
    return np.asarray((np.array(told) * factor)[by_ward] + opening.announced * notices[by_ward])


def _confirmation(conditions: Conditions) -> Hazards:
    value = conditions.parameters.value
    support = value("confirmation.leaders") - 1.0
    use, resources = conditions.accepted, conditions.resources
    app_left = 1.0 - value("confirmation.disenchantment_avoided_by_app") * resources.app
    return {
        c.CONFIRMATION: np.array(
            [
                confirmation.confirmation(value("confirmation.weekly"), use, 1.0 + support * here.leaders)
                for here in conditions.places
            ]
        ),
        c.INTERRUPTION: confirmation.interruption(
            value("population.phone_replaced"),
            value("confirmation.not_reactivated"),
            value("confirmation.pin_forgotten"),
        )
        * (1.0 - resources.help)
        / WEEKS_PER_YEAR,
        c.DISENCHANTMENT: value("confirmation.disenchantment") * app_left / WEEKS_PER_YEAR,
        c.RETURN: value("confirmation.return"),
    }
