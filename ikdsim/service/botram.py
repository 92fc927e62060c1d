"""Botram (Berkolaborasi Terus Melayani): the office's visiting day, in a kecamatan edition and a village edition.

How often it came is known roughly, when and where is not: dates are drawn by seed, the same under every scenario, and
urban places are visited more often than rural ones.
"""

import numpy as np
from numpy.typing import NDArray

from ikdsim import randomness
from ikdsim.agency.assignment import REASSIGNED, Task, assign, at_most
from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.agency.visit_plan import wards_in_turn
from ikdsim.clock import WEEKS_PER_YEAR, week_of
from ikdsim.region.history import BotramRegime
from ikdsim.region.places import URBAN
from ikdsim.region.region import Region
from ikdsim.service.kinds import BOTRAM_KECAMATAN, BOTRAM_VILLAGE, KINDS
from ikdsim.service.service import Opening
from ikdsim.service.supply import NOWHERE, Station, station_by_share
from ikdsim.service.visit import VisitingService, reach_by_distance

OFFICE = -1
"""Stands for the office where a draw needs a resident."""
KECAMATAN_DATE_DRAW, VILLAGE_DATE_DRAW, VILLAGE_PLACE_DRAW, WARD_DRAW = 700, 701, 702, 703


class BotramVillage(VisitingService):
    """The village edition: a place of its own."""

    kind = BOTRAM_VILLAGE


class BotramKecamatan(VisitingService):
    """The kecamatan edition, held at the kecamatan office for all places."""

    kind = BOTRAM_KECAMATAN

    def stations(self, region: Region) -> list[Station]:
        """One station for all places."""
        return [Station(self.kind, EVERYWHERE)]

    def reach(self, visit: Visit, opening: Opening) -> NDArray[np.float64]:
        """Those who live near the kecamatan office come, in all as many as from so many residents next door."""
        region, catchment = opening.conditions.region, "implementation.kecamatan_edition_catchment"
        kilometres = (place.km["kecamatan_desk"] for place in region.places)
        return reach_by_distance(kilometres, opening.conditions.parameters.value(catchment), opening)


def regime_of(region: Region, week: int) -> BotramRegime | None:
    """The Botram regime in force, None before the first edition; one begins in the week that holds its date."""
    begun = [regime for regime in region.botram if week_of(regime.start) <= week]
    return max(begun, key=lambda regime: regime.start) if begun else None


def editions_of(week: int, seed: int, region: Region) -> tuple[bool, bool]:
    """Whether the kecamatan edition and the village edition come in this week, as the seed has it."""
    regime = regime_of(region, week)
    if regime is None:
        return False, False
    weekly = 1.0 / WEEKS_PER_YEAR
    at_kecamatan = _happens(seed, week, KECAMATAN_DATE_DRAW, regime.kecamatan_visits_per_year.value * weekly)
    return at_kecamatan, _happens(seed, week, VILLAGE_DATE_DRAW, regime.village_visits_per_year.value * weekly)


def plan_usual_botram(conditions: Conditions) -> None:
    """Plan the usual Botram visits of this week, which come with the officers there are, and pay for them."""
    regime = regime_of(conditions.region, conditions.week)
    if regime is None:
        return
    value = conditions.parameters.value
    officers = value("resources.visit_officers")
    at_kecamatan, in_village = editions_of(conditions.week, conditions.seed, conditions.region)
    if at_kecamatan:
        _send(BOTRAM_KECAMATAN, EVERYWHERE, (), officers * value("resources.kecamatan_edition_size"), conditions)
        conditions.pay("botram_kecamatan", value("cost.kecamatan_edition"))
    if in_village:
        place = _place_drawn(conditions, regime)
        drawn = randomness.uniform_draw(conditions.seed, OFFICE, WARD_DRAW, conditions.week)
        wards = wards_in_turn(conditions, place, drawn, value("population.ward_residents"))
        _send(BOTRAM_VILLAGE, place, wards, officers, conditions)
        conditions.pay("botram_village", value("cost.village_visit"))


def _send(kind: int, place: int, wards: tuple[int, ...], officers: float, conditions: Conditions) -> None:
    day = conditions.parameters.value("resources.visit_minutes")
    task = at_most(Task(KINDS[kind], KINDS[kind], place, officers, day, REASSIGNED), conditions)
    conditions.visits.append(Visit(kind, place, wards, task.officers * task.minutes, crew=assign(task, conditions)))


def _happens(seed: int, week: int, decision: int, probability: float) -> bool:
    drawn = randomness.uniform_draw(seed, OFFICE, decision, week)
    return drawn < randomness.as_draw(probability)


def _place_drawn(conditions: Conditions, regime: BotramRegime) -> int:
    """A place at random, in proportion to its residents, urban ones weighted."""
    drawn = randomness.uniform_draw(conditions.seed, OFFICE, VILLAGE_PLACE_DRAW, conditions.week)
    urban = regime.urban_weight.value
    weights = [place.residents * (urban if place.kind == URBAN else 1.0) for place in conditions.region.places]
    return station_by_share(np.array(weights, np.float64), drawn, NOWHERE)
