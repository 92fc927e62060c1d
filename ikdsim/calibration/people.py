"""The people of a seed for many runs of the twin: strata cut once, whose means are taken anew from a sample.

Who is in a stratum, who turns 17, arrives, leaves, has a card and is ready does not depend on the numbers that a
calibration changes; own factors do. These are means over residents of a stratum, and a few hundred of them, evenly
spaced in readiness, have the means of all nearly.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.clustering import SHARPNESS
from ikdsim.engine.mean_field.core.clustering import own_axes
from ikdsim.engine.mean_field.core.filling import fill_means
from ikdsim.engine.mean_field.core.strata import LEVELS, READY_POOL, WAITING_POOL, Strata, means_type
from ikdsim.engine.mean_field.engine import STRATA_PER_PLACE
from ikdsim.engine.mean_field.strata import group_people, make_strata, means_of
from ikdsim.resident import stages as s
from ikdsim.resident.tables import Tables, as_record
from ikdsim.setup import Setup

SAMPLE: Final = 512
"""Residents of each stratum whose own factors are taken."""
_NOT_USERS: Final = [stage for stage in range(len(s.STAGES)) if not s.is_user(stage)]


class SampledPeople:
    """The residents of a set-up, in strata that can be filled again under other numbers of the register.

    Nobody may sit in sessions: what they gain there would be lost.
    """

    def __init__(self, setup: Setup, sample: int = SAMPLE) -> None:
        self._weeks = (setup.first_week, setup.last_week)
        lives, count = setup.lives, STRATA_PER_PLACE
        people, each, _, _ = group_people(setup.seed, *lives, setup.tables, self._weeks, count)
        _, readiness = own_axes(setup.first_week, people, each, as_record(setup.tables))
        unopposed = setup.tables._replace(opposed_by_trust=np.zeros_like(setup.tables.opposed_by_trust))
        self._strata = make_strata(setup.seed, *lives, unopposed, self._weeks, count)
        self._shape = (*self._strata.means.shape, sample)
        chosen = _evenly(people["place"] * np.int64(count) + each["stratum"], each["stratum"], readiness, self._shape)
        self._people, self._lives = people[chosen], each[chosen]

    def strata(self, tables: Tables, recorded: NDArray[np.float64]) -> Strata:
        """The strata under other `tables`, with `recorded` times as many recorded residents in each place."""
        record = as_record(tables)
        _, readiness = own_axes(self._weeks[0], self._people, self._lives, record)
        self._lives["level"] = _levels(readiness.reshape(self._shape)).ravel()
        kind = means_type(tables.most_tries)
        sums = np.zeros(self._strata.means.shape, kind)
        fill_means(sums, self._weeks, self._people, self._lives, record)
        opposed = sums["opposed"] / self._shape[-1]
        means = means_of(sums, np.full(sums.shape, float(self._shape[-1])))
        means["mates"] = self._strata.means["mates"]
        return self._strata._replace(
            means=means,
            later_means=np.zeros((0, *means.shape), kind),
            start=_with_recorded(self._strata.start, recorded),
            enter=_with_opponents(self._strata.enter, np.minimum(opposed, 1.0)),
        )


def _evenly(
    group: NDArray[np.int64], stratum: NDArray[np.int16], readiness: NDArray[np.float64], shape: tuple[int, ...]
) -> NDArray[np.int64]:
    """Rows of as many residents of each group, evenly spaced in readiness; all groups one after the other."""
    order = np.lexsort((readiness, group))
    order = order[stratum[order] >= 0]
    bounds = np.searchsorted(group[order], np.arange(shape[0] * shape[1] + 1))
    part = (np.arange(shape[2]) + 0.5) / shape[2]
    at = bounds[:-1, None] + (part * np.diff(bounds)[:, None]).astype(np.int64)
    return np.asarray(order[at.ravel()])


def _levels(readiness: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Level of each resident among those of her or his stratum, last axis; see clustering.levels_of_residents."""
    order = np.argsort(readiness, axis=-1)
    weight = np.take_along_axis(readiness, order, axis=-1) ** SHARPNESS
    below = np.cumsum(weight, axis=-1) - 0.5 * weight
    levels = np.empty(readiness.shape, np.uint8)
    share = below / weight.sum(axis=-1, keepdims=True)
    np.put_along_axis(levels, order, np.minimum(share * LEVELS, LEVELS - 1).astype(np.uint8), axis=-1)
    return levels


def _with_recorded(start: NDArray[np.float64], factor: NDArray[np.float64]) -> NDArray[np.float64]:
    """Adults before the first week if `factor` times as many were recorded by place; the ready are among these."""
    changed = start.copy()
    adults = start.sum(axis=-1)
    changed[..., READY_POOL] = np.minimum(start[..., READY_POOL] * factor[:, None], adults)
    changed[..., WAITING_POOL] = adults - changed[..., READY_POOL]
    return changed


def _with_opponents(enter: NDArray[np.float64], opposed: NDArray[np.float64]) -> NDArray[np.float64]:
    """Who turns 17 or arrives, of whom a share is `opposed` by place and stratum, unless they use IKD."""
    changed = enter.copy()
    changed[..., _NOT_USERS] *= 1.0 - opposed[..., None, None]
    changed[..., s.REFUSING] += enter[..., _NOT_USERS].sum(axis=-1) * opposed[..., None]
    return changed
