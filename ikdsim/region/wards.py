"""Wards: the RW of each place, some RTs side by side. A visit is held in the hall of one; most come from there."""

import numpy as np
from numpy.typing import NDArray

from ikdsim.provenance import Parameters
from ikdsim.region.region import Region


def ward_starts(region: Region, parameters: Parameters) -> NDArray[np.int64]:
    """Number of the first ward of each place, and of all wards at the end; shape (places + 1,).

    A place has as many wards of `population.ward_residents` as come nearest to its residents, one at least.
    """
    size = parameters.value("population.ward_residents")
    counts = [max(1, round(place.residents / size)) for place in region.places]
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def place_of_wards(starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number of the place of each ward, shape (wards,)."""
    return np.repeat(np.arange(len(starts) - 1), np.diff(starts))
