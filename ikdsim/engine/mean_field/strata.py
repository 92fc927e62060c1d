"""A population in strata: how many residents of a place are alike, their mean own factors, when they become ready."""

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.clustering import groups_of_residents
from ikdsim.engine.mean_field.core.clustering import own_axes
from ikdsim.engine.mean_field.core.strata import (
    PLACE_MEANS,
    POOLS,
    WAITING_POOL,
    Strata,
    adults,
    fill_strata,
    means_type,
)
from ikdsim.resident.columns import Residents
from ikdsim.resident.tables import Tables, as_record


def make_strata(
    residents: Residents, tables: Tables, useful: NDArray[np.float64], weeks: tuple[int, int], count: int
) -> Strata:
    """Group `residents` into at most `count` strata a place, for a run from the first to the last of `weeks`.

    `useful` is the effect of usefulness in a usual week, by occupation.
    """
    first, last = weeks
    people, record = residents.people, as_record(tables)
    axes = own_axes(first, people, useful, record)
    group = groups_of_residents(axes, adults(people, last), residents.place_start, count)
    strata = _empty_strata(residents, tables, count, last - first + 1)
    size = np.zeros(strata.means.shape)
    fill_strata(strata, size, group, weeks, people, residents.opens_household, record)
    _take_means(strata, size)
    return strata


def _empty_strata(residents: Residents, tables: Tables, count: int, weeks: int) -> Strata:
    """Strata of nobody."""
    shape = (len(residents.place_start) - 1, count)
    strata = Strata(
        means=np.zeros(shape, means_type(tables.most_tries)),
        places=np.zeros(shape[0], PLACE_MEANS),
        start=np.zeros((*shape, POOLS)),
        enter=np.zeros((weeks, *shape, POOLS)),
        ready=np.zeros((weeks, *shape)),
    )
    strata.places["residents"] = np.diff(residents.place_start)
    return strata


def _take_means(strata: Strata, size: NDArray[np.float64]) -> None:
    """Divide sums by numbers: those of a stratum by its `size`, cards by adults, who becomes ready by who waits."""
    for name in strata.means.dtype.names or ():
        sums = strata.means[name]
        number = strata.start if name == "card" else size.reshape(*size.shape, *[1] * (sums.ndim - size.ndim))
        sums /= np.maximum(number, 1.0)
    strata.places["ready"] = np.maximum(strata.places["ready"], 1.0)
    strata.places["mates"] /= strata.places["ready"][:, np.newaxis]
    waiting = strata.start[..., WAITING_POOL].copy()
    for week, ready in enumerate(strata.ready.copy()):
        strata.ready[week] = ready / np.maximum(waiting, 1.0)
        waiting += strata.enter[week, ..., WAITING_POOL] - ready
