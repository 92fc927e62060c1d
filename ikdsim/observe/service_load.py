"""Service load: who turned up, was served, got an appointment, was sent home or failed, and what time it took."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.service.kinds import KINDS

LOADS = ("came", "offered", "served", "appointed", "turned_away", "failed")

Number = TypeVar("Number", np.int64, np.float64)


class ServiceLoad(Observer):
    """Remembers every station, and adds them up by kind of service point when asked.

    Counts are simulated residents; minutes are those given to and used by simulated residents. Minutes are given once,
    in their own week; in a scaled run some are used later (service/carryover.py), so a week may use more than it gives.
    Minutes explained are what KTP-el, KK and other services lose to explanations of IKD.
    """

    remembers = ("loads", "given_ms", "used_ms", "explained_ms")

    def __init__(self, weeks: int, kinds: Sequence[int]) -> None:
        """Be ready for so many weeks of stations of these `kinds`."""
        self._kinds = tuple(kinds)
        self.loads = np.zeros((weeks, len(LOADS), len(kinds)), np.int32)
        """What stations counted; shape (weeks, LOADS, stations)."""
        self.given_ms = np.zeros((weeks, len(kinds)), np.int64)
        """Milliseconds; shape (weeks, stations)."""
        self.used_ms = np.zeros((weeks, len(kinds)), np.int64)
        self.explained_ms = np.zeros((weeks, len(kinds)), np.int64)

    def look(self, week: WeekSeen) -> None:
        """Remember what every station counted, was given and used."""
        for row, name in enumerate(LOADS):
            self.loads[week.index, row] = getattr(week.counters, name)
        self.given_ms[week.index] = week.supply.capacity_ms
        self.used_ms[week.index] = week.counters.used_ms
        self.explained_ms[week.index] = week.counters.explained_ms

    @property
    def counts(self) -> NDArray[np.int64]:
        """Loads by kind, shape (weeks, kinds, LOADS)."""
        return self._by_kind(self.loads.astype(np.int64)).swapaxes(1, 2)

    @property
    def minutes_given(self) -> NDArray[np.float64]:
        """Shape (weeks, kinds)."""
        return self._by_kind(self.given_ms / MILLISECONDS_PER_MINUTE)

    @property
    def minutes_used(self) -> NDArray[np.float64]:
        """Shape (weeks, kinds)."""
        return self._by_kind(self.used_ms / MILLISECONDS_PER_MINUTE)

    @property
    def minutes_explained(self) -> NDArray[np.float64]:
        """Shape (weeks, kinds)."""
        return self._by_kind(self.explained_ms / MILLISECONDS_PER_MINUTE)

    def _by_kind(self, by_station: NDArray[Number]) -> NDArray[Number]:
        """Add up the stations, which are the last axis, in their order."""
        total = np.zeros((*by_station.shape[:-1], len(KINDS)), by_station.dtype)
        for station, kind in enumerate(self._kinds):
            total[..., kind] += by_station[..., station]
        return total
