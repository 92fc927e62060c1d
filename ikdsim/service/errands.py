"""Errands: residents need KTP-el, KK or a birth certificate, and that brings them to an officer.

Errands come from needs, not from distance: distance decides which desk, and deters a share of them. At a visit there
are as many as the crew can serve. Who is on an errand may be offered IKD by the officer who serves it, or else by a
team that has the time.
"""

import numpy as np

from ikdsim.agency.place import intensity
from ikdsim.clock import MILLISECONDS_PER_MINUTE, WEEKS_PER_YEAR
from ikdsim.provenance import Parameters
from ikdsim.randomness import ONE
from ikdsim.region.age_mix import curve
from ikdsim.region.demand import part_not_deterred
from ikdsim.region.region import DEMAND
from ikdsim.resident.ages import ADULT_BANDS, AGE_BANDS
from ikdsim.service.service import Opening


def share_errands(opening: Opening) -> None:
    """Divide the errands of each place among the desks that are open, and add them to the supply."""
    weekly = opening.conditions.parameters.value("implementation.errands_per_year") / WEEKS_PER_YEAR
    drawn = opening.attraction.sum(axis=1)
    not_deterred = [part_not_deterred(strength, opening.conditions.parameters) for strength in drawn.tolist()]
    total = weekly * np.array(not_deterred)
    share = np.divide(
        opening.attraction,
        drawn[:, None],
        out=np.zeros_like(opening.attraction),
        where=drawn[:, None] > 0,
    )
    places = opening.conditions.places
    asked = np.array([intensity(place, opening.conditions.region, DEMAND) for place in places])
    opening.supply.errand[:] += ((total * asked)[:, None] * share)[opening.place_of_ward]


def by_a_resident(parameters: Parameters) -> float:
    """Errands of a resident of any age in the mean, for each of one of 17-34."""
    value = parameters.value
    factors = [1.0, *(value(f"implementation.errands_age_{band}") for band in AGE_BANDS[2:])]
    below = np.interp(ADULT_BANDS, *curve(parameters))
    return float(np.diff(below, append=1.0) @ np.array(factors))


def visitors(position: int, opening: Opening) -> float:
    """Residents, all that simulated ones stand for, who are expected on an errand at a station this week."""
    places, starts = opening.conditions.region.places, opening.ward_start
    in_a_ward = np.array([place.residents for place in places]) / np.diff(starts)
    hazards = opening.supply.errand[:, position]
    return float(hazards @ in_a_ward[opening.place_of_ward]) * by_a_resident(opening.conditions.parameters)


def serve_errands(position: int, minutes: float, opening: Opening, are_served: bool = True) -> None:
    """Bring as many errands to a visit as its crew can serve in their `minutes` for them, explanations among these.

    What errands take is gone; where nobody serves errands (`minutes` is 0, or none `are_served` there), visitors come
    for explanations alone.
    """
    supply, value = opening.supply, opening.conditions.parameters.value
    explaining = value("implementation.explaining_minutes")
    for_errand = value("implementation.errand_minutes") if minutes and are_served else 0.0
    teams = [team for team in opening.teams if team.station == position]
    offered = supply.offer[position] / ONE + sum(team.offer for team in teams)
    minutes += sum(team.minutes for team in teams)
    come = visitors(position, opening)
    wanted = come * (for_errand + explaining * offered)
    part = min(1.0, minutes / wanted) if wanted else 1.0
    supply.errand[:, position] *= part
    supply.errand_ms[position] -= round(part * come * for_errand * MILLISECONDS_PER_MINUTE / opening.scale)


def approach_visitors(opening: Opening) -> None:
    """Let teams approach those to whom nobody else offers IKD, as far as their minutes for explaining last."""
    supply, explaining = opening.supply, opening.conditions.parameters.value("implementation.explaining_minutes")
    for team in opening.teams:
        at, others = team.station, opening.supply.offer[team.station] / ONE
        wanted = visitors(at, opening) * explaining
        reached = min((1.0 - others) * team.offer, team.minutes / wanted) if wanted else team.offer
        offered = others + reached
        if offered:
            explained = others * opening.persuasion[at] + reached * team.persuasion
            opening.persuasion[at] = explained / offered
        supply.offer[at] = round(offered * ONE)
        supply.offer_without_card[at] = min(ONE, supply.offer_without_card[at] + round(reached * ONE))
