"""Demand at the desks that serve the whole regency: what part of their time a region asks for.

A desk of the regency serves whoever comes, so a region has the part of its time that its residents bring errands
there. All kecamatan bring errands by the same rule (service/errands.py): distance decides which desk, and deters some.
"""

import math
from collections.abc import Collection, Iterable, Mapping

from ikdsim.provenance import Parameters
from ikdsim.region.places import Place
from ikdsim.region.region import Region
from ikdsim.region.service_points import LOCAL_DESK, ServicePoint


def share_of_time(point: ServicePoint, region: Region, open_points: Collection[str], parameters: Parameters) -> float:
    """Share of the officers of `point` that serves the region, 0-1, while the desks named `open_points` are open.

    1 at a desk of the region's own; at a desk of the regency the errands that the region's residents bring there, of
    all that residents of the regency bring.
    """
    if not point.serves_regency:
        return 1.0
    ours = [(place.residents, kilometres_of_place(place, region)) for place in region.places]
    others = [(other.residents, other.km) for other in region.elsewhere]

    def brought(people: Iterable[tuple[int, Mapping[str, float]]]) -> float:
        return sum(count * errands_at(point.id, _open(km, open_points), parameters) for count, km in people)

    here = brought(ours)
    return here / (here + brought(others))


def errands_at(desk: str, kilometres: Mapping[str, float], parameters: Parameters) -> float:
    """Errands a year that a resident of 17-34 brings to `desk`, for each unit of the desk's own weight.

    `kilometres` are the resident's ways to all open desks.
    """
    value = parameters.value
    near = {name: math.exp(-km / value("implementation.distance_decay")) for name, km in kilometres.items()}
    drawn = sum(value(f"implementation.errand_weight_{name}") * nearness for name, nearness in near.items())
    next_door = value(f"implementation.errand_weight_{LOCAL_DESK}")
    deterred = value("implementation.errands_deterred")
    total = value("implementation.errands_per_year") * (1.0 - deterred + deterred * min(drawn, next_door) / next_door)
    return total * near[desk] / drawn


def kilometres_of_place(place: Place, region: Region) -> dict[str, float]:
    """Way of a place's residents to each desk, km; infinite to a desk that serves other places."""
    return {point.id: _way(place, point) for point in region.service_points}


def _way(place: Place, point: ServicePoint) -> float:
    if not point.places:
        return place.km[point.id]
    return 0.0 if place.name in point.places else math.inf


def _open(kilometres: Mapping[str, float], open_points: Collection[str]) -> dict[str, float]:
    return {name: km for name, km in kilometres.items() if name in open_points}
