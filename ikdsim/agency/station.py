"""What holds at one service point in one week: what officers say there, and how they work."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

from ikdsim.agency.officers import EVERYWHERE


@dataclass(frozen=True)
class StationConditions:
    """How a service point differs from others of the office in one week; a policy adds one, several multiply."""

    point: str
    """Name of its kind, see service/kinds.py."""
    place: int = EVERYWHERE
    """Number of its place; EVERYWHERE for one that serves all places, and for all of this kind."""
    attitude: float = 1.0
    """Factor on the attitude of officers who stand there, 1 = as elsewhere."""
    skill: float = 1.0
    """Factor on their IT skill, 1 = as elsewhere."""
    clarity: float = 1.0
    """Factor on how well explanations persuade there, 1 = as elsewhere."""
    ikd_time: float = 1.0
    """Factor on the share of minutes that other services leave to IKD there, 1 = as elsewhere."""


def at_station(stations: Iterable[StationConditions], point: str, place: int) -> StationConditions:
    """All that `stations` say of the service point of this kind at `place`."""
    here = [station for station in stations if station.point == point and station.place in (EVERYWHERE, place)]
    if not here:
        return StationConditions(point, place)
    return StationConditions(
        point,
        place,
        attitude=prod(station.attitude for station in here),
        skill=prod(station.skill for station in here),
        clarity=prod(station.clarity for station in here),
        ikd_time=prod(station.ikd_time for station in here),
    )
