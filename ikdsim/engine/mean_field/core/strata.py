"""Strata of the mean-field twin: how many residents of a place are alike, their mean own factors, when they are ready.

Within a stratum two pools are told apart exactly: those who can be activated (recorded, with a supported phone) and
those who wait for it. Who turns 17 in the run joins then.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.clustering import groups_of_residents, own_axes
from ikdsim.kernel import inner, kernel
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.causes import RIVAL_COUNT
from ikdsim.resident.columns import OCCUPATIONS, Residents, people_of
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
from ikdsim.resident.tables import Tables, as_record

WAITING_POOL: Final = 0
READY_POOL: Final = 1
POOLS: Final = 2
MOST_MATES: Final = 16
"""Ready household members beyond this number, himself not counted, are not told apart."""


class Strata(NamedTuple):
    """The strata of all places."""

    means: NDArray[np.void]
    """Records of `means_type`: means over the residents of a stratum; shape (places, strata)."""
    places: NDArray[np.void]
    """Records of PLACE; shape (places,)."""
    start: NDArray[np.float64]
    """Adults before the first week; shape (places, strata, pools)."""
    enter: NDArray[np.float64]
    """Residents who turn 17; shape (weeks, places, strata, pools)."""
    ready: NDArray[np.float64]
    """Share of the waiting who become ready; shape (weeks, places, strata)."""


PLACE_MEANS: Final = np.dtype(
    [
        ("residents", np.float64),  # children included
        ("ready", np.float64),  # in the middle of the run, at least 1
        ("mates", np.float64, (MOST_MATES,)),  # share of the ready who have so many ready household members
    ]
)
"""What the strata of a place share."""


def means_type(most_tries: int) -> np.dtype[np.void]:
    """A stratum: own factors at the age of the first week, and other means over its residents."""
    return np.dtype(
        [
            ("factor", np.float64, (len(s.STAGES), s.MOST_RIVALS)),  # own factor for each rival cause
            (
                "gave_up",
                np.float64,
                (s.MOST_RIVALS,),
            ),  # the same of the favourable who were disappointed until they gave up
            ("disenchanted", np.float64, (most_tries,)),  # of the active for disenchantment, by disappointments before
            ("turn_up_growth", np.float64),  # how much the factor for turning up is greater at the age of the last week
            (
                "accept",
                np.float64,
                (len(s.STAGES),),
            ),  # chance to accept on the spot if officers and usefulness add nothing
            ("errand", np.float64),  # factor on errands
            ("handling_ms", np.float64),  # officer time for one activation at a station of speed 1
            ("mates", np.float64),  # others in the household who are ready in the middle of the run
            ("already_aware", np.float64),
            ("occupation", np.float64, (len(OCCUPATIONS),)),  # share of each
            ("card", np.float64, (POOLS,)),  # share with a printed card
        ]
    )


def make_strata(
    residents: Residents, tables: Tables, useful: NDArray[np.float64], weeks: tuple[int, int], count: int
) -> Strata:
    """Group `residents` into at most `count` strata a place, for a run from the first to the last of `weeks`.

    `useful` is the effect of usefulness by occupation in a usual week.
    """
    first, last = weeks
    people, record = people_of(residents), as_record(tables)
    adult = adults(people, last)
    axes = own_axes(first, people, useful, record)
    group = groups_of_residents(axes, adult, residents.place_start, count)
    strata = blank_strata(residents, tables, count, last - first + 1)
    size = np.zeros(strata.means.shape)
    fill_strata(strata, size, group, weeks, people, residents.opens_household, record)
    take_means(strata, size)
    return strata


@kernel
def adults(people: NDArray[np.void], week: int) -> NDArray[np.bool_]:
    """Who is 17 or over in `week`."""
    adult = np.empty(len(people), np.bool_)
    for i in range(len(adult)):
        adult[i] = adult_week(people[i].birth_week) <= week
    return adult


def blank_strata(residents: Residents, tables: Tables, count: int, weeks: int) -> Strata:
    """Cells of nobody."""
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


@inner
def ready_of(person: Any) -> int:
    """First week in which somebody can be activated."""
    return ready_week(person.birth_week, person.recorded_week, person.supported_week)


@inner
def add_factors(person: Any, weeks: tuple[int, int], mean: Any, tables: Tables) -> None:
    """Add somebody's own factors to those of his stratum."""
    online, literacy, trust = person.online, int(person.literacy), int(person.trust)
    adult = adult_week(person.birth_week)
    band, later = age_band(person.birth_week, max(weeks[0], adult)), age_band(person.birth_week, weeks[1])
    for stage in range(len(s.STAGES)):
        mean.accept[stage] += accepts_on_the_spot(stage, trust, literacy, 1.0, tables)
        for slot in range(RIVAL_COUNT[stage]):
            mean.factor[stage, slot] += own_factor(stage, slot, online, band, literacy, trust, 0, tables)
    mean.turn_up_growth += own_factor(s.INTENDING, WALK_IN_SLOT, online, later, literacy, trust, 0, tables)
    mean.turn_up_growth -= own_factor(s.INTENDING, WALK_IN_SLOT, online, band, literacy, trust, 0, tables)
    mean.errand += tables.errands_by_age[band]
    mean.handling_ms += handling_ms(literacy, 1.0, tables)
    for tries in range(tables.most_tries):
        mean.disenchanted[tries] += own_factor(s.ACTIVE, DISENCHANTMENT_SLOT, online, band, literacy, trust, 0, tables)
        trust = trust_after_disappointment(trust, tables)
    for slot in range(s.MOST_RIVALS):
        mean.gave_up[slot] += own_factor(s.FAVOURABLE, slot, online, band, literacy, trust, 0, tables)
    mean.occupation[person.occupation] += 1.0
    mean.already_aware += tables.already_aware[person.occupation]


@inner
def add_pools(person: Any, k: int, weeks: tuple[int, int], strata: Strata) -> None:
    """Count somebody of stratum `k` in the pool in which he starts or enters, and when he becomes ready."""
    p, adult, ready = person.place, adult_week(person.birth_week), ready_of(person)
    pool = READY_POOL if ready <= max(adult, weeks[0] - 1) else WAITING_POOL
    if adult < weeks[0]:
        strata.start[p, k, pool] += 1.0
        strata.means[p, k].card[pool] += person.card
    else:
        strata.enter[adult - weeks[0], p, k, pool] += 1.0
    if pool == WAITING_POOL and ready <= weeks[1]:
        strata.ready[ready - weeks[0], p, k] += 1.0


@inner
def add_household(
    first: int, end: int, middle: int, strata: Strata, group: NDArray[np.int64], people: NDArray[np.void]
) -> None:
    """Count the ready mates of everybody in the household of rows `first` to `end`."""
    p, ready = people[first].place, 0
    for i in range(first, end):
        ready += ready_of(people[i]) <= middle
    for i in range(first, end):
        is_ready = ready_of(people[i]) <= middle
        if group[i] >= 0:
            strata.means[p, group[i]].mates += ready - is_ready
        if is_ready:
            strata.places[p].ready += 1.0
            strata.places[p].mates[min(ready - 1, MOST_MATES - 1)] += 1.0


@kernel
def fill_strata(
    strata: Strata,
    size: NDArray[np.float64],
    group: NDArray[np.int64],
    weeks: tuple[int, int],
    people: NDArray[np.void],
    opens_household: NDArray[np.uint8],
    tables: Tables,
) -> None:
    """Sum up the residents of each stratum and their number, `size`; `group` is -1 for those under 17 throughout."""
    middle = (weeks[0] + weeks[1]) // 2
    first = 0
    for i in range(len(group)):
        if i + 1 == len(group) or opens_household[i + 1]:
            add_household(first, i + 1, middle, strata, group, people)
            first = i + 1
        if group[i] >= 0:
            p, k = people[i].place, group[i]
            size[p, k] += 1.0
            add_factors(people[i], weeks, strata.means[p, k], tables)
            add_pools(people[i], k, weeks, strata)


def take_means(strata: Strata, size: NDArray[np.float64]) -> None:
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
