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


def attraction(
    point: ServicePoint, parameters: Parameters, further_hours: float = 0.0, late_hours: float = 0.0
) -> float:
    """How strongly a desk next door draws residents, whatever they come for: its own weight, as far as it is staffed.

    Hours of its officers, and `further_hours` of others (negative if its own are away), count up to a full week; a desk
    with more serves more. `late_hours` that it is open in the evening or at the weekend come on top.
    """
    full_week = parameters.value("implementation.full_week_hours")
    staffed = point.officers.value * point.hours_per_week.value + further_hours
    part_of_week = max(0.0, min(1.0, staffed / full_week))
    late = parameters.value("implementation.late_draw") * late_hours / full_week
    return parameters.value(f"implementation.attraction_{point.id}") * (part_of_week + late)


def share_of_time(point: ServicePoint, region: Region, open_points: Collection[str], parameters: Parameters) -> float:
    """Share of the officers of `point` that serves the region, 0-1, while the desks named `open_points` are open.

    1 at a desk of the region's own; at a desk of the regency the errands that the region's residents bring there, of
    all that residents of the regency bring.
    """
    if not point.serves_regency:
        return 1.0
    desks = {desk.id: attraction(desk, parameters) for desk in region.service_points if desk.id in open_points}
    ours = [(place.residents, kilometres_of_place(place, region)) for place in region.places]
    others = [(other.residents, other.km) for other in region.elsewhere]

    def brought(people: Iterable[tuple[int, Mapping[str, float]]]) -> float:
        return sum(count * errands_at(point.id, km, desks, parameters) for count, km in people)

    here = brought(ours)
    return here / (here + brought(others))


def errands_at(desk: str, kilometres: Mapping[str, float], desks: Mapping[str, float], parameters: Parameters) -> float:
    """Errands a year that a resident of 17-34 brings to `desk`, for each unit of its own attraction.

    `kilometres` are the resident's ways to desks, `desks` the attraction of those that are open.
    """
    value = parameters.value
    decay = value("implementation.distance_decay")
    near = {name: math.exp(-km / decay) for name, km in kilometres.items() if name in desks}
    drawn = sum(desks[name] * nearness for name, nearness in near.items())
    total = value("implementation.errands_per_year") * part_not_deterred(drawn, parameters)
    return total * near[desk] / drawn


def part_not_deterred(drawn: float, parameters: Parameters) -> float:
    """Part of all errands that distance does not deter, 0-1, by how strongly open desks draw in all."""
    deterred = parameters.value("implementation.errands_deterred")
    next_door = parameters.value(f"implementation.attraction_{LOCAL_DESK}")
    return 1.0 - deterred + deterred * (min(drawn, next_door) / next_door)


def kilometres_of_place(place: Place, region: Region) -> dict[str, float]:
    """Way of a place's residents to each desk, km; infinite to a desk that serves other places."""
    return {point.id: _way(place, point) for point in region.service_points}


def _way(place: Place, point: ServicePoint) -> float:
    if not point.places:
        return place.km[point.id]
    return 0.0 if place.name in point.places else math.inf
