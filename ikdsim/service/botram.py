"""Botram (Berkolaborasi Terus Melayani): the office's visiting day, in a kecamatan edition and a village edition.

How often it came is known roughly, when and where is not: dates are drawn by seed, the same under every scenario, and
urban places are visited more often than rural ones.
"""

import math

import numpy as np

from ikdsim import randomness
from ikdsim.agency.assignment import REASSIGNED, Task, assign, at_most
from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.clock import WEEKS_PER_YEAR, monday_of
from ikdsim.region.history import BotramRegime
from ikdsim.region.places import URBAN
from ikdsim.region.region import Region
from ikdsim.service.kinds import BOTRAM_KECAMATAN, BOTRAM_VILLAGE, KINDS
from ikdsim.service.service import Opening
from ikdsim.service.supply import Station, station_by_share
from ikdsim.service.visit import VisitingService

OFFICE = -1
"""Stands for the office where a draw needs a resident."""
KECAMATAN_DATE_DRAW, VILLAGE_DATE_DRAW, VILLAGE_PLACE_DRAW = 700, 701, 702


class BotramVillage(VisitingService):
    """The village edition: a place of its own."""

    kind = BOTRAM_VILLAGE


class BotramKecamatan(VisitingService):
    """The kecamatan edition, held at the kecamatan office for all places."""

    kind = BOTRAM_KECAMATAN

    def stations(self, region: Region) -> list[Station]:
        """One station for all places."""
        return [Station(self.kind, EVERYWHERE)]

    def reach(self, visit: Visit, place: int, opening: Opening) -> float:
        """Those who live near the kecamatan office come."""
        km = opening.conditions.region.places[place].km["kecamatan_desk"]
        share = opening.conditions.parameters.value("implementation.kecamatan_edition_reach")
        return share * math.exp(-km / opening.conditions.parameters.value("implementation.distance_decay"))


def regime_of(region: Region, week: int) -> BotramRegime | None:
    """The Botram regime in force, None before the first edition."""
    monday = monday_of(week)
    begun = [regime for regime in region.botram if regime.start <= monday]
    return max(begun, key=lambda regime: regime.start) if begun else None


def plan_usual_botram(conditions: Conditions) -> None:
    """Plan the usual Botram visits of this week, which come with the officers there are, and pay for them."""
    regime = regime_of(conditions.region, conditions.week)
    if regime is None:
        return
    value = conditions.parameters.value
    officers = value("resources.visit_officers")
    weekly = 1.0 / WEEKS_PER_YEAR
    if _happens(conditions, KECAMATAN_DATE_DRAW, regime.kecamatan_visits_per_year.value * weekly):
        _send(BOTRAM_KECAMATAN, EVERYWHERE, officers * value("resources.kecamatan_edition_size"), conditions)
        conditions.pay("botram_kecamatan", value("cost.kecamatan_edition"))
    if _happens(conditions, VILLAGE_DATE_DRAW, regime.village_visits_per_year.value * weekly):
        _send(BOTRAM_VILLAGE, _place_drawn(conditions, regime), officers, conditions)
        conditions.pay("botram_village", value("cost.village_visit"))


def _send(kind: int, place: int, officers: float, conditions: Conditions) -> None:
    day = conditions.parameters.value("resources.visit_minutes")
    task = at_most(Task(KINDS[kind], KINDS[kind], place, officers, day, REASSIGNED), conditions)
    conditions.visits.append(Visit(kind, place, task.officers * day, crew=assign(task, conditions)))


def _happens(conditions: Conditions, decision: int, probability: float) -> bool:
    drawn = randomness.uniform_draw(conditions.seed, OFFICE, decision, conditions.week)
    return drawn < randomness.as_draw(probability)


def _place_drawn(conditions: Conditions, regime: BotramRegime) -> int:
    """A place at random, in proportion to its residents, urban ones weighted."""
    drawn = randomness.uniform_draw(conditions.seed, OFFICE, VILLAGE_PLACE_DRAW, conditions.week)
    urban = regime.urban_weight.value
    weights = [place.residents * (urban if place.kind == URBAN else 1.0) for place in conditions.region.places]
    return station_by_share(np.array(weights, np.float64), drawn)
