"""What all desks share: officers behind a counter, opening hours, and a way to get there."""

import math
from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from ikdsim.agency.conditions import Conditions, ExtraOfficers
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.provenance import Parameters
from ikdsim.region.demand import attraction, share_of_time
from ikdsim.region.region import Region
from ikdsim.region.service_points import ServicePoint
from ikdsim.service.kinds import KINDS
from ikdsim.service.service import Opening, Service
from ikdsim.service.staff import Shift, at_desk, of_crew
from ikdsim.service.supply import Station

AS_AT_A_DESK = 1.0
GOOD_CONNECTION = 1.0


class Desk(Service):
    """A counter that is open all week; a subclass names it."""

    point_id: ClassVar[str]
    """Name of the service point in the region's file and in parameter names."""
    _shared: tuple[tuple[Region, Parameters, tuple[str, ...]], float] | None = None
    """The region's part of the desk's time, and what it was worked out for."""

    def stations(self, region: Region) -> list[Station]:
        """One station for the region."""
        return [Station(self.kind, EVERYWHERE)]

    def kilometres(self, station: Station, place: int, region: Region) -> float:
        """Way from a place to the desk, km; infinite for those it does not serve."""
        return region.places[place].km[self.point_id]

    def open(self, stations: range, opening: Opening) -> None:
        """Open every desk that exists by this week."""
        if self.point_id not in opening.conditions.open_points:
            return
        region = opening.conditions.region
        point = region.service_point(self.point_id)
        for position, station in zip(stations, self.stations(region), strict=True):
            self._open_desk(position, station, point, opening)

    def _open_desk(self, position: int, station: Station, point: ServicePoint, opening: Opening) -> None:
        conditions = opening.conditions
        own = at_desk(self.point_id, station.place, self._share_of_time(point, conditions), conditions)
        others = officers_at(station, conditions)
        opening.put([own, *shifts_of(others, conditions)], position, station, AS_AT_A_DESK, GOOD_CONNECTION)
        opening.compel(position)
        self._attract_residents(position, station, self._strength(point, station, others, conditions), opening)

    def _strength(
        self, point: ServicePoint, station: Station, others: Sequence[ExtraOfficers], conditions: Conditions
    ) -> float:
        """How strongly the desk draws residents, who is away and who stands there beside its own officers counted."""
        away = sum(duty.minutes for duty in conditions.duties if duty.officer[:2] == (point.id, station.place))
        in_office_hours = sum(extra.minutes for extra in others if not extra.late_hours) - away
        late = sum(extra.late_hours for extra in others)
        return attraction(point, conditions.parameters, in_office_hours / MINUTES_PER_HOUR, late)

    def _share_of_time(self, point: ServicePoint, conditions: Conditions) -> float:
        """Part of the desk's time that the region has: worked out anew only where other desks are open."""
        region, parameters, desks = conditions.region, conditions.parameters, conditions.open_points
        if self._shared is not None:
            of, share = self._shared
            if of[0] is region and of[1] is parameters and of[2] == desks:
                return share
        share = share_of_time(point, region, desks, parameters)
        self._shared = (region, parameters, desks), share
        return share

    def _attract_residents(self, position: int, station: Station, strength: float, opening: Opening) -> None:
        """Write how the desk draws walk-ins and errands from each place: alike, the more the nearer."""
        region, value = opening.conditions.region, opening.conditions.parameters.value
        decay = value("implementation.distance_decay")
        kilometres = [self.kilometres(station, place, region) for place in range(len(region.places))]
        draws = strength * np.array([math.exp(-km / decay) for km in kilometres])
        opening.supply.walk_in[:, position] = value("implementation.walk_in") * draws
        opening.attraction[:, position] = draws


def officers_at(station: Station, conditions: Conditions) -> list[ExtraOfficers]:
    """Officers who stand at this one desk beside those whose desk it is."""
    return [extra for extra in conditions.extra_officers if (extra.kind, extra.place) == station]


def shifts_of(officers: Sequence[ExtraOfficers], conditions: Conditions) -> list[Shift]:
    """The shifts of such officers."""
    return [_shift(extra, conditions) for extra in officers]


def _shift(extra: ExtraOfficers, conditions: Conditions) -> Shift:
    """What they work: all services as those whose desk it is, or nothing but IKD."""
    structure, minutes = conditions.structure, extra.minutes
    if extra.ikd_share is None:
        ikd = structure.ikd_minutes_at_desk(minutes, conditions.at(KINDS[extra.kind], extra.place).ikd_time)
        minutes = structure.working_minutes(minutes)
    else:
        ikd = minutes * extra.ikd_share
    return of_crew(extra.crew, ikd, minutes - ikd, extra.time_factor, conditions)
