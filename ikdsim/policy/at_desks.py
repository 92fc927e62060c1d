"""The keys of every policy for certain desks: their kind and, of village desks, the places in which they stand."""

from abc import ABC
from dataclasses import dataclass
from typing import Final

from ikdsim.agency.conditions import Conditions
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.policy.base import Misfit, Policy
from ikdsim.provenance import Parameters
from ikdsim.region.demand import share_of_time
from ikdsim.region.region import Region
from ikdsim.schema import choice, place_names
from ikdsim.service.kinds import DISTRICT_OFFICE, KECAMATAN_DESK, KINDS, MALL_OUTLET, VILLAGE_DESK

DESKS: Final = tuple(KINDS[kind] for kind in (DISTRICT_OFFICE, MALL_OUTLET, KECAMATAN_DESK, VILLAGE_DESK))


@dataclass(frozen=True, kw_only=True)
class AtDesks(Policy, ABC):
    """A policy that puts officers at desks of one kind, which are open for IKD already."""

    desk: str = choice(DESKS)
    places: tuple[str, ...] = place_names("all")
    """Of village desks those in these places; a desk of another kind serves all places."""

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """A desk that is not there, and places that are no choice."""
        facts = {"value": self.desk, "day": self.start}
        if not region.service_point(self.desk).is_open(self.start) or not self._places(region):
            return [Misfit("desk_not_open", "desk", facts)]
        chosen = self.desk != KINDS[VILLAGE_DESK] and len(self.places) < len(region.places)
        return [Misfit("desk_serves_all", "places", facts)] if chosen else []

    def stand_at(self, conditions: Conditions) -> list[int]:
        """Numbers of the places of the desks that are open, EVERYWHERE for one that serves all places."""
        return self._places(conditions.region) if self.desk in conditions.open_points else []

    def ours(self, conditions: Conditions) -> float:
        """The region's share of the time at such a desk, and of what it costs, 0-1."""
        region, point = conditions.region, conditions.region.service_point(self.desk)
        return share_of_time(point, region, conditions.open_points, conditions.parameters)

    def _places(self, region: Region) -> list[int]:
        if self.desk != KINDS[VILLAGE_DESK]:
            return [EVERYWHERE]
        granted = region.service_point(self.desk).places
        return [k for k, name in enumerate(region.place_names) if name in granted and name in self.places]
