"""Strata: residents of a place who are alike, in means, and who of them is ready to be activated.

In a stratum two pools are told apart exactly: the ready, who can be activated (17, recorded, with a supported phone),
and those who wait for it. Who turns 17 in the run joins then.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import inner, kernel
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.causes import RIVAL_COUNT
from ikdsim.resident.columns import OCCUPATIONS
from ikdsim.resident.confirmation import DISENCHANTMENT_SLOT
from ikdsim.resident.decision import DECISION_SLOT
from ikdsim.resident.factors import own_factor
from ikdsim.resident.implementation import (
    WALK_IN_SLOT,
    adult_week,
    handling_ms,
    ready_week,
    trust_after_disappointment,
)
from ikdsim.resident.persuasion import openness
from ikdsim.resident.stages import is_user
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import Traits, traits_of, with_trust

POOLS: Final = 2
WAITING_POOL, READY_POOL = range(POOLS)
MOST_MATES: Final = 16
"""Of somebody's household members who are ready, those beyond this number are not told apart."""


LIFE: Final = np.dtype(
    [
        ("row", np.uint32),
        ("since", np.int16),
        ("until", np.int16),
        ("stratum", np.int16),
        ("stage", np.uint8),
        ("life", np.uint8),
        ("inclination", np.uint8),
    ]
)
"""Somebody in a row, in its first life or the second: the weeks from `since` to before `until`; the stratum, -1 for
those under 17 throughout; the stage at the start as an adult; the rank in willingness."""


class Strata(NamedTuple):
    """The strata of all places."""

    means: NDArray[np.void]
    """Records of `means_type`; shape (places, strata)."""
    places: NDArray[np.void]
    """Records of PLACE_MEANS; shape (places,)."""
    start: NDArray[np.float64]
    """Adults before the first week; shape (places, strata, pools)."""
    enter: NDArray[np.float64]
    """Residents who turn 17, and adults who arrive, by the stage they are in; shape (weeks, places, strata, pools,
    stages)."""
    leave: NDArray[np.float64]
    """Share of adults who leave the region or die; shape (weeks, places, strata, pools)."""
    recorded: NDArray[np.float64]
    """Share of adults who are recorded, at a desk; shape (weeks, places, strata)."""
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
    """A stratum: means over its residents; own factors are those at the age of the first week.

    - `factor`: own factor for each rival cause of each stage; that for turning up is the harmonic mean, that for
      reconsideration the mean of opponents
    - `given_up`: the same for the favourable whom disappointments have made give up
    - `disenchanted`: of the active for disenchantment, by disappointments before
    - `turn_up_growth`, `errand_growth`: how much the factors for turning up and on errands grow until the last week
    - `openness`, `decisiveness`: how readily they are persuaded, and decide, when IKD is explained; with `_spread`,
      the variance relative to the square of the mean
    - `link`: slope of relative decisiveness in relative openness
    - `embittered`: chance that a disappointment makes an opponent
    - `opposed`: chance to be against IKD from the start
    - `errand`: factor on errands
    - `handling_ms`: officer time for one activation at a station of speed 1
    - `mates`: others in the household who are ready in the middle of the run
    - `already_aware`: chance to have heard of IKD before the first week
    - `occupation`: share of each
    - `card`: share with a printed card, by pool
    """
    return np.dtype(
        [
            ("factor", np.float64, (len(s.STAGES), s.MOST_RIVALS)),
            ("given_up", np.float64, (s.MOST_RIVALS,)),
            ("disenchanted", np.float64, (most_tries,)),
            ("turn_up_growth", np.float64),
            ("errand_growth", np.float64),
            ("openness", np.float64),
            ("openness_spread", np.float64),
            ("decisiveness", np.float64),
            ("decisiveness_spread", np.float64),
            ("link", np.float64),
            ("embittered", np.float64),
            ("opposed", np.float64),
            ("errand", np.float64),
            ("handling_ms", np.float64),
            ("mates", np.float64),
            ("already_aware", np.float64),
            ("occupation", np.float64, (len(OCCUPATIONS),)),
            ("card", np.float64, (POOLS,)),
        ]
    )


@kernel
def adults(people: NDArray[np.void], week: int) -> NDArray[np.bool_]:
    """Who is 17 or over in `week`."""
    adult = np.empty(len(people), np.bool_)
    for i in range(len(adult)):
        adult[i] = adult_week(people[i].birth_week) <= week
    return adult


@inner
def week_when_ready(person: Any) -> int:
    """First week in which somebody can be activated."""
    return ready_week(person.birth_week, person.recorded_week, person.supported_week)


@inner
def weighed(stage: int, own: float, who: Traits, tables: Tables) -> float:
    """What an own factor adds to the sum of its stage.

    Opponents are weighed by their chance to be opposed. Of the intending the waits are added: who comes less readily
    waits longer, so that those who wait have the harmonic mean.
    """
    if stage == s.INTENDING:
        return 1.0 / own
    return float(own * tables.opposed_by_trust[who.trust]) if stage == s.REFUSING else own


@inner
def add_factors(person: Any, inclination: int, weeks: tuple[int, int], mean: Any, tables: Tables) -> None:
    """Add somebody's own factors to those of the stratum."""
    adult = adult_week(person.birth_week)
    band, later = age_band(person.birth_week, max(weeks[0], adult)), age_band(person.birth_week, weeks[1])
    who = traits_of(person, band, person.trust, inclination, False)
    for stage in range(len(s.STAGES)):
        for slot in range(RIVAL_COUNT[stage]):
            mean.factor[stage, slot] += weighed(stage, own_factor(stage, slot, who, tables), who, tables)
    older = traits_of(person, later, person.trust, inclination, False)
    mean.turn_up_growth += own_factor(s.INTENDING, WALK_IN_SLOT, older, tables)
    mean.turn_up_growth -= own_factor(s.INTENDING, WALK_IN_SLOT, who, tables)
    mean.errand += tables.errands_by_age[band]
    mean.errand_growth += tables.errands_by_age[later] - tables.errands_by_age[band]
    mean.handling_ms += handling_ms(person.literacy, 1.0, tables)
    mean.opposed += tables.opposed_by_trust[person.trust]
    add_answers(who, mean, tables)
    add_disappointments(who, mean, tables)


@inner
def add_answers(who: Traits, mean: Any, tables: Tables) -> None:
    """Add how readily somebody is persuaded and decides when it is explained, and the products."""
    opens, decides = openness(who, tables), own_factor(s.FAVOURABLE, DECISION_SLOT, who, tables)
    mean.openness += opens
    mean.openness_spread += opens * opens
    mean.decisiveness += decides
    mean.decisiveness_spread += decides * decides
    mean.link += opens * decides


@inner
def add_disappointments(who: Traits, mean: Any, tables: Tables) -> None:
    """Add the own factors that somebody has after so many disappointments, each of which costs trust."""
    trust = int(who.trust)
    for tries in range(tables.most_tries):
        mean.disenchanted[tries] += own_factor(s.ACTIVE, DISENCHANTMENT_SLOT, with_trust(who, trust), tables)
        trust = trust_after_disappointment(trust, tables)
        if tries == 0:
            mean.embittered += tables.embittered_by_trust[trust]
    for slot in range(s.MOST_RIVALS):
        mean.given_up[slot] += own_factor(s.FAVOURABLE, slot, with_trust(who, trust), tables)


@inner
def add_occupation(person: Any, mean: Any, tables: Tables) -> None:
    """Count somebody's occupation, and how likely it has brought news of IKD before the first week."""
    mean.occupation[person.occupation] += 1.0
    mean.already_aware += tables.already_aware[person.occupation]


@inner
def add_pools(person: Any, life: Any, stratum: int, weeks: tuple[int, int], strata: Strata, tables: Tables) -> None:
    """Count somebody in the pool in which she or he starts as an adult, and when she or he becomes ready or leaves."""
    place, ready = person.place, week_when_ready(person)
    first = max(adult_week(person.birth_week), life.since - 1)
    end = min(int(life.until) - 1, weeks[1] + 1)
    if first >= end:
        return
    pool = READY_POOL if ready <= max(first, weeks[0] - 1) else WAITING_POOL
    if first < weeks[0]:
        strata.start[place, stratum, pool] += 1.0
        strata.means[place, stratum].card[pool] += person.card
    else:
        against = 0.0 if is_user(life.stage) else min(tables.opposed_by_trust[person.trust], 1.0)
        strata.enter[first - weeks[0], place, stratum, pool, life.stage] += 1.0 - against
        strata.enter[first - weeks[0], place, stratum, pool, s.REFUSING] += against
    if pool == WAITING_POOL and ready < end:
        strata.ready[ready - weeks[0], place, stratum] += 1.0
        pool = READY_POOL
    if end <= weeks[1]:
        strata.leave[max(end - weeks[0], 0), place, stratum, pool] += 1.0
    if max(first, weeks[0] - 1) < person.recorded_week < end:
        strata.recorded[person.recorded_week - weeks[0], place, stratum] += 1.0


@inner
def add_household(
    first: int, end: int, middle: int, strata: Strata, lives: NDArray[np.void], people: NDArray[np.void]
) -> None:
    """Count the mates, ready in week `middle`, of everybody in the household of rows `first` to `end`."""
    place, ready = people[first].place, 0
    for i in range(first, end):
        ready += week_when_ready(people[i]) <= middle
    for i in range(first, end):
        is_ready = week_when_ready(people[i]) <= middle
        if lives[i].stratum >= 0:
            strata.means[place, lives[i].stratum].mates += ready - is_ready
        if is_ready:
            strata.places[place].ready += 1.0
            strata.places[place].mates[min(ready - 1, MOST_MATES - 1)] += 1.0


@kernel
def fill_strata(
    strata: Strata,
    weeks: tuple[int, int],
    people: NDArray[np.void],
    lives: NDArray[np.void],
    opens_household: NDArray[np.uint8],
    tables: Tables,
) -> None:
    """Sum up the residents of each stratum.

    First of `people` and `lives` (records of LIFE) are those who start a run, who have households.
    """
    middle = (weeks[0] + weeks[1]) // 2
    first = 0
    for i in range(len(people)):
        if i < len(opens_household) and (i + 1 == len(opens_household) or opens_household[i + 1]):
            add_household(first, i + 1, middle, strata, lives, people)
            first = i + 1
        if lives[i].stratum >= 0:
            place, stratum = people[i].place, int(lives[i].stratum)
            add_factors(people[i], int(lives[i].inclination), weeks, strata.means[place, stratum], tables)
            add_occupation(people[i], strata.means[place, stratum], tables)
            add_pools(people[i], lives[i], stratum, weeks, strata, tables)
