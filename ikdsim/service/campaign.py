"""Campaigns: posts on social media, and answers to questions. They make aware quickly and persuade hardly at all."""

from ikdsim.agency.conditions import Conditions


def media_hazard(conditions: Conditions) -> float:
    """Weekly hazard that an online resident of 17-34 hears of IKD through media."""
    return conditions.communication.media_hazard(conditions.parameters)


def explanation(conditions: Conditions) -> float:
    """Factor on persuasion: how clear the message is, by posts and by answers to questions."""
    return conditions.communication.explanation(conditions.parameters)
