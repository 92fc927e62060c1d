"""What happens when residents move: how many leave a stage by each exit, where they arrive, and what households hear.

The exits of a stage follow from RIVALS and TARGETS of resident/causes.py: rival causes that lead to the same stage are
one exit. Chances are handed on as three numbers, one an exit, because arrays of them take 7 % more time;
after compiling nothing is left of the look-ups. The order of the sums is part of the results.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.levels import Drives, all_of, move_levels
from ikdsim.engine.mean_field.core.state import ACTIVE_LOSS, APPOINTED, COMPELLED, CONFIRMED_LOSS, TRIES, State
from ikdsim.engine.mean_field.core.strata import MOST_MATES, POOLS
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.stages import users_among

ByExit = tuple[float, float, float]
"""A number for each exit of a stage, in the order of EXITS."""
NOBODY: Final = -0.0
"""A part of sums that costs nothing: the compiler leaves -0.0 out, where it would have to add 0.0."""


def _exits() -> NDArray[np.int64]:
    table = np.full((len(s.STAGES), s.MOST_RIVALS), -1, np.int64)
    for stage, rivals in c.RIVALS_OF_STAGE.items():
        targets = list(dict.fromkeys(c.CAUSES[cause].target for cause in rivals))
        table[stage, : len(targets)] = targets
    return table


EXITS: Final = _exits()
"""Stages that each stage leads to, -1 where there are no more; shape (stages, MOST_RIVALS)."""


class Chances(NamedTuple):
    """Chances of those who do not use IKD, other than the aware and the favourable, to leave their stage this week."""

    hears: float
    """Of the unaware, to become aware."""
    reconsiders: float
    """Of the refusing, to become aware."""


class UserChances(NamedTuple):
    """The same for those who use IKD or did."""

    active: ByExit
    confirmed: ByExit
    lapsed: ByExit


@inner
def staying(stage: int, chances: ByExit) -> float:
    """Chance to stay in a stage."""
    stays = 1.0
    for k in range(s.MOST_RIVALS):
        if EXITS[stage, k] >= 0:
            stays -= chances[k]
    return stays


@inner
def leaving(stage: int, target: int, residents: float, chances: ByExit) -> float:
    """Of the residents of a stage, how many leave it for stage `target`."""
    moved = NOBODY
    for k in range(s.MOST_RIVALS):
        if EXITS[stage, k] == target:
            moved = residents * chances[k]
    return moved


@inner
def ending(stage: int, target: int, residents: float, chances: ByExit) -> float:
    """Of the residents of a stage, how many are in stage `target` at the end: those who stay, or those who move."""
    return residents * staying(stage, chances) if stage == target else leaving(stage, target, residents, chances)


@inner
def users_ending(target: int, ready: NDArray[np.float64], chances: UserChances) -> float:
    """Of the ready who use IKD or did, how many are in stage `target` at the end."""
    lapsed = ending(s.LAPSED, target, ready[s.LAPSED], chances.lapsed)
    active = ending(s.ACTIVE, target, ready[s.ACTIVE], chances.active)
    return lapsed + active + ending(s.CONFIRMED, target, ready[s.CONFIRMED], chances.confirmed)


@inner
def move(pool: int, chances: Chances, drives: Drives, means: Any, standing: Any) -> None:
    """Residents of a pool who do not use IKD move, at most one stage."""
    stock = standing.stock[pool]
    heard, back = stock[s.UNAWARE] * chances.hears, stock[s.REFUSING] * chances.reconsiders
    intending, refusing = move_levels(pool, heard + back, drives, means, standing)
    stock[s.UNAWARE] -= heard
    stock[s.INTENDING] += intending
    stock[s.REFUSING] += refusing - back


@inner
def mean_loss(compartment: int, stage: int, ready: NDArray[np.float64]) -> float:
    """Mean over the residents of a stage of what is summed up in `compartment`."""
    return float(ready[compartment] / ready[stage]) if ready[stage] > 0.0 else 0.0


@inner
def move_users(ready: NDArray[np.float64], chances: UserChances) -> None:
    """The ready who use IKD are confirmed or leave it, lapsed ones come back; each keeps her or his own factor."""
    loss, later = mean_loss(ACTIVE_LOSS, s.ACTIVE, ready), mean_loss(CONFIRMED_LOSS, s.CONFIRMED, ready)
    confirmed = ending(s.CONFIRMED, s.CONFIRMED, ready[s.CONFIRMED], chances.confirmed) * later
    confirmed += ending(s.ACTIVE, s.CONFIRMED, ready[s.ACTIVE], chances.active) * loss
    ready[COMPELLED] *= staying(s.ACTIVE, chances.active)
    ready[s.ACTIVE], ready[s.CONFIRMED], ready[s.LAPSED], refusing, intending = (
        users_ending(s.ACTIVE, ready, chances),
        users_ending(s.CONFIRMED, ready, chances),
        users_ending(s.LAPSED, ready, chances),
        users_ending(s.REFUSING, ready, chances),
        users_ending(s.INTENDING, ready, chances),
    )
    ready[ACTIVE_LOSS], ready[CONFIRMED_LOSS] = ready[s.ACTIVE] * loss, confirmed
    ready[s.REFUSING] += refusing
    ready[s.INTENDING] += intending


@inner
def count_stages(week: int, place: int, state: State) -> None:
    """Residents of a place by stage; children are unaware, and those who gave up are favourable."""
    counted = state.stages[week, place]
    for stratum in range(state.standing.shape[1]):
        standing = state.standing[place, stratum]
        stock = standing.stock
        for pool in range(POOLS):
            counted[s.AWARE] += all_of(standing.aware[pool])
            counted[s.FAVOURABLE] += all_of(standing.favourable[pool]) + all_of(standing.given_up[pool])
            for stage in range(len(s.STAGES)):
                counted[stage] += stock[pool, stage]
            counted[s.INTENDING] += stock[pool, APPOINTED]
            for tries in range(state.tables.most_tries):
                counted[s.INTENDING] += stock[pool, TRIES + tries]
    adults = 0.0
    for stage in range(len(s.STAGES)):
        adults += counted[stage]
    counted[s.UNAWARE] += state.strata.places[place].residents - adults


@inner
def share_without_users(place: int, state: State) -> float:
    """Of ready residents who are activated, the share in whose household nobody else is a user."""
    free = max(0.0, 1.0 - state.places[place].users / state.strata.places[place].ready)
    share = 0.0
    for mates in range(MOST_MATES - 1, -1, -1):
        share = share * free + state.strata.places[place].mates[mates]
    return share


@inner
def tell_households(week: int, place: int, activated: float, state: State) -> None:
    """Next week, who became the first user of a household is heard there, and users of the place are those of today.

    While families are invited, so is everybody who is activated.
    """
    here, counted = state.places[place], state.stages[week, place]
    here.users, here.lapsed = users_among(counted), counted[s.LAPSED]
    here.first_users = 0.0
    if activated > 0.0:
        heard = 1.0 if state.supply.weeks[week].invited > 0.0 else share_without_users(place, state)
        here.first_users = activated / state.strata.places[place].ready * heard
