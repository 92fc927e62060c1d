"""The aware and the favourable of a stratum by level of readiness: who is inclined goes first, who stays is less so.

Being persuaded and deciding depend on how ready somebody is, and residents differ in that more than in all else. The
other stages do not, so only these two are told apart by level. Loops over levels hold plain arithmetic, so that
the compiler takes several levels at once.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.competing_risks import at_most_sure, chance_per_hazard_up_to_sure
from ikdsim.engine.mean_field.core.state import TRIES, State
from ikdsim.engine.mean_field.core.strata import LEVELS, POOLS, READY_POOL, WAITING_POOL
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.decision import ALARM_SLOT as FAVOURABLE_ALARM_SLOT
from ikdsim.resident.decision import DECISION_SLOT, DOUBT_SLOT
from ikdsim.resident.persuasion import ALARM_SLOT, ONLINE_SLOT


class Drives(NamedTuple):
    """What a week brings to the aware and the favourable of a stratum: hazards of whoever is as ready as the mean."""

    at_home: tuple[float, float]
    """Chances that news at home persuades an aware resident, and makes a favourable one decide, before all else."""
    persuasion: float
    aware_alarm: float
    decision: float
    alarm: float
    """Hazard that a favourable resident is alarmed."""
    doubt: float
    given_up: tuple[float, float, float]
    """Of those who gave up: how readily they decide again, relative to the others of their level; alarm; doubt."""


@inner
def drives_of(place: int, stratum: int, at_home: tuple[float, float], state: State) -> Drives:
    """This week's drives of a stratum; `at_home` is that of Drives."""
    means, hazard = state.strata.means[place, stratum], state.places[place].hazard
    own, later = means.factor, means.given_up
    return Drives(
        at_home=at_home,
        persuasion=hazard[c.PERSUASION] + hazard[c.PERSUASION_ONLINE] * own[s.AWARE, ONLINE_SLOT],
        aware_alarm=hazard[c.ALARM] * own[s.AWARE, ALARM_SLOT],
        decision=hazard[c.DECISION],
        alarm=hazard[c.ALARM] * own[s.FAVOURABLE, FAVOURABLE_ALARM_SLOT],
        doubt=hazard[c.DOUBT] * own[s.FAVOURABLE, DOUBT_SLOT],
        given_up=(
            float(later[DECISION_SLOT]),
            float(hazard[c.ALARM] * later[FAVOURABLE_ALARM_SLOT]),
            float(hazard[c.DOUBT] * later[DOUBT_SLOT]),
        ),
    )


@inner
def all_of(by_level: NDArray[np.float64]) -> float:
    """Sum over levels."""
    total = 0.0
    for k in range(LEVELS):
        total += by_level[k]
    return total


@inner
def weigh_drives(drives: Drives, means: Any, standing: Any) -> None:
    """Chances of each level to be persuaded and to decide this week; for other causes, for each unit of hazard."""
    (news, invitation), persuasion, alarm = drives.at_home, drives.persuasion, drives.aware_alarm
    decision, shaken = drives.decision, drives.alarm + drives.doubt
    for k in range(LEVELS):
        hazard = at_most_sure(means.openness[k] * persuasion)
        share = (1.0 - news) * chance_per_hazard_up_to_sure(hazard + alarm)
        standing.persuaded[k], standing.aware_share[k] = news + hazard * share, share
        hazard = at_most_sure(means.decisiveness[k] * decision)
        share = (1.0 - invitation) * chance_per_hazard_up_to_sure(hazard + shaken)
        standing.decides[k], standing.favourable_share[k] = invitation + hazard * share, share


@inner
def move_levels(pool: int, joining: float, drives: Drives, means: Any, standing: Any) -> tuple[float, float]:
    """A pool's aware and favourable live the week, while others join the aware; returns who intend, who refuse."""
    intending, refusing, aware_alarm, alarm, doubt = 0.0, 0.0, drives.aware_alarm, drives.alarm, drives.doubt
    again, again_alarm, again_doubt = drives.given_up
    for k in range(LEVELS):
        aware, favourable, given_up = standing.aware[pool, k], standing.favourable[pool, k], standing.given_up[pool, k]
        persuaded, alarmed = aware * standing.persuaded[k], aware * standing.aware_share[k] * aware_alarm
        decides, shaken = favourable * standing.decides[k], favourable * standing.favourable_share[k]
        decides_again, shaken_again = given_up * standing.decides[k] * again, given_up * standing.favourable_share[k]
        doubting = shaken * doubt + shaken_again * again_doubt
        standing.aware[pool, k] = aware - persuaded - alarmed + doubting + joining * means.share[k]
        standing.favourable[pool, k] = favourable - decides - shaken * (alarm + doubt) + persuaded
        standing.given_up[pool, k] = given_up - decides_again - shaken_again * (again_alarm + again_doubt)
        standing.intending[pool, k] += decides + decides_again
        intending += decides + decides_again
        refusing += alarmed + shaken * alarm + shaken_again * again_alarm
    return intending, refusing


@inner
def instruct(share: float, standing: Any) -> None:
    """A share of all who have not decided, other than opponents, is told to activate IKD, and means to."""
    for pool in range(POOLS):
        stock = standing.stock[pool]
        told = share * stock[s.UNAWARE]
        stock[s.UNAWARE] -= told
        for k in range(LEVELS):
            undecided = standing.aware[pool, k] + standing.favourable[pool, k] + standing.given_up[pool, k]
            standing.aware[pool, k] *= 1.0 - share
            standing.favourable[pool, k] *= 1.0 - share
            standing.given_up[pool, k] *= 1.0 - share
            standing.intending[pool, k] += share * undecided
            told += share * undecided
        stock[TRIES if pool == READY_POOL else s.INTENDING] += told


@inner
def weigh_explanations(week: int, place: int, stratum: int, state: State) -> None:
    """How far an explanation leads those of a stratum this week, by level."""
    means, standing, tables = state.strata.means[place, stratum], state.standing[place, stratum], state.tables
    warmth = state.supply.weeks[week].warmth[place]
    aware, opponent = warmth * tables.explained_by_stage[s.AWARE], warmth * tables.explained_by_stage[s.REFUSING]
    deciding = tables.decided_at_once * state.drive[week, place, stratum].useful
    for k in range(LEVELS):
        dose = at_most_sure(means.openness[k] * aware)
        standing.convinced[k] = dose * chance_per_hazard_up_to_sure(dose)
        dose = at_most_sure(means.openness[k] * opponent)
        standing.won_back[k] = dose * chance_per_hazard_up_to_sure(dose)
        dose = at_most_sure(means.decisiveness[k] * deciding)
        standing.decides_at_once[k] = dose * chance_per_hazard_up_to_sure(dose)


@inner
def weigh_pressure(week: int, place: int, stratum: int, state: State) -> None:
    """How many of each level let an officer begin with IKD this week."""
    means, standing = state.strata.means[place, stratum], state.standing[place, stratum]
    pressed = state.tables.pressed * state.tables.decided_at_once * state.drive[week, place, stratum].useful
    for k in range(LEVELS):
        dose = at_most_sure(means.decisiveness[k] * pressed)
        standing.goes_along[k] = dose * chance_per_hazard_up_to_sure(dose)


@inner
def pressed_of(pool: int, means: Any, standing: Any) -> float:
    """Of a pool's residents who never used IKD and are not against it, how many let an officer begin with it."""
    willing, unaware, again = 0.0, standing.stock[pool, s.UNAWARE], means.given_up[DECISION_SLOT]
    for k in range(LEVELS):
        others = unaware * means.share[k] + standing.aware[pool, k] + standing.favourable[pool, k]
        willing += (others + standing.given_up[pool, k] * again) * standing.goes_along[k]
    return float(willing)


@inner
def press(pool: int, begun: float, required: float, means: Any, standing: Any) -> float:
    """Of a pool's residents who never used IKD and are not against it, some are activated; returns how many.

    These are a share `required`, and a share `begun` if they let it happen.
    """
    unaware, again, activated = standing.stock[pool, s.UNAWARE], means.given_up[DECISION_SLOT], 0.0
    for k in range(LEVELS):
        share = required + begun * standing.goes_along[k]
        share_again = required + begun * standing.goes_along[k] * again
        new, aware, favourable = unaware * means.share[k], standing.aware[pool, k], standing.favourable[pool, k]
        activated += (new + aware + favourable) * share + standing.given_up[pool, k] * share_again
        standing.stock[pool, s.UNAWARE] -= new * share
        standing.aware[pool, k] = aware * (1.0 - share)
        standing.favourable[pool, k] = favourable * (1.0 - share)
        standing.given_up[pool, k] *= 1.0 - share_again
    return float(activated)


@inner
def embitter(pool: int, share: float, standing: Any) -> float:
    """A share of a pool's residents who never used IKD and do not intend to turns against it; returns how many."""
    against = share * standing.stock[pool, s.UNAWARE]
    standing.stock[pool, s.UNAWARE] -= against
    for k in range(LEVELS):
        against += share * (standing.aware[pool, k] + standing.favourable[pool, k] + standing.given_up[pool, k])
        standing.aware[pool, k] *= 1.0 - share
        standing.favourable[pool, k] *= 1.0 - share
        standing.given_up[pool, k] *= 1.0 - share
    return float(against)


@inner
def deciding_of(pool: int, means: Any, standing: Any) -> float:
    """Of a pool's residents who do not use IKD, how many would decide at once if all had it explained."""
    decided, unaware, again = 0.0, standing.stock[pool, s.UNAWARE], means.given_up[DECISION_SLOT]
    for k in range(LEVELS):
        persuaded = (unaware * means.share[k] + standing.aware[pool, k]) * standing.convinced[k]
        favourable = standing.favourable[pool, k] + standing.given_up[pool, k] * again
        decided += (persuaded + favourable) * standing.decides_at_once[k]
    return float(decided)


@inner
def explain(pool: int, told: float, means: Any, standing: Any) -> tuple[float, float]:
    """A share `told` of a pool has IKD explained; returns who of them decide, and the opponents who are won back."""
    heard, opposed = told * standing.stock[pool, s.UNAWARE], told * standing.stock[pool, s.REFUSING]
    all_decided, all_won, again = 0.0, 0.0, told * means.given_up[DECISION_SLOT]
    for k in range(LEVELS):
        new = heard * means.share[k]
        persuaded = (told * standing.aware[pool, k] + new) * standing.convinced[k]
        won = opposed * means.share[k] * standing.won_back[k]
        decided = (persuaded + told * standing.favourable[pool, k]) * standing.decides_at_once[k]
        decided_again = again * standing.given_up[pool, k] * standing.decides_at_once[k]
        standing.aware[pool, k] += new - persuaded
        standing.favourable[pool, k] += persuaded + won - decided
        standing.given_up[pool, k] -= decided_again
        all_decided += decided + decided_again
        all_won += won
    return float(all_decided), float(all_won)


@inner
def give_up(pool: int, residents: float, left: float, means: Any, standing: Any) -> None:
    """So many of a pool's intending are favourable again and `left` intend still, all of the levels they had."""
    total = all_of(standing.intending[pool])
    for k in range(LEVELS):
        share = standing.intending[pool, k] / total if total > 0.0 else means.share[k]
        standing.given_up[pool, k] += residents * share
        standing.intending[pool, k] = left * share


@inner
def join(pool: int, stays: float, aware: float, favourable: float, means: Any, standing: Any) -> None:
    """A share of a pool's aware and favourable stays, and others join them, of all levels."""
    for k in range(LEVELS):
        standing.aware[pool, k] = standing.aware[pool, k] * stays + aware * means.share[k]
        standing.favourable[pool, k] = standing.favourable[pool, k] * stays + favourable * means.share[k]
        standing.given_up[pool, k] *= stays


@inner
def become_ready(share: float, standing: Any) -> None:
    """A share of the waiting who are aware, favourable or intending becomes ready; nobody who waits has given up."""
    for k in range(LEVELS):
        aware, favourable = share * standing.aware[WAITING_POOL, k], share * standing.favourable[WAITING_POOL, k]
        intending = share * standing.intending[WAITING_POOL, k]
        standing.aware[WAITING_POOL, k] -= aware
        standing.favourable[WAITING_POOL, k] -= favourable
        standing.intending[WAITING_POOL, k] -= intending
        standing.aware[READY_POOL, k] += aware
        standing.favourable[READY_POOL, k] += favourable
        standing.intending[READY_POOL, k] += intending
