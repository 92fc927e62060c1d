"""A stand on a car-free day: officers explain IKD to whoever passes on a Sunday morning, and activate it at once.

Passers-by come for the morning and not for papers: no errands are served. Everybody who stops has IKD explained, as far
as the officers' time lasts.
"""

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.conditions import Visit
from ikdsim.randomness import ONE
from ikdsim.region.distance import great_circle_km
from ikdsim.region.places import Place
from ikdsim.service.kinds import CAR_FREE_DAY
from ikdsim.service.service import Opening
from ikdsim.service.visit import VisitingService, reach_by_distance


class CarFreeDayStand(VisitingService):
    """A stand in a place, for those who live near its centre, whatever their own place."""

    kind = CAR_FREE_DAY
    serves_errands = False

    def reach(self, visit: Visit, opening: Opening) -> NDArray[np.float64]:
        """The nearer residents live, the more of them come."""
        places, catchment = opening.conditions.region.places, "implementation.car_free_day_catchment"
        there = _site(places[visit.place])
        kilometres = (great_circle_km(_site(place), there) for place in places)
        return reach_by_distance(kilometres, opening.conditions.parameters.value(catchment), opening)

    def draw_residents(self, position: int, visit: Visit, opening: Opening) -> None:
        """As a visit does; whoever stops is offered IKD."""
        super().draw_residents(position, visit, opening)
        opening.supply.offer[position] = opening.supply.offer_without_card[position] = ONE


def _site(place: Place) -> tuple[float, float]:
    return place.latitude, place.longitude
