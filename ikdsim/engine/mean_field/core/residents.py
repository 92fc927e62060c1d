"""The week of the mean-field twin: what a stratum's residents do on average, in the order of the engines' week.

The rules are those of `lives.py` in expected values: rival causes share by their hazards, and every draw is replaced by
its probability.
"""

from typing import NamedTuple

from ikdsim.engine.mean_field.core.competing_risks import chance_of, chance_per_hazard
from ikdsim.engine.mean_field.core.state import (
    ACTIVE_LOSS,
    BY_VISIT,
    BY_WALK_IN,
    CONFIRMED_LOSS,
    GAVE_UP,
    ON_ERRAND,
    TRIES,
    WAYS,
    State,
)
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.kernel import inner, rule
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s


class Chances(NamedTuple):
    """Probabilities of a stratum's week, of moves that both pools make."""

    hears: float
    persuaded: float
    refuses: float
    decides: float
    rejects: float
    doubts: float
    decides_again: float
    rejects_again: float
    doubts_again: float
    reconsiders: float


@inner
def set_hazards(week: int, p: int, state: State) -> None:
    """This week's hazards in place `p`, given the users around at the end of last week."""
    here, planned = state.places[p], state.supply.weeks[week]
    near = max(here.users - here.lapsed, 0.0)
    contacts = (state.tables.near * near + (1.0 - state.tables.near) * here.users) / state.strata.places[p].residents
    for cause in range(len(c.CAUSES)):
        here.hazard[cause] = planned.hazard[p, cause] + planned.per_user[cause] * contacts


@inner
def two(first: float, second: float) -> tuple[float, float]:
    """Probabilities of two rival causes with these hazards."""
    share = chance_per_hazard(first + second)
    return first * share, second * share


@rule
def three(first: float, second: float, third: float) -> tuple[float, float, float]:
    """Probabilities of three rival causes with these hazards."""
    share = chance_per_hazard(first + second + third)
    return first * share, second * share, third * share


@inner
def chances_of_cell(week: int, p: int, k: int, state: State) -> Chances:
    """What the week brings to a stratum: news at home first, then the rival causes."""
    stratum, hazard = state.strata.means[p, k], state.places[p].hazard
    own, again = stratum.factor, stratum.gave_up
    news = chance_of(stratum.mates * state.places[p].first_users)
    told, talked = news * state.tables.told_at_home, news * state.tables.persuaded_at_home
    heard = hazard[c.MEDIA] * own[s.UNAWARE, 0] + hazard[c.ANNOUNCEMENT] * own[s.UNAWARE, 1]
    heard += hazard[c.WORD_OF_MOUTH] * own[s.UNAWARE, 2]
    persuaded, refuses = two(hazard[c.PERSUASION] * own[s.AWARE, 0], hazard[c.REFUSAL] * own[s.AWARE, 1])
    decision, rejection = state.drive[week, p, k].decision, state.drive[week, p, k].rejection
    doubt, favourable = hazard[c.DOUBT], s.FAVOURABLE
    decides, rejects, doubts = three(
        decision * own[favourable, 0], rejection * own[favourable, 1], doubt * own[favourable, 2]
    )
    decides_again, rejects_again, doubts_again = three(decision * again[0], rejection * again[1], doubt * again[2])
    return Chances(
        told + (1.0 - told) * chance_of(heard),
        talked + (1.0 - talked) * persuaded,
        (1.0 - talked) * refuses,
        decides,
        rejects,
        doubts,
        decides_again,
        rejects_again,
        doubts_again,
        chance_of(hazard[c.RECONSIDERATION] * own[s.REFUSING, 0]),
    )


@inner
def move_pool(p: int, k: int, pool: int, chances: Chances, state: State) -> None:
    """Residents who do not use IKD move by hazard, at most one stage."""
    x, y = chances, state.standing[p, k].stock[pool]
    unaware, aware, favourable = y[s.UNAWARE], y[s.AWARE], y[s.FAVOURABLE]
    again, refusing = y[GAVE_UP], y[s.REFUSING]
    y[s.UNAWARE] = unaware * (1.0 - x.hears)
    y[s.AWARE] = aware * (1.0 - x.persuaded - x.refuses) + unaware * x.hears
    y[s.AWARE] += favourable * x.doubts + again * x.doubts_again
    y[s.FAVOURABLE] = favourable * (1.0 - x.decides - x.rejects - x.doubts)
    y[s.FAVOURABLE] += aware * x.persuaded + refusing * x.reconsiders
    y[GAVE_UP] = again * (1.0 - x.decides_again - x.rejects_again - x.doubts_again)
    y[s.REFUSING] = refusing * (1.0 - x.reconsiders) + aware * x.refuses
    y[s.REFUSING] += favourable * x.rejects + again * x.rejects_again
    y[s.INTENDING] += favourable * x.decides + again * x.decides_again


@inner
def move_users(p: int, k: int, returns: float, state: State) -> None:
    """Active residents are confirmed or lapse, confirmed ones lapse, lapsed ones come back with chance `returns`."""
    own, hazard, ready = state.strata.means[p, k].factor, state.places[p].hazard, state.standing[p, k].stock[READY_POOL]
    active, confirmed, lapsed = ready[s.ACTIVE], ready[s.CONFIRMED], ready[s.LAPSED]
    loss = ready[ACTIVE_LOSS] / active if active > 0.0 else 0.0
    later_loss = ready[CONFIRMED_LOSS] / confirmed if confirmed > 0.0 else 0.0
    confirms, breaks_off, turns_away = three(
        hazard[c.CONFIRMATION] * own[s.ACTIVE, 0],
        hazard[c.INTERRUPTION] * own[s.ACTIVE, 1],
        hazard[c.DISENCHANTMENT] * loss,
    )
    later_break, later_turn = two(
        hazard[c.INTERRUPTION] * own[s.CONFIRMED, 0],
        hazard[c.DISENCHANTMENT] * state.tables.confirmed_lapse * later_loss,
    )
    stays, stays_later = 1.0 - confirms - breaks_off - turns_away, 1.0 - later_break - later_turn
    ready[s.ACTIVE] = active * stays
    ready[s.CONFIRMED] = confirmed * stays_later + active * confirms
    ready[ACTIVE_LOSS] = active * stays * loss
    ready[CONFIRMED_LOSS] = (confirmed * stays_later) * later_loss + active * confirms * loss
    ready[s.REFUSING] += active * turns_away + confirmed * later_turn
    ready[s.LAPSED] = lapsed * (1.0 - returns) + active * breaks_off + confirmed * later_break
    ready[s.INTENDING] += lapsed * returns


@inner
def turn_up(week: int, p: int, k: int, state: State) -> None:
    """Intending residents go on an errand, or else walk in or come to a visit."""
    here, stratum = state.places[p], state.strata.means[p, k]
    ready, bound = state.standing[p, k].stock[READY_POOL], state.standing[p, k].bound
    passed = week / len(state.stages)
    factor = stratum.factor[s.INTENDING, 0] + passed * stratum.turn_up_growth
    errand = chance_of(here.hazard[c.ERRAND] * stratum.errand)
    walks, visits = two(here.hazard[c.WALK_IN] * factor, here.hazard[c.VISIT] * factor)
    bound[BY_WALK_IN], bound[BY_VISIT] = walks * (1.0 - errand), visits * (1.0 - errand)
    bound[ON_ERRAND] = errand
    intending = 0.0
    for tries in range(state.tables.most_tries):
        intending += ready[TRIES + tries]
    for way in range(WAYS):
        came = intending * bound[way]
        if way == ON_ERRAND:
            came += ready[s.INTENDING] * errand
        here.comers[way] += came
        here.comers_ms[way] += came * stratum.handling_ms


@inner
def grow_up(week: int, p: int, k: int, state: State) -> None:
    """The week's residents become ready, and others turn 17."""
    stock, share = state.standing[p, k].stock, state.strata.ready[week, p, k]
    ready, waiting = stock[READY_POOL], stock[WAITING_POOL]
    if share > 0.0:
        ready[TRIES] += share * waiting[s.INTENDING]
        waiting[s.INTENDING] *= 1.0 - share
        for stage in (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING):
            ready[stage] += share * waiting[stage]
            waiting[stage] *= 1.0 - share
    of_age, of_age_and_ready = state.strata.enter[week, p, k, WAITING_POOL], state.strata.enter[week, p, k, READY_POOL]
    waiting[s.UNAWARE] += of_age
    ready[s.UNAWARE] += of_age_and_ready
    state.places[p].children -= of_age + of_age_and_ready
