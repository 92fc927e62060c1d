"""Officers as Mesa agents: the people behind each desk, with the time they have left for IKD."""

import math

import mesa

from ikdsim.agency.conditions import Conditions
from ikdsim.engine.agent import IkdAgent
from ikdsim.region.region import Region
from ikdsim.service.board import Board, Station
from ikdsim.service.kinds import KINDS
from ikdsim.service.service import MILLISECONDS_PER_MINUTE


class Officer(IkdAgent):
    """One officer at a desk. Of a regency-wide desk the region has a share of his time."""

    def __init__(self, model: mesa.Model, post: str, place: str | None, station: int, part: float) -> None:
        super().__init__(model)
        self.post = post
        """Kind of the desk."""
        self.place = place
        """Name of the place, None for a desk that serves all."""
        self.station = station
        self.part = part
        """His part of the desk's time, 0-1."""
        self.minutes_for_ikd = 0.0
        """Minutes this week that other services leave to IKD."""
        self.attitude = 0.0
        """Share of errands at which he offers IKD unasked, 0-1."""

    def take_up_week(self, conditions: Conditions, board: Board) -> None:
        """Read this week's time and disposition."""
        minutes = board.capacity_ms[self.station] / MILLISECONDS_PER_MINUTE
        self.minutes_for_ikd = float(minutes) * self.part
        self.attitude = conditions.disposition.attitude


def post_officers(model: mesa.Model, region: Region, stations: list[Station]) -> list[Officer]:
    """An officer for every person at a desk (rounded up)."""
    officers = []
    for number, station in enumerate(stations):
        points = [point for point in region.service_points if point.id == KINDS[station.kind]]
        for point in points:
            count = math.ceil(point.officers.value)
            place = region.places[station.place].name if station.place >= 0 else None
            officers += [Officer(model, point.id, place, number, 1.0 / count) for _ in range(count)]
    return officers
