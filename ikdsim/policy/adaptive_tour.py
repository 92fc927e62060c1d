"""Adaptive tour: a service vehicle that goes, until the next review, where the fewest of the recorded use IKD."""

import dataclasses
from dataclasses import dataclass
from typing import Self

from ikdsim.agency.review import Seen
from ikdsim.policy.base import AnsweringPolicy, Misfit
from ikdsim.policy.service_vehicle import ServiceVehicle
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import whole


@dataclass(frozen=True, kw_only=True)
class AdaptiveTour(ServiceVehicle, AnsweringPolicy):
    """Days on tour, in turn over those of the places that were last at the review."""

    kind = "adaptive_tour"
    title = {"id": "Mobil layanan ke tempat tertinggal", "en": "Service vehicle to those behind"}
    decided_by = "regency"

    goes_to: int = whole(1, 100, "places that are visited until the next review", default=1)

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """More places to go to than there are to choose from, beside what no vehicle can do."""
        facts = {"value": self.goes_to, "high": len(self.places)}
        too_many = [Misfit("goes_beyond_places", "goes_to", facts)] if self.goes_to > len(self.places) else []
        return super().misfits(region, parameters) + too_many

    def answer(self, seen: Seen) -> Self:
        """Tour the places with the lowest share of users among the recorded; of equals the first of the region."""
        ours = [place for place in seen.places if place.name in self.places]
        behind = sorted(ours, key=lambda place: place.share_of_recorded)[: self.goes_to]
        return dataclasses.replace(self, places=tuple(place.name for place in behind))
