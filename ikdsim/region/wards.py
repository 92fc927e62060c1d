"""Wards: the RW of each place, some RTs side by side. A visit is held in the hall of one; most come from there."""

from itertools import accumulate

from ikdsim.provenance import Parameters
from ikdsim.region.region import Region


def ward_starts(region: Region, parameters: Parameters) -> tuple[int, ...]:
    """Number of the first ward of each place, and of all wards at the end; places + 1 numbers.

    A place has as many wards of `population.ward_residents` as come nearest to its residents, one at least.
    """
    size = parameters.value("population.ward_residents")
    return tuple(accumulate((max(1, round(place.residents / size)) for place in region.places), initial=0))
