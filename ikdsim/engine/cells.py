"""Cells of the mean-field twin: how many residents of a place are alike, their mean own factors, when they are ready.

Within a cell two pools are told apart exactly: those who can be activated (recorded, with a supported phone) and those
who wait for it. Who turns 17 in the run joins then.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.grouping import groups_of_residents, own_axes
from ikdsim.kernel import kernel, rule
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.causes import RIVAL_COUNT
from ikdsim.resident.columns import OCCUPATIONS, Residents
from ikdsim.resident.confirmation import DISENCHANTMENT_SLOT
from ikdsim.resident.factors import own_factor
from ikdsim.resident.implementation import (
    WALK_IN_SLOT,
    adult_week,
    handling_ms,
    ready_week,
    trust_after_disappointment,
)
from ikdsim.resident.persuasion import accepts_on_the_spot
from ikdsim.resident.tables import Tables

WAITING: Final = 0
READY: Final = 1
POOLS: Final = 2
MOST_MATES: Final = 16
"""Ready household members beyond this number, himself not counted, are not told apart."""


class Cells(NamedTuple):
    """Means over the residents of a cell; shape (places, cells) and more axes where said."""

    factor: NDArray[np.float64]
    """Own factor for each rival cause, at the age of the first week; axes stage, slot."""
    gave_up: NDArray[np.float64]
    """The same in the favourable stage after so many disappointments that he gave up; axis slot."""
    disenchanted: NDArray[np.float64]
    """Own factor for disenchantment of an active resident; axis disappointments before."""
    turn_up_growth: NDArray[np.float64]
    """How much the factor for turning up is greater at the age of the last week."""
    accept: NDArray[np.float64]
    """Probability to accept on the spot where officers and usefulness add nothing, before it is clipped; axis stage."""
    errand: NDArray[np.float64]
    """Factor on errands, at the age of the first week."""
    handling_ms: NDArray[np.float64]
    """Officer time for one activation at a station of speed 1."""
    mates: NDArray[np.float64]
    """Others in the household who are ready in the middle of the run."""
    already_aware: NDArray[np.float64]
    occupation: NDArray[np.float64]
    """Share of each occupation; axis occupation."""
    card: NDArray[np.float64]
    """Share with a printed card; axis pool."""
    start: NDArray[np.float64]
    """Adults before the first week; axis pool."""
    enter: NDArray[np.float64]
    """Residents who turn 17; shape (weeks, places, cells, pools)."""
    ready: NDArray[np.float64]
    """Share of the waiting who become ready; shape (weeks, places, cells)."""
    residents: NDArray[np.float64]
    """Residents of each place, children included; shape (places,)."""
    ready_in_place: NDArray[np.float64]
    """Those ready in the middle of the run; shape (places,)."""
    mates_in_place: NDArray[np.float64]
    """Share of these who have so many ready household members; shape (places, MOST_MATES)."""


def make_cells(
    residents: Residents, tables: Tables, useful: NDArray[np.float64], weeks: tuple[int, int], count: int
) -> Cells:
    """Group `residents` into at most `count` cells a place, for a run from the first to the last of `weeks`.

    `useful` is the effect of usefulness by occupation in a usual week.
    """
    first, last = weeks
    adult = adults(residents, last)
    axes = own_axes(first, residents, useful, tables)
    group = groups_of_residents(axes, adult, residents.place_start, count)
    cells = blank_cells(residents, tables, count, last - first + 1)
    fill_cells(cells, group, weeks, residents, tables)
    return cells


@kernel
def adults(residents: Residents, week: int) -> NDArray[np.bool_]:
    """Who is 17 or over in `week`."""
    adult = np.empty(len(residents.place), np.bool_)
    for i in range(len(adult)):
        adult[i] = adult_week(residents.birth_week[i]) <= week
    return adult


def blank_cells(residents: Residents, tables: Tables, count: int, weeks: int) -> Cells:
    """Cells of nobody."""
    shape = (len(residents.place_start) - 1, count)
    return Cells(
        factor=np.zeros((*shape, len(s.STAGES), s.MOST_RIVALS)),
        gave_up=np.zeros((*shape, s.MOST_RIVALS)),
        disenchanted=np.zeros((*shape, tables.most_tries)),
        turn_up_growth=np.zeros(shape),
        accept=np.zeros((*shape, len(s.STAGES))),
        errand=np.zeros(shape),
        handling_ms=np.zeros(shape),
        mates=np.zeros(shape),
        already_aware=np.zeros(shape),
        occupation=np.zeros((*shape, len(OCCUPATIONS))),
        card=np.zeros((*shape, POOLS)),
        start=np.zeros((*shape, POOLS)),
        enter=np.zeros((weeks, *shape, POOLS)),
        ready=np.zeros((weeks, *shape)),
        residents=np.diff(residents.place_start).astype(np.float64),
        ready_in_place=np.zeros(shape[0]),
        mates_in_place=np.zeros((shape[0], MOST_MATES)),
    )


@rule
def ready_of(i: int, residents: Residents) -> int:
    """First week in which resident `i` can be activated."""
    return ready_week(residents.birth_week[i], residents.recorded_week[i], residents.supported_week[i])


@rule
def add_factors(i: int, k: int, weeks: tuple[int, int], cells: Cells, residents: Residents, tables: Tables) -> None:
    """Add the own factors of resident `i` to cell `k` of his place."""
    r, p = residents, residents.place[i]
    online, literacy, trust = r.online[i], int(r.literacy[i]), int(r.trust[i])
    adult = adult_week(r.birth_week[i])
    band, later = age_band(r.birth_week[i], max(weeks[0], adult)), age_band(r.birth_week[i], weeks[1])
    for stage in range(len(s.STAGES)):
        cells.accept[p, k, stage] += accepts_on_the_spot(stage, trust, literacy, 1.0, tables)
        for slot in range(RIVAL_COUNT[stage]):
            cells.factor[p, k, stage, slot] += own_factor(stage, slot, online, band, literacy, trust, 0, tables)
    cells.turn_up_growth[p, k] += own_factor(s.INTENDING, WALK_IN_SLOT, online, later, literacy, trust, 0, tables)
    cells.turn_up_growth[p, k] -= own_factor(s.INTENDING, WALK_IN_SLOT, online, band, literacy, trust, 0, tables)
    cells.errand[p, k] += tables.errands_by_age[band]
    cells.handling_ms[p, k] += handling_ms(literacy, 1.0, tables)
    for tries in range(tables.most_tries):
        cells.disenchanted[p, k, tries] += own_factor(
            s.ACTIVE, DISENCHANTMENT_SLOT, online, band, literacy, trust, 0, tables
        )
        trust = trust_after_disappointment(trust, tables)
    for slot in range(s.MOST_RIVALS):
        cells.gave_up[p, k, slot] += own_factor(s.FAVOURABLE, slot, online, band, literacy, trust, 0, tables)


@rule
def add_pools(i: int, k: int, weeks: tuple[int, int], cells: Cells, residents: Residents) -> None:
    """Count resident `i` in the pool in which he starts or enters, and when he becomes ready."""
    p, adult, ready = residents.place[i], adult_week(residents.birth_week[i]), ready_of(i, residents)
    pool = READY if ready <= max(adult, weeks[0] - 1) else WAITING
    if adult < weeks[0]:
        cells.start[p, k, pool] += 1.0
        cells.card[p, k, pool] += residents.card[i]
    else:
        cells.enter[adult - weeks[0], p, k, pool] += 1.0
    if pool == WAITING and ready <= weeks[1]:
        cells.ready[ready - weeks[0], p, k] += 1.0


@rule
def add_household(first: int, end: int, middle: int, cells: Cells, group: NDArray[np.int64], r: Residents) -> None:
    """Count the ready mates of everybody in the household of rows `first` to `end`."""
    p, ready = r.place[first], 0
    for i in range(first, end):
        ready += ready_of(i, r) <= middle
    for i in range(first, end):
        is_ready = ready_of(i, r) <= middle
        if group[i] >= 0:
            cells.mates[p, group[i]] += ready - is_ready
        if is_ready:
            cells.ready_in_place[p] += 1.0
            cells.mates_in_place[p, min(ready - 1, MOST_MATES - 1)] += 1.0


@rule
def take_means(p: int, k: int, size: float, cells: Cells, tables: Tables) -> None:
    """Divide the sums of a cell by its `size`."""
    for stage in range(len(s.STAGES)):
        cells.accept[p, k, stage] /= size
        for slot in range(s.MOST_RIVALS):
            cells.factor[p, k, stage, slot] /= size
    for slot in range(s.MOST_RIVALS):
        cells.gave_up[p, k, slot] /= size
    for tries in range(tables.most_tries):
        cells.disenchanted[p, k, tries] /= size
    for occupation in range(cells.occupation.shape[2]):
        cells.occupation[p, k, occupation] /= size
    for pool in range(POOLS):
        cells.card[p, k, pool] /= max(cells.start[p, k, pool], 1.0)
    for mean in (cells.turn_up_growth, cells.errand, cells.handling_ms, cells.mates, cells.already_aware):
        mean[p, k] /= size


@rule
def take_shares(p: int, k: int, cells: Cells) -> None:
    """Turn numbers of residents who become ready into shares of those who wait."""
    waiting = cells.start[p, k, WAITING]
    for w in range(len(cells.ready)):
        ready = cells.ready[w, p, k]
        if ready > 0.0:
            cells.ready[w, p, k] = ready / waiting
        waiting += cells.enter[w, p, k, WAITING] - ready


@kernel
def fill_cells(
    cells: Cells, group: NDArray[np.int64], weeks: tuple[int, int], residents: Residents, tables: Tables
) -> None:
    """Sum up the residents of each cell; `group` is -1 for those under 17 throughout."""
    middle = (weeks[0] + weeks[1]) // 2
    size = np.zeros(cells.errand.shape)
    first = 0
    for i in range(len(group)):
        if i + 1 == len(group) or residents.household[i + 1] != residents.household[i]:
            add_household(first, i + 1, middle, cells, group, residents)
            first = i + 1
        if group[i] >= 0:
            p, k = residents.place[i], group[i]
            size[p, k] += 1.0
            add_factors(i, k, weeks, cells, residents, tables)
            add_pools(i, k, weeks, cells, residents)
            cells.occupation[p, k, residents.occupation[i]] += 1.0
            cells.already_aware[p, k] += tables.already_aware[residents.occupation[i]]
    for p in range(len(size)):
        cells.mates_in_place[p] /= max(cells.ready_in_place[p], 1.0)
        for k in range(len(size[p])):
            take_means(p, k, max(size[p, k], 1.0), cells, tables)
            take_shares(p, k, cells)
