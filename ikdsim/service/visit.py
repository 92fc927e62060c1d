"""What all visits share: officers come for a day, it is announced, people bring their errands along."""

import math
from collections.abc import Iterable
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.disposition import turnout
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.agency.place import contacts
from ikdsim.region.places import URBAN
from ikdsim.region.region import Region
from ikdsim.service.errands import serve_errands
from ikdsim.service.kinds import KINDS
from ikdsim.service.service import Opening, Service
from ikdsim.service.staff import Shift, of_crew
from ikdsim.service.supply import Station


class VisitingService(Service):
    """Officers who come to a place; a subclass names the occasion. One station for each place."""

    serves_errands: ClassVar[bool] = True
    """Whether they serve errands there, or IKD alone."""

    def stations(self, region: Region) -> list[Station]:
        """One station in each place."""
        return [Station(self.kind, place) for place in range(len(region.places))]

    def reach(self, visit: Visit, opening: Opening) -> NDArray[np.float64]:
        """How strongly a visit reaches each ward, relative to the one where a visit with its own car is held.

        Few come from the rest of the place: as many in all as `implementation.visit_spill` of those from the wards that
        are addressed. Shape (wards,).
        """
        conditions, reached = opening.conditions, np.zeros(opening.ward_start[-1])
        here = reached[opening.ward_start[visit.place] : opening.ward_start[visit.place + 1]]
        rest = len(here) - len(visit.wards)
        here[:] = conditions.parameters.value("implementation.visit_spill") * len(visit.wards) / max(rest, 1)
        here[list(visit.wards)] = 1.0
        if not visit.own_vehicle and conditions.region.places[visit.place].kind != URBAN:
            here *= conditions.parameters.value("resources.reach_of_borrowed_car")
        return reached

    def open(self, stations: range, opening: Opening) -> None:
        """Open a station for every visit of this kind that is planned in the week."""
        of_this_kind = [visit for visit in opening.conditions.visits if visit.kind == self.kind]
        if not of_this_kind:
            return
        for position, station in zip(stations, self.stations(opening.conditions.region), strict=True):
            visits = [visit for visit in of_this_kind if visit.place == station.place]
            if visits:
                self._receive(position, station, visits, opening)

    def _receive(self, position: int, station: Station, visits: list[Visit], opening: Opening) -> None:
        conditions = opening.conditions
        shifts = [_shift(visit, conditions) for visit in visits]
        offers = conditions.disposition.visit_offers(conditions.parameters)
        opening.put(shifts, position, station, offers, _signal(visits[0], opening))
        for visit in visits:
            self.draw_residents(position, visit, opening)
        minutes = sum(shift.other for shift in shifts if not shift.dedicated)
        serve_errands(position, minutes, opening, self.serves_errands)

    def draw_residents(self, position: int, visit: Visit, opening: Opening) -> None:
        """Write whom the visit reaches, by ward."""
        value = opening.conditions.parameters.value
        reached = self.reach(visit, opening) * _crowd(visit, opening.conditions)[opening.place_of_ward]
        opening.supply.visit[:, position] += value("implementation.visit_turnout") * reached
        opening.supply.errand[:, position] += value("implementation.visit_errands") * reached
        opening.announced += value("knowledge.visit_announcement") * reached


def reach_by_distance(kilometres: Iterable[float], catchment: float, opening: Opening) -> NDArray[np.float64]:
    """How strongly a visit reaches each ward, shape (wards,), if those who live near it come and distance deters.

    `kilometres` is the way there from each place; all it reaches are as many as `catchment` residents next door.
    """
    region, value = opening.conditions.region, opening.conditions.parameters.value
    near = np.array([math.exp(-km / value("implementation.distance_decay")) for km in kilometres])
    drawn = float(near @ np.array([place.residents for place in region.places]))
    return np.asarray(np.minimum(near * (catchment / drawn), 1.0)[opening.place_of_ward])


def _signal(visit: Visit, opening: Opening) -> float:
    """Share of connections that work: a service car and the kecamatan office bring their own."""
    if visit.own_vehicle or visit.place == EVERYWHERE:
        return 1.0
    return opening.conditions.places[visit.place].signal


def _shift(visit: Visit, conditions: Conditions) -> Shift:
    """What the crew works."""
    ikd = _ikd_minutes(visit, conditions)
    return of_crew(visit.crew, ikd, _working_minutes(visit, conditions) - ikd, visit.time_factor, conditions)


def _ikd_minutes(visit: Visit, conditions: Conditions) -> float:
    if visit.ikd_share is None:
        factor = conditions.at(KINDS[visit.kind], visit.place).ikd_time
        return conditions.structure.ikd_minutes_on_visit(visit.minutes, factor)
    return visit.minutes * visit.ikd_share


def _working_minutes(visit: Visit, conditions: Conditions) -> float:
    """Minutes for all services; nothing is lost between units where the visit names its share for IKD."""
    return conditions.structure.working_minutes(visit.minutes) if visit.ikd_share is None else visit.minutes


def _crowd(visit: Visit, conditions: Conditions) -> NDArray[np.float64]:
    """Factor on those whom a visit reaches, shape (places,): leaders draw people, and not every visit really comes."""
    here = conditions.places[visit.place].leaders if visit.place != EVERYWHERE else conditions.disposition.leaders
    come = np.array([contacts(place, conditions.region) for place in conditions.places])
    return come * turnout(here, conditions.parameters)
