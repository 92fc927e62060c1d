"""Everybody counts in a stratum with their own factors, from the day on which they are 17 or arrive on."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.strata import MOST_MATES, READY_POOL, WAITING_POOL, Strata
from ikdsim.kernel import inner, kernel
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.causes import RIVAL_COUNT
from ikdsim.resident.changes import HIGHEST_LEVEL, LITERACY, TRUST
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
def week_of_recording(person: Any) -> int:
    """Week in which somebody counts as recorded at a desk: those of the 17th birthday's week do a week later."""
    return int(person.recorded_week + (person.recorded_week == adult_week(person.birth_week)))


@inner
def weighed(stage: int, own: float, who: Traits, tables: Tables) -> float:
    """What an own factor adds to the sum of its stage.

    Opponents are weighed by their chance to be opposed.
    """
    return float(own * tables.opposed_by_trust[who.trust]) if stage == s.REFUSING else own


@inner
def add_factors(person: Any, life: Any, weeks: tuple[int, int], mean: Any, tables: Tables) -> None:
    """Add somebody's own factors to those of the stratum."""
    adult = adult_week(person.birth_week)
    band, later = age_band(person.birth_week, max(weeks[0], adult)), age_band(person.birth_week, weeks[1])
    inclination = int(life.inclination)
    who = traits_of(person, band, person.trust, inclination, False)
    for stage in range(len(s.STAGES)):
        for slot in range(RIVAL_COUNT[stage]):
            mean.factor[stage, slot] += weighed(stage, own_factor(stage, slot, who, tables), who, tables)
    older = traits_of(person, later, person.trust, inclination, False)
    turns_up = own_factor(s.INTENDING, WALK_IN_SLOT, who, tables)
    mean.turn_up_growth += own_factor(s.INTENDING, WALK_IN_SLOT, older, tables) - turns_up
    mean.turn_up_spread += turns_up * turns_up
    mean.errand += tables.errands_by_age[band]
    mean.errand_growth += tables.errands_by_age[later] - tables.errands_by_age[band]
    mean.handling_ms += handling_ms(person.literacy, 1.0, tables)
    mean.opposed += tables.opposed_by_trust[person.trust]
    add_answers(who, int(life.level), mean, tables)
    add_disappointments(who, mean, tables)


@inner
def add_answers(who: Traits, level: int, mean: Any, tables: Tables) -> None:
    """Count somebody in a level of readiness, and how readily she or he is persuaded and decides."""
    mean.share[level] += 1.0
    mean.openness[level] += openness(who, tables)
    mean.decisiveness[level] += own_factor(s.FAVOURABLE, DECISION_SLOT, who, tables)


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
    strata.card[max(first - weeks[0] + 1, 0), place, stratum, pool] += person.card
    if first < weeks[0]:
        strata.start[place, stratum, pool] += 1.0
    else:
        against = 0.0 if is_user(life.stage) else min(tables.opposed_by_trust[person.trust], 1.0)
        strata.enter[first - weeks[0], place, stratum, pool, life.stage] += 1.0 - against
        strata.enter[first - weeks[0], place, stratum, pool, s.REFUSING] += against
    if pool == WAITING_POOL and ready < end:
        strata.ready[ready - weeks[0], place, stratum] += 1.0
        strata.card[ready - weeks[0] + 1, place, stratum, WAITING_POOL] -= person.card
        strata.card[ready - weeks[0] + 1, place, stratum, READY_POOL] += person.card
        pool = READY_POOL
    if end <= weeks[1]:
        strata.leave[max(end - weeks[0], 0), place, stratum, pool] += 1.0
        strata.card[max(end - weeks[0], 0) + 1, place, stratum, pool] -= person.card
    if max(first, weeks[0] - 1) < week_of_recording(person) < end:
        strata.recorded[week_of_recording(person) - weeks[0], place, stratum] += 1.0


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
            add_factors(people[i], lives[i], weeks, strata.means[place, stratum], tables)
            add_occupation(people[i], strata.means[place, stratum], tables)
            add_pools(people[i], lives[i], stratum, weeks, strata, tables)


@kernel
def fill_means(
    means: NDArray[np.void], weeks: tuple[int, int], people: NDArray[np.void], lives: NDArray[np.void], tables: Tables
) -> None:
    """Sum up the own factors of the residents of each stratum, of those who are in one, and nothing else of them."""
    for i in range(len(people)):
        if lives[i].stratum >= 0:
            mean = means[people[i].place, int(lives[i].stratum)]
            add_factors(people[i], lives[i], weeks, mean, tables)
            add_occupation(people[i], mean, tables)


@inner
def raised(level: int, gain: int) -> int:
    """A level after a gain or a loss, within bounds."""
    return min(max(level + gain, 0), HIGHEST_LEVEL)


@kernel
def change_people(
    gains: tuple[NDArray[np.void], NDArray[np.int64]],
    weeks: tuple[int, int],
    people: NDArray[np.void],
    lives: NDArray[np.void],
    sums: tuple[NDArray[np.void], NDArray[np.void]],
    tables: Tables,
) -> None:
    """Write gains, records of CHANGE and whose they are, into `people`; adds own factors before and after to `sums`."""
    (dated, who), (before, after) = gains, sums
    for k in range(len(dated)):
        person, life, value = people[who[k]], lives[who[k]], int(dated[k].value)
        if life.stratum >= 0:
            add_factors(person, life, weeks, before[person.place, int(life.stratum)], tables)
        if dated[k].what == LITERACY:
            person.literacy = raised(int(person.literacy), value)
        elif dated[k].what == TRUST:
            person.trust = raised(int(person.trust), value)
        else:
            person.online = value
        if life.stratum >= 0:
            add_factors(person, life, weeks, after[person.place, int(life.stratum)], tables)
