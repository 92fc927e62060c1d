"""Wards: the RW of each place, some RTs side by side. A visit is held in the hall of one; most come from there."""

from itertools import accumulate

from ikdsim.provenance import Parameters
from ikdsim.region.places import Place
from ikdsim.region.region import Region


def wards_of(place: Place, parameters: Parameters) -> int:
    """How many wards of `population.ward_residents` a place has: as come nearest to its residents, one at least."""
    return max(1, round(place.residents / parameters.value("population.ward_residents")))


def ward_starts(region: Region, parameters: Parameters) -> tuple[int, ...]:
    """Number of the first ward of each place, and of all wards at the end; places + 1 numbers."""
    return tuple(accumulate((wards_of(place, parameters) for place in region.places), initial=0))
