"""What a service is: a kind of service point that writes its week on the supply."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.randomness import ONE
from ikdsim.region.region import Region
from ikdsim.service.staff import Mean, Shift, Team, mean_of, teams_of
from ikdsim.service.supply import Station, Supply


@dataclass
class Opening:
    """The week that services open: the agency's conditions, the supply to write on, and what is announced."""

    conditions: Conditions
    supply: Supply
    ward_start: NDArray[np.int64]
    """First ward (RW) of each place, and the number of wards at the end; shape (places + 1,)."""
    announced: NDArray[np.float64]
    """Weekly hazard of hearing of IKD from announcements of visits, by ward."""
    attraction: NDArray[np.float64]
    """How strongly each desk draws residents from each place; shape (places, stations)."""
    persuasion: NDArray[np.float64]
    """How well an explanation persuades at each station if the air is as usual; shape (stations,)."""
    teams: list[Team]
    """Officers who do nothing but IKD, by station."""
    scale: float
    """Residents for whom one simulated resident stands: capacities shrink by it."""

    @cached_property
    def place_of_ward(self) -> NDArray[np.int64]:
        """Number of the place of each ward, shape (wards,)."""
        return np.repeat(np.arange(len(self.ward_start) - 1), np.diff(self.ward_start))

    def put(self, shifts: Sequence[Shift], position: int, station: Station, offers: float, signal: float) -> None:
        """Write how those who work these `shifts` at a station work, see mean_of; `position` is its number."""
        self.set_capacity(position, sum(shift.ikd for shift in shifts), sum(shift.other for shift in shifts))
        self.set_officers(position, mean_of(shifts, station, offers, signal, self.conditions))
        self.teams += teams_of(position, shifts, station, offers, self.conditions)

    def set_capacity(self, station: int, ikd_minutes: float, other_minutes: float) -> None:
        """Give `station` so many officer minutes for IKD and for other services, of which a scaled run has its part."""
        self.supply.capacity_ms[station] = round(ikd_minutes * MILLISECONDS_PER_MINUTE / self.scale)
        self.supply.errand_ms[station] = round(other_minutes * MILLISECONDS_PER_MINUTE / self.scale)

    def set_officers(self, station: int, mean: Mean) -> None:
        """Write how the officers of `station` work this week."""
        conditions, parameters = self.conditions, self.conditions.parameters
        without_card = mean.offer
        if conditions.cards_missing:
            without_card = min(1.0, mean.offer * parameters.value("implementation.offers_in_shortage"))
        self.supply.offer[station] = round(mean.offer * ONE)
        self.supply.offer_without_card[station] = round(without_card * ONE)
        self.supply.failure[station] = round(mean.failure * ONE)
        self.supply.time_factor[station] = mean.time_factor * conditions.structure.procedure
        self.persuasion[station] = mean.persuasion

    def compel(self, station: int) -> None:
        """Let officers of `station`, a desk, ask for IKD on errands as the week's structure and rules say."""
        structure, supply = self.conditions.structure, self.supply
        supply.begins[station], supply.waits[station] = structure.ikd_first, structure.others_wait
        supply.requires[station] = round(self.conditions.required * ONE)


class Service(ABC):
    """One kind of service point; a subclass is one file."""

    kind: ClassVar[int]
    """See kinds.py."""

    @abstractmethod
    def stations(self, region: Region) -> list[Station]:
        """Every service point of this kind that the region can have."""

    @abstractmethod
    def open(self, stations: range, opening: Opening) -> None:
        """Write this week of the service's own `stations` (positions on the supply)."""
