"""Officers as Mesa agents: the people behind each desk, with the time they have left for IKD.

Visiting crews and a dedicated team are minutes of the week's visits (agency/conditions.py), not persons at a desk.
"""

import math

import mesa

from ikdsim.agency.resources import officer_minutes
from ikdsim.agents.agent import IkdAgent
from ikdsim.region.region import Region
from ikdsim.service.kinds import KINDS
from ikdsim.service.supply import Station


class Officer(IkdAgent):
    """One officer at a desk. Of an officer who serves the whole regency, the region has a share of the hours."""

    def __init__(self, model: mesa.Model, post: str, place: str | None, station: int, hours: float) -> None:
        super().__init__(model)
        self.post = post
        """Kind of the desk."""
        self.place = place
        """Name of the place, None for a desk that serves all."""
        self.station = station
        """Position of the desk on the supply."""
        self.hours = hours
        """Hours a week for this region, all services together."""

    def __repr__(self) -> str:
        return f"<Officer {self.unique_id}: {self.post}, {self.place or 'all places'}, {self.hours:g} hours a week>"

    @property
    def minutes_for_ikd(self) -> float:
        """Minutes this week that other services leave to IKD, in the real office, whatever the scale of the run.

        A desk that is not open leaves no time.
        """
        opening = self.model.agency.this_week.opening
        is_open = opening.supply.capacity_ms[self.station] > 0
        minutes = officer_minutes(1.0, self.hours) if is_open else 0.0
        return float(opening.conditions.structure.ikd_minutes_at_desk(minutes))

    @property
    def attitude(self) -> float:
        """Share of errands at which the officer offers IKD unasked this week, 0-1."""
        return float(self.model.agency.conditions.disposition.attitude)


def post_officers(model: mesa.Model, region: Region, stations: list[Station]) -> list[Officer]:
    """An officer for every person at a desk; a fraction of a person is one who works fewer hours."""
    officers = []
    for number, station in enumerate(stations):
        points = [point for point in region.service_points if point.id == KINDS[station.kind]]
        for point in points:
            count = math.ceil(point.officers.value)
            hours = point.hours_per_week.value * point.share.value * point.officers.value / max(count, 1)
            place = region.places[station.place].name if station.place >= 0 else None
            officers += [Officer(model, point.id, place, number, hours) for _ in range(count)]
    return officers
