"""Travel: how far residents went to be activated at a desk. A visit comes to their place and counts nothing.

Stations count who came, not from where: those of a week come from each place as its residents who want IKD walk in.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.officers import EVERYWHERE
from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.region.region import Region
from ikdsim.resident.stages import INTENDING
from ikdsim.service.kinds import KINDS
from ikdsim.service.supply import Station

THERE_AND_BACK: Final = 2.0


class Travel(Observer):
    """Remembers who came to the desks that serve several places, and whence they may have come."""

    remembers = ("came", "wanting", "walk_in")

    def __init__(self, weeks: int, stations: Sequence[Station], region: Region) -> None:
        kinds = {k: KINDS[station.kind] for k, station in enumerate(stations) if station.place == EVERYWHERE}
        desks = [k for k, kind in kinds.items() if kind in region.places[0].km]
        places = len(region.places)
        self._desks = np.array(desks)
        self._way = np.array([[place.km[kinds[k]] for k in desks] for place in region.places])
        self.came = np.zeros((weeks, len(desks)), np.int32)
        self.wanting = np.zeros((weeks, places), np.int32)
        """Simulated residents who want IKD at the end of the week; shape (weeks, places)."""
        self.walk_in = np.zeros((weeks, places, len(desks)))
        """Weekly hazard that each of them walks in; shape (weeks, places, desks)."""

    def look(self, week: WeekSeen) -> None:
        """Remember who came this week."""
        self.came[week.index] = week.counters.came[self._desks]
        self.wanting[week.index] = week.counters.stage_by_place[:, INTENDING]
        self.walk_in[week.index] = week.supply.walk_in[:, self._desks]

    @property
    def km(self) -> NDArray[np.float64]:
        """Kilometres a week in a straight line, there and back, of simulated residents; shape (weeks,)."""
        drawn = self.walk_in * (1.0 + self.wanting)[..., np.newaxis]  # also of a place where all have been served
        total = drawn.sum(axis=1)
        ways = np.divide((drawn * self._way).sum(axis=1), total, out=np.zeros_like(total), where=total > 0)
        return np.asarray(THERE_AND_BACK * (self.came * ways).sum(axis=1))
