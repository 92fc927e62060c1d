"""A population in strata: how many residents of a place are alike, their mean own factors, when they become ready."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.clustering import groups_of_residents
from ikdsim.engine.mean_field.core.clustering import LEAST, own_axes
from ikdsim.engine.mean_field.core.strata import (
    PLACE_MEANS,
    POOLS,
    WAITING_POOL,
    Strata,
    adults,
    fill_strata,
    means_type,
)
from ikdsim.resident import stages as s
from ikdsim.resident.columns import Residents
from ikdsim.resident.tables import Tables, as_record

MOST_LINK: Final = 2.0
"""Where people hardly differ, the slope of one difference in another tells nothing."""


def make_strata(
    seed: int, residents: Residents, tables: Tables, useful: NDArray[np.float64], weeks: tuple[int, int], count: int
) -> Strata:
    """Group the `residents` of a seed into at most `count` strata a place, for a run over `weeks`, first and last.

    `useful` is the effect of usefulness in a usual week, by occupation.
    """
    first, last = weeks
    people, record = residents.people, as_record(tables)
    axes = own_axes(seed, first, people, useful, record)
    group = groups_of_residents(axes, adults(people, last), residents.place_start, count)
    strata = _empty_strata(residents, tables, count, last - first + 1)
    fill_strata(seed, strata, group, weeks, residents.people, residents.opens_household, record)
    size = np.zeros(strata.means.shape)
    np.add.at(size, (residents.place[group >= 0], group[group >= 0]), 1.0)
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
    _take_weighed(strata.means["factor"], strata.means["opposed"])
    _take_spreads(strata.means)
    strata.places["ready"] = np.maximum(strata.places["ready"], 1.0)
    strata.places["mates"] /= strata.places["ready"][:, np.newaxis]
    waiting = strata.start[..., WAITING_POOL].copy()
    for week, ready in enumerate(strata.ready.copy()):
        strata.ready[week] = ready / np.maximum(waiting, 1.0)
        waiting += strata.enter[week, ..., WAITING_POOL] - ready


def _take_weighed(factor: NDArray[np.float64], opposed: NDArray[np.float64]) -> None:
    """Make the means that core/strata.weighed tells of, of mean waits and weighed means."""
    factor[..., s.REFUSING, 0] /= np.maximum(opposed, LEAST)
    factor[..., s.INTENDING, :] = 1.0 / np.maximum(factor[..., s.INTENDING, :], LEAST)


def _take_spreads(means: NDArray[np.void]) -> None:
    """Make relative variances of mean squares, and a slope of the mean product."""
    for name in ("openness", "decisiveness"):
        spread, square = means[f"{name}_spread"], means[name] ** 2
        spread[:] = np.maximum(spread - square, 0.0) / np.maximum(square, LEAST)
    products = np.maximum(means["openness"] * means["decisiveness"], LEAST)
    together = means["link"] / products - 1.0
    means["link"] = np.clip(together / np.maximum(means["openness_spread"], LEAST), 0.0, MOST_LINK)
