"""What a service is: a kind of service point that writes its week on the supply."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.randomness import ONE
from ikdsim.region.region import Region
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
    errand_weight: NDArray[np.float64]
    """How strongly each desk draws errands from each place; shape (places, stations)."""
    scale: float
    """Residents for whom one simulated resident stands: capacities shrink by it."""

    def set_capacity(self, station: int, ikd_minutes: float, other_minutes: float) -> None:
        """Give `station` so many officer minutes for IKD and for all other services this week.

        A scaled run has its part of them.
        """
        self.supply.capacity_ms[station] = round(ikd_minutes * MILLISECONDS_PER_MINUTE / self.scale)
        self.supply.errand_ms[station] = round(other_minutes * MILLISECONDS_PER_MINUTE / self.scale)

    def set_officers(self, station: int, offer: float, speed: float, signal: float) -> None:
        """Write how officers work: chance to offer IKD, factor on minutes, share of working connections."""
        conditions, parameters = self.conditions, self.conditions.parameters
        without_card = offer
        if conditions.cards_missing:
            without_card = min(1.0, offer * parameters.value("implementation.offers_in_shortage"))
        self.supply.offer[station] = round(offer * ONE)
        self.supply.offer_without_card[station] = round(without_card * ONE)
        self.supply.failure[station] = round(conditions.resources.failure(signal, parameters) * ONE)
        self.supply.speed[station] = speed * conditions.structure.procedure * conditions.resources.speed(parameters)


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
