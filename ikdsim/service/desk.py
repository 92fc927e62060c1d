"""What all desks share: officers behind a counter, opening hours, and a way to get there."""

import math
from typing import ClassVar

import numpy as np

from ikdsim.agency.conditions import ExtraOfficers
from ikdsim.agency.resources import officer_minutes
from ikdsim.region.demand import share_of_time
from ikdsim.region.region import Region
from ikdsim.region.service_points import ServicePoint
from ikdsim.service.service import Opening, Service
from ikdsim.service.supply import Station

EVERYWHERE = -1


class Desk(Service):
    """A counter that is open all week; a subclass names it."""

    point_id: ClassVar[str]
    """Name of the service point in the region's file and in parameter names."""

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
        hours = point.hours_per_week.value
        share = share_of_time(point, conditions.region, conditions.open_points, conditions.parameters)
        minutes = officer_minutes(point.officers.value * share, hours)
        left = conditions.structure.ikd_minutes_at_desk(minutes)
        extra = [officers for officers in conditions.extra_officers if officers.kind == self.kind]
        others = conditions.structure.other_minutes_at_desk(minutes)
        opening.set_capacity(position, left + sum(officers.minutes for officers in extra), others)
        opening.set_officers(position, conditions.disposition.offer_at_desk(), _mean_speed(left, extra), 1.0)
        self._attract_residents(position, station, hours, opening)

    def _attract_residents(self, position: int, station: Station, hours: float, opening: Opening) -> None:
        """Write how the desk draws walk-ins and errands from each place; short hours draw fewer walk-ins."""
        value = opening.conditions.parameters.value
        open_share = min(1.0, hours / value("implementation.full_week_hours"))
        walk_in, decay = value("implementation.walk_in"), value("implementation.distance_decay")
        weight = value(f"implementation.errand_weight_{self.point_id}")
        region = opening.conditions.region
        kilometres = [self.kilometres(station, place, region) for place in range(len(region.places))]
        near = np.array([math.exp(-km / decay) for km in kilometres])
        opening.supply.walk_in[:, position] = walk_in * near * open_share
        opening.errand_weight[:, position] = weight * near


def _mean_speed(minutes: float, extra: list[ExtraOfficers]) -> float:
    """Factor on officer time at a desk where some work with a speed of their own: all minutes over all they do."""
    work = minutes + sum(officers.minutes / officers.speed for officers in extra)
    return (minutes + sum(officers.minutes for officers in extra)) / work if work else 1.0
