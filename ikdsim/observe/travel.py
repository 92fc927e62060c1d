"""Travel: how far residents went to be activated at a desk. A visit comes to their place and counts nothing.

Stations count who came, not from where: those of a week come from each place as its residents who want IKD walk in.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.region.region import Region
from ikdsim.resident.stages import INTENDING
from ikdsim.service.kinds import KINDS
from ikdsim.service.supply import Station

THERE_AND_BACK: Final = 2.0


class Travel(Observer):
    """Kilometres a week in a straight line, there and back, of simulated residents; shape (weeks,)."""

    remembers = ("km",)

    def __init__(self, weeks: int, stations: Sequence[Station], region: Region) -> None:
        self.km = np.zeros(weeks)
        self._way = np.array([[_km(station, place.km) for station in stations] for place in region.places])
        """Shape (places, stations)."""

    def look(self, week: WeekSeen) -> None:
        """Remember how far those went who came this week."""
        wanting = 1.0 + week.counters.stage_by_place[:, INTENDING]  # even a place where all have been served
        drawn = week.supply.walk_in * wanting[:, np.newaxis]
        share = np.divide(drawn, drawn.sum(axis=0), out=np.zeros_like(drawn), where=drawn > 0)
        self.km[week.index] = THERE_AND_BACK * (week.counters.came * (share * self._way).sum(axis=0)).sum()


def _km(station: Station, km: Mapping[str, float]) -> float:
    """Way to a station from a place with these distances to the desks; nothing to one that stands in the place."""
    return km.get(KINDS[station.kind], 0.0) if station.place < 0 else 0.0
