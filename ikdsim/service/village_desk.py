"""The desk in a kelurahan or desa office, where one has been given access to the central system (authority)."""

import math

from ikdsim.region.region import Region
from ikdsim.service.desk import Desk
from ikdsim.service.kinds import VILLAGE_DESK
from ikdsim.service.supply import Station


class VillageDesk(Desk):
    """One desk for each place that has access rights; it serves its own residents."""

    kind = VILLAGE_DESK
    point_id = "village_desk"

    def stations(self, region: Region) -> list[Station]:
        """One station for each place with access rights."""
        granted = region.service_point(self.point_id).places
        return [Station(self.kind, k) for k, place in enumerate(region.places) if place.name in granted]

    def kilometres(self, station: Station, place: int, region: Region) -> float:
        """Next door for its own residents; others are not served."""
        return 0.0 if place == station.place else math.inf
