"""The week of the mean-field twin: what a cell's residents do on average, in the order of the engines' week.

The rules are those of `lives.py` in expected values: rival causes share by their hazards, and every lot is replaced by
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
    Expected,
)
from ikdsim.engine.mean_field.core.strata import READY, WAITING
from ikdsim.kernel import inner, rule
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s


class Chances(NamedTuple):
    """Probabilities of a cell's week, of moves that both pools make."""

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
def set_hazards(w: int, p: int, t: Expected) -> None:
    """This week's hazards in place `p`, given the users around at the end of last week."""
    here, planned = t.places[p], t.offers.weeks[w]
    near = max(here.users - here.lapsed, 0.0)
    contacts = (t.tables.near * near + (1.0 - t.tables.near) * here.users) / t.cells.places[p].residents
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
def chances_of_cell(w: int, p: int, k: int, t: Expected) -> Chances:
    """What the week brings to a cell: news at home first, then the rival causes."""
    cell, hazard = t.cells.means[p, k], t.places[p].hazard
    own, again = cell.factor, cell.gave_up
    news = chance_of(cell.mates * t.places[p].first_users)
    told, talked = news * t.tables.told_at_home, news * t.tables.persuaded_at_home
    heard = hazard[c.MEDIA] * own[s.UNAWARE, 0] + hazard[c.ANNOUNCEMENT] * own[s.UNAWARE, 1]
    heard += hazard[c.WORD_OF_MOUTH] * own[s.UNAWARE, 2]
    persuaded, refuses = two(hazard[c.PERSUASION] * own[s.AWARE, 0], hazard[c.REFUSAL] * own[s.AWARE, 1])
    decision, rejection = t.drive[w, p, k].decision, t.drive[w, p, k].rejection
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
def move_pool(p: int, k: int, pool: int, chances: Chances, t: Expected) -> None:
    """Residents who do not use IKD move by hazard, at most one stage."""
    x, y = chances, t.standing[p, k].stock[pool]
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
def move_users(p: int, k: int, returns: float, t: Expected) -> None:
    """Active residents are confirmed or lapse, confirmed ones lapse, lapsed ones come back with chance `returns`."""
    own, hazard, ready = t.cells.means[p, k].factor, t.places[p].hazard, t.standing[p, k].stock[READY]
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
        hazard[c.DISENCHANTMENT] * t.tables.confirmed_lapse * later_loss,
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
def turn_up(w: int, p: int, k: int, t: Expected) -> None:
    """Intending residents go on an errand, or else walk in or come to a visit."""
    here, cell = t.places[p], t.cells.means[p, k]
    ready, bound = t.standing[p, k].stock[READY], t.standing[p, k].bound
    passed = w / len(t.stages)
    factor = cell.factor[s.INTENDING, 0] + passed * cell.turn_up_growth
    errand = chance_of(here.hazard[c.ERRAND] * cell.errand)
    walks, visits = two(here.hazard[c.WALK_IN] * factor, here.hazard[c.VISIT] * factor)
    bound[BY_WALK_IN], bound[BY_VISIT] = walks * (1.0 - errand), visits * (1.0 - errand)
    bound[ON_ERRAND] = errand
    intending = 0.0
    for tries in range(t.tables.most_tries):
        intending += ready[TRIES + tries]
    for way in range(WAYS):
        came = intending * bound[way]
        if way == ON_ERRAND:
            came += ready[s.INTENDING] * errand
        here.comers[way] += came
        here.comers_ms[way] += came * cell.handling_ms


@inner
def grow_up(w: int, p: int, k: int, t: Expected) -> None:
    """The week's residents become ready, and others turn 17."""
    stock, share = t.standing[p, k].stock, t.cells.ready[w, p, k]
    ready, waiting = stock[READY], stock[WAITING]
    if share > 0.0:
        ready[TRIES] += share * waiting[s.INTENDING]
        waiting[s.INTENDING] *= 1.0 - share
        for stage in (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING):
            ready[stage] += share * waiting[stage]
            waiting[stage] *= 1.0 - share
    of_age, of_age_and_ready = t.cells.enter[w, p, k, WAITING], t.cells.enter[w, p, k, READY]
    waiting[s.UNAWARE] += of_age
    ready[s.UNAWARE] += of_age_and_ready
    t.places[p].children -= of_age + of_age_and_ready
