"""The residents' week: on average they hear at home, follow rival causes, run errands, turn up at stations."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.competing_risks import chance_of, chance_per_hazard
from ikdsim.engine.mean_field.core.compulsion import count_asked_first
from ikdsim.engine.mean_field.core.contacts import expose
from ikdsim.engine.mean_field.core.desks import keep_appointments
from ikdsim.engine.mean_field.core.errands import go_on_errands, run_errands
from ikdsim.engine.mean_field.core.levels import (
    become_ready,
    drives_of,
    instruct,
    join,
    weigh_drives,
    weigh_explanations,
    weigh_pressure,
)
from ikdsim.engine.mean_field.core.state import (
    ACTIVE_LOSS,
    ALL_WAYS,
    APPOINTED,
    CARDS,
    COMPELLED,
    CONFIRMED_LOSS,
    TRIES,
    WALKING_IN_AGAIN,
    State,
)
from ikdsim.engine.mean_field.core.strata import POOLS, READY_POOL, WAITING_POOL
from ikdsim.engine.mean_field.core.transitions import (
    EXITS,
    NOBODY,
    ByExit,
    Chances,
    UserChances,
    mean_loss,
    move,
    move_users,
)
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.implementation import REMOTE_SLOT, WALK_IN_SLOT
from ikdsim.service.supply import ON_ERRAND, REMOTELY, TO_VISIT, WALKING_IN

OTHER_STAGES: Final = tuple(stage for stage in range(len(s.STAGES)) if stage not in (s.AWARE, s.FAVOURABLE))
"""Stages in which residents are not told apart by level of readiness."""


Loss = tuple[float, float]
"""Own factors of users of a stage for disenchantment, by disappointments before, and for interruption, where some of
them were compelled."""
NO_LOSS: Final = (0.0, 1.0)


@inner
def move_in_and_out(week: int, place: int, stratum: int, pool: int, state: State) -> None:
    """Some leave a pool, whatever their stage, and others join it: those who turn 17, and newcomers."""
    standing, means = state.standing[place, stratum], state.strata.means[place, stratum]
    stock, stays = standing.stock[pool], 1.0 - state.strata.leave[week, place, stratum, pool]
    enter = state.strata.enter[week, place, stratum, pool]
    join(pool, stays, enter[s.AWARE], enter[s.FAVOURABLE], means, standing)
    for k in range(len(stock)):
        stock[k] *= stays
    for stage in OTHER_STAGES:
        stock[stage] += enter[stage]
    stock[ACTIVE_LOSS] += enter[s.ACTIVE] * means.disenchanted[0]


@inner
def wake_up(week: int, place: int, stratum: int, state: State) -> None:
    """The week's residents become ready, some leave, and others turn 17 or arrive."""
    standing, share = state.standing[place, stratum], state.strata.ready[week, place, stratum]
    ready, waiting = standing.stock[READY_POOL], standing.stock[WAITING_POOL]
    if share > 0.0:
        ready[TRIES] += share * waiting[s.INTENDING]
        waiting[s.INTENDING] *= 1.0 - share
        for stage in (s.UNAWARE, s.REFUSING):
            ready[stage] += share * waiting[stage]
            waiting[stage] *= 1.0 - share
        become_ready(share, standing)
    for pool in range(POOLS):
        move_in_and_out(week, place, stratum, pool, state)


@inner
def hazard_of(stage: int, slot: int, own: NDArray[np.float64], loss: Loss, place: int, state: State) -> float:
    """Hazard of the rival cause in `slot` of a stage, for residents of these mean own factors."""
    cause, hazard = c.RIVALS[stage, slot], state.places[place].hazard
    disenchantment, interruption = loss
    if cause == c.DISENCHANTMENT:
        return float(hazard[cause] * (1.0 if stage == s.ACTIVE else state.tables.confirmed_lapse) * disenchantment)
    if cause == c.INTERRUPTION and stage == s.ACTIVE:
        return float(hazard[cause] * own[slot] * interruption)
    return float(hazard[cause] * own[slot])


@inner
def hazard_to(stage: int, k: int, own: NDArray[np.float64], loss: Loss, place: int, state: State) -> float:
    """Hazard of all rival causes that lead to exit `k` of a stage."""
    hazard = NOBODY
    for slot in range(s.MOST_RIVALS):
        if c.RIVALS[stage, slot] >= 0 and c.TARGETS[c.RIVALS[stage, slot]] == EXITS[stage, k]:
            hazard += hazard_of(stage, slot, own, loss, place, state)
    return hazard


@inner
def chances_to_leave(stage: int, own: NDArray[np.float64], loss: Loss, place: int, state: State) -> ByExit:
    """Chances to leave a stage by each exit: rival causes share the week by their hazards, see hazard_of."""
    first = hazard_to(stage, 0, own, loss, place, state)
    second = hazard_to(stage, 1, own, loss, place, state)
    third = hazard_to(stage, 2, own, loss, place, state)
    share = chance_per_hazard(first + second + third)
    return first * share, second * share, third * share


@inner
def set_drives(week: int, place: int, stratum: int, state: State) -> None:
    """The week's hazard of decision is that of the occupations in a stratum."""
    state.places[place].hazard[c.DECISION] = state.drive[week, place, stratum].decision


@inner
def chances_of(told: float, place: int, stratum: int, state: State) -> Chances:
    """What the week brings to those of a stratum who do not use IKD; first some are `told` at home, 0-1."""
    means = state.strata.means[place, stratum]
    hears, _, _ = chances_to_leave(s.UNAWARE, means.factor[s.UNAWARE], NO_LOSS, place, state)
    reconsiders, _, _ = chances_to_leave(s.REFUSING, means.factor[s.REFUSING], NO_LOSS, place, state)
    return Chances(
        hears=told + (1.0 - told) * hears,
        reconsiders=reconsiders,
    )


@inner
def chances_of_users(place: int, stratum: int, returns: float, state: State) -> UserChances:
    """What the week brings to those of a stratum who use IKD or did; the lapsed all come back with chance `returns`."""
    own, ready = state.strata.means[place, stratum].factor, state.standing[place, stratum].stock[READY_POOL]
    compelled = mean_loss(COMPELLED, s.ACTIVE, ready)
    loss = (mean_loss(ACTIVE_LOSS, s.ACTIVE, ready), 1.0 + (state.tables.compelled_lapse - 1.0) * compelled)
    later = (mean_loss(CONFIRMED_LOSS, s.CONFIRMED, ready), 1.0)
    return UserChances(
        active=chances_to_leave(s.ACTIVE, own[s.ACTIVE], loss, place, state),
        confirmed=chances_to_leave(s.CONFIRMED, own[s.CONFIRMED], later, place, state),
        lapsed=(returns, NOBODY, NOBODY),
    )


@inner
def choose_ways(week: int, place: int, stratum: int, state: State) -> None:
    """Intending residents go on an errand, or else walk in, come to a visit or call."""
    hazard, means = state.places[place].hazard, state.strata.means[place, stratum]
    standing = state.standing[place, stratum]
    bound, passed = standing.bound, week / len(state.stages)
    factor = (means.factor[s.INTENDING, WALK_IN_SLOT] + passed * means.turn_up_growth) * standing.promptness
    errand = go_on_errands(week, place, stratum, state)
    walks, visits = hazard[c.WALK_IN] * factor, hazard[c.VISIT] * factor
    calls = hazard[c.REMOTE] * means.factor[s.INTENDING, REMOTE_SLOT] * standing.promptness
    share = chance_per_hazard(walks + visits + calls)
    bound[WALKING_IN], bound[TO_VISIT] = walks * share * (1.0 - errand), visits * share * (1.0 - errand)
    bound[REMOTELY] = calls * share * (1.0 - errand)
    bound[ON_ERRAND] = errand


@inner
def coming(way: int, first: float, again: float, bound: NDArray[np.float64]) -> float:
    """Of the intending who try for the first time or again, how many come this way; `bound` is their share by way."""
    if way == WALKING_IN_AGAIN:
        return float(again * bound[WALKING_IN])
    return float(first * bound[way] if way == WALKING_IN else (first + again) * bound[way])


@inner
def turn_up(place: int, stratum: int, state: State) -> None:
    """Count the intending who go to stations each way, and the officer time that they need."""
    here, standing = state.places[place], state.standing[place, stratum]
    ready, handling, again = standing.stock[READY_POOL], state.strata.means[place, stratum].handling_ms, 0.0
    for tries in range(1, state.tables.most_tries):
        again += ready[TRIES + tries]
    for way in range(ALL_WAYS):
        came = coming(way, ready[TRIES], again, standing.bound)
        if way == ON_ERRAND:
            came += ready[s.INTENDING] * standing.bound[way]
        here.comers[way] += came
        here.comers_ms[way] += came * handling
    here.appointed += ready[APPOINTED]


@inner
def live_week(week: int, place: int, stratum: int, returns: float, state: State) -> None:
    """One week of a stratum: its residents move by hazard, and some turn up at stations."""
    set_drives(week, place, stratum, state)
    told = state.strata.instructed[week, place, stratum]
    if told > 0.0:
        instruct(told, state.standing[place, stratum])
    means, standing = state.strata.means[place, stratum], state.standing[place, stratum]
    news = chance_of(means.mates * state.places[place].first_users)
    invited = state.supply.weeks[week].invited
    chances = chances_of(news * max(state.tables.told_at_home, invited), place, stratum, state)
    at_home = news * max(state.tables.persuaded_at_home, invited), news * invited
    drives = drives_of(place, stratum, at_home, state)
    weigh_drives(drives, means, standing)
    for pool in range(POOLS):
        move(pool, chances, drives, means, standing)
    move_users(standing.stock[READY_POOL], chances_of_users(place, stratum, returns, state))
    choose_ways(week, place, stratum, state)
    turn_up(place, stratum, state)
    weigh_explanations(week, place, stratum, state)
    run_errands(place, stratum, state)
    if state.supply.weeks[week].asks_first:
        weigh_pressure(week, place, stratum, state)
        count_asked_first(place, stratum, state)


@inner
def clear(here: Any) -> None:
    """Nobody of a place has come to a station yet."""
    here.appointed = here.kept = here.moved_on = here.failed = 0.0
    here.able = here.able_ms = here.willing = here.willing_ms = 0.0
    here.begun = here.required = here.refusable = 0.0
    for way in range(ALL_WAYS):
        here.comers[way] = here.comers_ms[way] = here.served[way] = 0.0
    for card in range(CARDS):
        here.to_tell[card] = here.to_take[card] = here.to_take_ms[card] = 0.0
        here.told[card] = here.told_waiting[card] = here.taken[card] = here.postponed[card] = 0.0


@inner
def live(week: int, place: int, state: State) -> None:
    """The residents' week in a place; lapsed residents are alike in how they come back."""
    keep_appointments(week, place, state)
    clear(state.places[place])
    expose(week, place, state)
    returns = chance_of(state.places[place].hazard[c.RETURN])
    for stratum in range(state.standing.shape[1]):
        live_week(week, place, stratum, returns, state)
