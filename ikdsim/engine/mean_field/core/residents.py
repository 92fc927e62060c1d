"""The residents' week: on average they hear at home, follow rival causes, run errands, turn up at stations."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.competing_risks import chance_of, chance_per_hazard
from ikdsim.engine.mean_field.core.contacts import expose
from ikdsim.engine.mean_field.core.desks import keep_appointments
from ikdsim.engine.mean_field.core.explanations import ASKED, deciding, share_with, weigh_explanations
from ikdsim.engine.mean_field.core.frailty import of_leavers
from ikdsim.engine.mean_field.core.selection import mix_in_aware, select
from ikdsim.engine.mean_field.core.state import (
    ACTIVE_LOSS,
    ALL_WAYS,
    APPOINTED,
    CARDS,
    CONFIRMED_LOSS,
    GIVEN_UP,
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
from ikdsim.service.supply import ON_ERRAND, TO_VISIT, WALKING_IN


@inner
def move_in_and_out(week: int, place: int, stratum: int, pool: int, state: State) -> None:
    """Some leave a pool, whatever their stage, and others join it: those who turn 17, and newcomers."""
    stock, stays = state.standing[place, stratum].stock[pool], 1.0 - state.strata.leave[week, place, stratum, pool]
    mix_in_aware(week, place, stratum, pool, state)
    for k in range(len(stock)):
        stock[k] *= stays
    for stage in range(len(s.STAGES)):
        stock[stage] += state.strata.enter[week, place, stratum, pool, stage]
    users = state.strata.enter[week, place, stratum, pool, s.ACTIVE]
    stock[ACTIVE_LOSS] += users * state.strata.means[place, stratum].disenchanted[0]


@inner
def wake_up(week: int, place: int, stratum: int, state: State) -> None:
    """The week's residents become ready, some leave, and others turn 17 or arrive."""
    stock, share = state.standing[place, stratum].stock, state.strata.ready[week, place, stratum]
    ready, waiting = stock[READY_POOL], stock[WAITING_POOL]
    if share > 0.0:
        ready[TRIES] += share * waiting[s.INTENDING]
        waiting[s.INTENDING] *= 1.0 - share
        for stage in (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING):
            ready[stage] += share * waiting[stage]
            waiting[stage] *= 1.0 - share
    for pool in range(POOLS):
        move_in_and_out(week, place, stratum, pool, state)


@inner
def hazard_of(stage: int, slot: int, own: NDArray[np.float64], selected: float, place: int, state: State) -> float:
    """Hazard of the rival cause in `slot` of a stage, for residents of these mean own factors.

    `selected` is the factor for disenchantment, or what openness and decisiveness are relative to the stratum.
    """
    cause, hazard = c.RIVALS[stage, slot], state.places[place].hazard
    if cause == c.DISENCHANTMENT:
        return float(hazard[cause] * (1.0 if stage == s.ACTIVE else state.tables.confirmed_lapse) * selected)
    chosen = selected if cause in (c.PERSUASION, c.PERSUASION_ONLINE, c.DECISION) else 1.0
    return float(hazard[cause] * own[slot] * chosen)


@inner
def hazard_to(stage: int, k: int, own: NDArray[np.float64], selected: float, place: int, state: State) -> float:
    """Hazard of all rival causes that lead to exit `k` of a stage."""
    hazard = NOBODY
    for slot in range(s.MOST_RIVALS):
        if c.RIVALS[stage, slot] >= 0 and c.TARGETS[c.RIVALS[stage, slot]] == EXITS[stage, k]:
            hazard += hazard_of(stage, slot, own, selected, place, state)
    return hazard


@inner
def chances_to_leave(stage: int, own: NDArray[np.float64], selected: float, place: int, state: State) -> ByExit:
    """Chances to leave a stage by each exit: rival causes share the week by their hazards.

    `own` are the own factors by slot, `selected` is what becomes of some of them, see hazard_of.
    """
    first = hazard_to(stage, 0, own, selected, place, state)
    second = hazard_to(stage, 1, own, selected, place, state)
    third = hazard_to(stage, 2, own, selected, place, state)
    share = chance_per_hazard(first + second + third)
    return first * share, second * share, third * share


@inner
def after_news(news: float, chances: ByExit) -> ByExit:
    """Chances to leave a stage if news at home, which lead to its first exit, come before the rival causes."""
    return news + (1.0 - news) * chances[0], (1.0 - news) * chances[1], (1.0 - news) * chances[2]


@inner
def set_drives(week: int, place: int, stratum: int, state: State) -> None:
    """The week's hazard of decision is that of the occupations in a stratum."""
    state.places[place].hazard[c.DECISION] = state.drive[week, place, stratum].decision


@inner
def chances_of(place: int, stratum: int, state: State) -> Chances:
    """What the week brings to those of a stratum who do not use IKD: news at home first, then the rival causes."""
    means, tables = state.strata.means[place, stratum], state.tables
    standing, spread = state.standing[place, stratum], means.decisiveness_spread
    own, news = means.factor, chance_of(means.mates * state.places[place].first_users)
    return Chances(
        unaware=after_news(news * tables.told_at_home, chances_to_leave(s.UNAWARE, own[s.UNAWARE], 0.0, place, state)),
        aware=after_news(
            news * tables.persuaded_at_home, chances_to_leave(s.AWARE, own[s.AWARE], standing.open, place, state)
        ),
        favourable=chances_to_leave(s.FAVOURABLE, own[s.FAVOURABLE], standing.decisive, place, state),
        given_up=chances_to_leave(s.FAVOURABLE, means.given_up, of_leavers(1.0, spread, 0.0), place, state),
        refusing=chances_to_leave(s.REFUSING, own[s.REFUSING], 0.0, place, state),
    )


@inner
def chances_of_users(place: int, stratum: int, returns: float, state: State) -> UserChances:
    """What the week brings to those of a stratum who use IKD or did; the lapsed all come back with chance `returns`."""
    own, ready = state.strata.means[place, stratum].factor, state.standing[place, stratum].stock[READY_POOL]
    loss, later = mean_loss(ACTIVE_LOSS, s.ACTIVE, ready), mean_loss(CONFIRMED_LOSS, s.CONFIRMED, ready)
    return UserChances(
        active=chances_to_leave(s.ACTIVE, own[s.ACTIVE], loss, place, state),
        confirmed=chances_to_leave(s.CONFIRMED, own[s.CONFIRMED], later, place, state),
        lapsed=(returns, NOBODY, NOBODY),
    )


@inner
def choose_ways(week: int, place: int, stratum: int, state: State) -> None:
    """Intending residents go on an errand, or else walk in or come to a visit."""
    hazard, means = state.places[place].hazard, state.strata.means[place, stratum]
    bound, passed = state.standing[place, stratum].bound, week / len(state.stages)
    factor = means.factor[s.INTENDING, 0] + passed * means.turn_up_growth
    recorded = state.strata.recorded[week, place, stratum]
    by_need = chance_of(hazard[c.ERRAND] * (means.errand + passed * means.errand_growth))
    errand = recorded + (1.0 - recorded) * by_need
    walks, visits = hazard[c.WALK_IN] * factor, hazard[c.VISIT] * factor
    share = chance_per_hazard(walks + visits)
    bound[WALKING_IN], bound[TO_VISIT] = walks * share * (1.0 - errand), visits * share * (1.0 - errand)
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
def run_errands(place: int, stratum: int, state: State) -> None:
    """Count the others on an errand, whom an officer may offer IKD, and those of them who would decide at once."""
    here, means, standing = state.places[place], state.strata.means[place, stratum], state.standing[place, stratum]
    ready, waiting, errand = standing.stock[READY_POOL], standing.stock[WAITING_POOL], standing.bound[ON_ERRAND]
    able, unready = ready[GIVEN_UP], waiting[GIVEN_UP] + waiting[s.INTENDING]
    for stage in ASKED:
        able += ready[stage]
        unready += waiting[stage]
    taking = ready[s.LAPSED] + deciding(ready, standing)
    for card in range(CARDS):
        of_ready, of_waiting = share_with(card, means.card[READY_POOL]), share_with(card, means.card[WAITING_POOL])
        here.to_tell[card] += errand * (able * of_ready + unready * of_waiting)
        here.to_take[card] += errand * taking * of_ready
        here.to_take_ms[card] += errand * taking * of_ready * means.handling_ms


@inner
def live_week(week: int, place: int, stratum: int, returns: float, state: State) -> None:
    """One week of a stratum: its residents move by hazard, and some turn up at stations."""
    set_drives(week, place, stratum, state)
    stock, chances = state.standing[place, stratum].stock, chances_of(place, stratum, state)
    select(chances, state.strata.means[place, stratum], state.standing[place, stratum])
    for pool in range(POOLS):
        move(stock[pool], chances)
    move_users(stock[READY_POOL], chances_of_users(place, stratum, returns, state))
    choose_ways(week, place, stratum, state)
    turn_up(place, stratum, state)
    weigh_explanations(week, place, stratum, state)
    run_errands(place, stratum, state)


@inner
def clear(here: Any) -> None:
    """Nobody of a place has come to a station yet."""
    here.appointed = here.kept = here.moved_on = 0.0
    for way in range(ALL_WAYS):
        here.comers[way] = here.comers_ms[way] = here.served[way] = 0.0
    for card in range(CARDS):
        here.to_tell[card] = here.to_take[card] = here.to_take_ms[card] = 0.0
        here.told[card] = here.taken[card] = here.postponed[card] = 0.0


@inner
def live(week: int, place: int, state: State) -> None:
    """The residents' week in a place; lapsed residents are alike in how they come back."""
    clear(state.places[place])
    keep_appointments(week, place, state)
    expose(week, place, state)
    returns = chance_of(state.places[place].hazard[c.RETURN])
    for stratum in range(state.standing.shape[1]):
        live_week(week, place, stratum, returns, state)
