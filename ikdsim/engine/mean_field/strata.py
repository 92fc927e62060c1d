"""A population in strata: how many residents of a place are alike, their mean own factors, when they become ready."""

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.clustering import groups_of_residents, levels_of_residents
from ikdsim.engine.mean_field.core.clustering import LEAST, own_axes, ranks_of
from ikdsim.engine.mean_field.core.filling import adults, change_people, fill_strata
from ikdsim.engine.mean_field.core.strata import (
    LIFE,
    NO_CHANGE,
    PLACE_MEANS,
    POOLS,
    READY_POOL,
    WAITING_POOL,
    Strata,
    means_type,
)
from ikdsim.resident import stages as s
from ikdsim.resident.changes import ARRIVAL, COLUMNS, DATES, GAINS, HEARD, Changes
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

    There are at most `count` strata a place.
    """
    first, last = weeks
    record = as_record(tables)
    people, lives, who, others = group_people(seed, start, changes, tables, weeks, count)
    strata = _empty_strata(start, tables, count, last - first + 1)
    fill_strata(strata, weeks, people, lives, start.opens_household, record)
    size, grouped = np.zeros(strata.means.shape), lives["stratum"] >= 0
    np.add.at(size, (people["place"][grouped], lives["stratum"][grouped]), 1.0)
    sums, present = strata.means.copy(), _take_shares(strata)
    strata.means[:] = means_of(sums, size)
    _take_instructed(strata, (who, others), (people, lives), present, first)
    is_gain = np.isin(others["what"], GAINS) & (others["week"] >= first) & (others["week"] <= last)
    gains = (who[is_gain], others[is_gain])
    return _with_gains(strata, gains, (people, lives), (sums, size, present), weeks, record)


def _take_instructed(
    strata: Strata,
    changes: tuple[NDArray[np.int64], NDArray[np.void]],
    everybody: tuple[NDArray[np.void], NDArray[np.void]],
    present: NDArray[np.float64],
    first: int,
) -> None:
    """Write which share of the adults `present`, by week from the `first` on and stratum, is told to activate IKD."""
    (who, dated), (people, lives) = changes, everybody
    told = (dated["what"] == HEARD) & (dated["stage"] == s.INTENDING) & (lives["stratum"][who] >= 0)
    at = (dated["week"][told] - first, people["place"][who[told]], lives["stratum"][who[told]])
    np.add.at(strata.instructed, at, 1.0 / np.maximum(present[at], 1.0))


def group_people(
    seed: int,
    start: Residents,
    changes: Changes,
    tables: Tables,
    weeks: tuple[int, int],
    count: int,
) -> tuple[NDArray[np.void], NDArray[np.void], NDArray[np.int64], NDArray[np.void]]:
    """All who ever live there, and their lives: records of PERSON and of LIFE, each with a stratum and a level.

    Beside them whose is which change other than an arrival. Arguments as in `make_strata`.
    """
    people, record = np.concatenate([start.people, changes.newcomers]), as_record(tables)
    lives, who, others = _lives(people, len(start.people), changes)
    lives["inclination"] = ranks_of(seed, lives["row"], lives["life"])
    axes, readiness = own_axes(weeks[0], people, lives, record)
    by_place = np.argsort(people["place"], kind="stable")
    bounds = np.searchsorted(people["place"][by_place], np.arange(len(start.place_start))).astype(np.int32)
    is_adult = adults(people, weeks[1])[by_place]
    lives["stratum"][by_place] = groups_of_residents(axes[by_place], is_adult, bounds, count)
    group = np.where(lives["stratum"] < 0, -1, people["place"] * np.int64(count) + lives["stratum"])
    lives["level"] = levels_of_residents(readiness, group)
    return people, lives, who, others


def _with_gains(
    strata: Strata,
    gains: tuple[NDArray[np.int64], NDArray[np.void]],
    everybody: tuple[NDArray[np.void], NDArray[np.void]],
    counted: tuple[NDArray[np.void], NDArray[np.float64], NDArray[np.float64]],
    weeks: tuple[int, int],
    record: Tables,
) -> Strata:
    """The strata, whose means change in the weeks in which residents `gain` literacy, trust or a connection.

    `counted` are sums and numbers of all who ever live in a stratum, and adults by week: a gain weighs as much as those
    who have it do among the adults of that week.
    """
    (who, dated), (people, lives), (sums, size, present) = gains, everybody, counted
    later: list[NDArray[np.void]] = []
    for week in np.unique(dated["week"]):
        these, before, after = dated["week"] == week, np.zeros_like(sums), np.zeros_like(sums)
        change_people((dated[these], who[these]), weeks, people, lives, (before, after), record)
        weight = size / np.maximum(present[week - weeks[0]], 1.0)
        for name in sums.dtype.names or ():
            gain = after[name] - before[name]
            sums[name] += gain * weight.reshape(*weight.shape, *[1] * (gain.ndim - weight.ndim))
        strata.changed[week - weeks[0]] = len(later)
        later.append(means_of(sums, size))
    return strata._replace(later_means=np.array(later)) if later else strata


def _lives(
    people: NDArray[np.void], starting: int, changes: Changes
) -> tuple[NDArray[np.void], NDArray[np.int64], NDArray[np.void]]:
    """When each of `people` lives there, records of LIFE; dates that come earlier are written into `people`.

    And who has which change, other than an arrival.
    """
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
    heard = (others["what"] == HEARD) & (others["stage"] < s.INTENDING)
    np.maximum.at(lives["stage"], who[heard], others["stage"][heard])
    for what in DATES:
        these = others["what"] == what
        np.minimum.at(people[COLUMNS[what]], who[these], others["value"][these].astype(np.int16))
    return lives, who, others


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
        instructed=np.zeros((weeks, *shape)),
        changed=np.full(weeks, NO_CHANGE),
        later_means=np.zeros((0, *shape), means_type(tables.most_tries)),
    )
    strata.places["residents"] = np.diff(residents.place_start)
    return strata


def means_of(sums: NDArray[np.void], size: NDArray[np.float64]) -> NDArray[np.void]:
    """Means of strata of these `size`s, of sums over their residents."""
    means = sums.copy()
    for name in means.dtype.names or ():
        means[name] /= np.maximum(size, 1.0).reshape(*size.shape, *[1] * (means[name].ndim - size.ndim))
    factor = means["factor"]
    means["given_up"][..., DECISION_SLOT] /= np.maximum(factor[..., s.FAVOURABLE, DECISION_SLOT], LEAST)
    _take_weighed(factor, means["opposed"])
    _take_levels(means)
    square = np.maximum(factor[..., s.INTENDING, WALK_IN_SLOT] ** 2, LEAST)
    means["turn_up_spread"] = np.maximum(means["turn_up_spread"] / square - 1.0, 0.0)
    return means


def _take_shares(strata: Strata) -> NDArray[np.float64]:
    """Divide numbers: cards by adults, who becomes ready by who waits; returns adults by week and stratum."""
    strata.places["ready"] = np.maximum(strata.places["ready"], 1.0)
    strata.places["mates"] /= strata.places["ready"][:, np.newaxis]
    adult, present = strata.start.copy(), np.zeros_like(strata.recorded)
    np.cumsum(strata.card, axis=0, out=strata.card)
    for week, ready in enumerate(strata.ready.copy()):
        present[week] = adult.sum(axis=-1)
        strata.card[week] /= np.maximum(adult, 1.0)
        strata.recorded[week] /= np.maximum(present[week], 1.0)
        strata.ready[week] = ready / np.maximum(adult[..., WAITING_POOL], 1.0)
        adult[..., WAITING_POOL] -= ready
        adult[..., READY_POOL] += ready
        left = strata.leave[week].copy()
        strata.leave[week] = np.minimum(left / np.maximum(adult, 1.0), 1.0)
        adult += strata.enter[week].sum(axis=-1) - left
    return present


def _take_weighed(factor: NDArray[np.float64], opposed: NDArray[np.float64]) -> None:
    """Make the means that core/filling.weighed tells of, of weighed means; and ratios of means."""
    factor[..., s.AWARE, ONLINE_SLOT] /= np.maximum(factor[..., s.AWARE, PERSUASION_SLOT], LEAST)
    factor[..., s.REFUSING, 0] /= np.maximum(opposed, LEAST)


def _take_levels(means: NDArray[np.void]) -> None:
    """Divide the sums of each level by its number."""
    share = np.maximum(means["share"], LEAST)
    means["openness"] /= share
    means["decisiveness"] /= share
