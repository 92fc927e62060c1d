"""Service load: who turned up, was served, got an appointment, was sent home or failed, and what time it took."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.assignment import minutes_away
from ikdsim.agency.conditions import Conditions, ExtraOfficers, Visit
from ikdsim.agency.officers import LATE_HOURS
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.service.kinds import KINDS

LOADS = ("came", "offered", "served", "appointed", "turned_away", "failed")

Number = TypeVar("Number", np.int64, np.float64)


class ServiceLoad(Observer):
    """Remembers every station, and adds them up by kind of service point when asked.

    Counts are simulated residents; minutes are those given to and used by simulated residents. Minutes are given once,
    in their own week; in a scaled run some are used later (service/carryover.py), so a week may use more than it gives.
    IKD is explained in the time of other services, but for what a team brings for it; minutes away are what others lose
    at desks whose officers have other duties.
    """

    remembers = ("loads", "given_ms", "used_ms", "explained_ms", "team_activating", "team_explaining", "minutes_away")

    def __init__(self, weeks: int, kinds: Sequence[int]) -> None:
        """Be ready for so many weeks of stations of these `kinds`."""
        self._kinds = tuple(kinds)
        self.loads = np.zeros((weeks, len(LOADS), len(kinds)), np.int32)
        """What stations counted; shape (weeks, LOADS, stations)."""
        self.given_ms = np.zeros((weeks, len(kinds)), np.int64)
        """Milliseconds; shape (weeks, stations)."""
        self.used_ms = np.zeros((weeks, len(kinds)), np.int64)
        self.explained_ms = np.zeros((weeks, len(kinds)), np.int64)
        self.team_activating = np.zeros((weeks, len(KINDS)))
        """Minutes that teams bring, however many residents are simulated; shape (weeks, kinds)."""
        self.team_explaining = np.zeros((weeks, len(KINDS)))
        self.minutes_away = np.zeros(weeks)
        """Likewise; shape (weeks,)."""

    def look(self, week: WeekSeen) -> None:
        """Remember what every station counted, was given and used."""
        for row, name in enumerate(LOADS):
            self.loads[week.index, row] = getattr(week.counters, name)
        self.given_ms[week.index] = week.supply.capacity_ms
        self.used_ms[week.index] = week.counters.used_ms
        self.explained_ms[week.index] = week.counters.explained_ms
        self.team_activating[week.index], self.team_explaining[week.index] = _minutes_of_teams(week.conditions)
        self.minutes_away[week.index] = _other_services_away(week.conditions)

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


def _minutes_of_teams(conditions: Conditions) -> NDArray[np.float64]:
    """Minutes that officers who do nothing but IKD have for activations, and for explaining; shape (2, kinds)."""
    minutes = np.zeros((2, len(KINDS)))
    teams: list[Visit | ExtraOfficers] = [*conditions.visits, *conditions.extra_officers]
    for team in teams:
        if team.ikd_share is not None:
            minutes[:, team.kind] += team.minutes * team.ikd_share, team.minutes * (1.0 - team.ikd_share)
    return minutes


def _other_services_away(conditions: Conditions) -> float:
    """Minutes of other services at the desks of those who are out; who is hired for a duty is missing nowhere.

    Nor is who works at the own desk at other hours.
    """
    out = [duty for duty in conditions.duties if duty.officer in conditions.roster]
    away = minutes_away(duty for duty in out if duty.activity != LATE_HOURS)
    structure, other = conditions.structure, 0.0
    for officer, missing in away.items():
        ikd = structure.ikd_minutes_at_desk(missing, conditions.at(officer.post, officer.place).ikd_time)
        other += structure.working_minutes(missing) - ikd
    return other
