"""A population in strata: how many residents of a place are alike, their mean own factors, when they become ready."""

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.clustering import groups_of_residents, levels_of_residents
from ikdsim.engine.mean_field.core.clustering import LEAST, own_axes, ranks_of
from ikdsim.engine.mean_field.core.filling import adults, fill_strata
from ikdsim.engine.mean_field.core.strata import (
    LIFE,
    PLACE_MEANS,
    POOLS,
    READY_POOL,
    WAITING_POOL,
    Strata,
    means_type,
)
from ikdsim.resident import stages as s
from ikdsim.resident.changes import ARRIVAL, COLUMNS, DATES, HEARD, Changes
from ikdsim.resident.columns import NO_WEEK, Residents
from ikdsim.resident.decision import DECISION_SLOT
from ikdsim.resident.implementation import WALK_IN_SLOT
from ikdsim.resident.persuasion import ONLINE_SLOT, PERSUASION_SLOT
from ikdsim.resident.tables import Tables, as_record


def make_strata(
    seed: int,
    start: Residents,
    changes: Changes,
    tables: Tables,
    weeks: tuple[int, int],
    count: int,
) -> Strata:
    """Group the residents of a seed at the `start` and the newcomers of a run over `weeks` (first, last) into strata.

    There are at most `count` strata a place. Of other changes those count that make a record or a phone come earlier.
    """
    first, last = weeks
    people, record = np.concatenate([start.people, changes.newcomers]), as_record(tables)
    lives = _lives(people, len(start.people), changes)
    lives["inclination"] = ranks_of(seed, lives["row"], lives["life"])
    axes, readiness = own_axes(first, people, lives, record)
    by_place = np.argsort(people["place"], kind="stable")
    bounds = np.searchsorted(people["place"][by_place], np.arange(len(start.place_start))).astype(np.int32)
    lives["stratum"][by_place] = groups_of_residents(axes[by_place], adults(people, last)[by_place], bounds, count)
    group = np.where(lives["stratum"] < 0, -1, people["place"] * np.int64(count) + lives["stratum"])
    lives["level"] = levels_of_residents(readiness, group)
    strata = _empty_strata(start, tables, count, last - first + 1)
    fill_strata(strata, weeks, people, lives, start.opens_household, record)
    size, grouped = np.zeros(strata.means.shape), lives["stratum"] >= 0
    np.add.at(size, (people["place"][grouped], lives["stratum"][grouped]), 1.0)
    _take_means(strata, size)
    return strata


def _lives(people: NDArray[np.void], starting: int, changes: Changes) -> NDArray[np.void]:
    """When each of `people` lives there, records of LIFE; dates that come earlier are written into `people`."""
    lives = np.zeros(len(people), LIFE)
    lives["until"], lives["row"][:starting] = NO_WEEK, np.arange(starting)
    arrivals = changes.dated[changes.dated["what"] == ARRIVAL]
    number = starting + arrivals["value"]
    lives["until"][arrivals["row"]], lives["since"][number] = arrivals["week"], arrivals["week"]
    lives["stage"][number] = arrivals["stage"]
    lives["row"][number], lives["life"][number] = arrivals["row"], 1
    newcomer = np.full(starting, -1)
    newcomer[arrivals["row"]] = number
    others = changes.dated[changes.dated["what"] != ARRIVAL]
    who = np.where(others["week"] < lives["until"][others["row"]], others["row"], newcomer[others["row"]])
    heard = others["what"] == HEARD
    np.maximum.at(lives["stage"], who[heard], others["stage"][heard])
    for what in DATES:
        these = others["what"] == what
        np.minimum.at(people[COLUMNS[what]], who[these], others["value"][these].astype(np.int16))
    return lives


def _empty_strata(residents: Residents, tables: Tables, count: int, weeks: int) -> Strata:
    """Strata of nobody."""
    shape = (len(residents.place_start) - 1, count)
    strata = Strata(
        means=np.zeros(shape, means_type(tables.most_tries)),
        places=np.zeros(shape[0], PLACE_MEANS),
        start=np.zeros((*shape, POOLS)),
        enter=np.zeros((weeks, *shape, POOLS, len(s.STAGES))),
        leave=np.zeros((weeks, *shape, POOLS)),
        card=np.zeros((weeks + 1, *shape, POOLS)),
        recorded=np.zeros((weeks, *shape)),
        ready=np.zeros((weeks, *shape)),
    )
    strata.places["residents"] = np.diff(residents.place_start)
    return strata


def _take_means(strata: Strata, size: NDArray[np.float64]) -> None:
    """Divide sums by numbers: those of a stratum by its `size`, cards by adults, who becomes ready by who waits."""
    for name in strata.means.dtype.names or ():
        sums = strata.means[name]
        sums /= np.maximum(size, 1.0).reshape(*size.shape, *[1] * (sums.ndim - size.ndim))
    factor = strata.means["factor"]
    strata.means["given_up"][..., DECISION_SLOT] /= np.maximum(factor[..., s.FAVOURABLE, DECISION_SLOT], LEAST)
    _take_weighed(factor, strata.means["opposed"])
    _take_levels(strata.means)
    square = np.maximum(factor[..., s.INTENDING, WALK_IN_SLOT] ** 2, LEAST)
    strata.means["turn_up_spread"] = np.maximum(strata.means["turn_up_spread"] / square - 1.0, 0.0)
    strata.places["ready"] = np.maximum(strata.places["ready"], 1.0)
    strata.places["mates"] /= strata.places["ready"][:, np.newaxis]
    adult = strata.start.copy()
    np.cumsum(strata.card, axis=0, out=strata.card)
    for week, ready in enumerate(strata.ready.copy()):
        strata.card[week] /= np.maximum(adult, 1.0)
        strata.recorded[week] /= np.maximum(adult.sum(axis=-1), 1.0)
        strata.ready[week] = ready / np.maximum(adult[..., WAITING_POOL], 1.0)
        adult[..., WAITING_POOL] -= ready
        adult[..., READY_POOL] += ready
        left = strata.leave[week].copy()
        strata.leave[week] = np.minimum(left / np.maximum(adult, 1.0), 1.0)
        adult += strata.enter[week].sum(axis=-1) - left


def _take_weighed(factor: NDArray[np.float64], opposed: NDArray[np.float64]) -> None:
    """Make the means that core/filling.weighed tells of, of weighed means; and ratios of means."""
    factor[..., s.AWARE, ONLINE_SLOT] /= np.maximum(factor[..., s.AWARE, PERSUASION_SLOT], LEAST)
    factor[..., s.REFUSING, 0] /= np.maximum(opposed, LEAST)


def _take_levels(means: NDArray[np.void]) -> None:
    """Divide the sums of each level by its number."""
    share = np.maximum(means["share"], LEAST)
    means["openness"] /= share
    means["decisiveness"] /= share
