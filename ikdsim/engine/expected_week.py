"""A week of the mean-field twin: what a cell's residents do on average, in the order of the engines' week.

The rules are those of `kernels.py` in expected values: rival causes share by their hazards, and every lot is replaced
by its probability.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.cells import READY, WAITING, Cells
from ikdsim.engine.expected import chance_of, chance_per_hazard
from ikdsim.engine.offers import Offers
from ikdsim.kernel import rule
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.tables import Tables

GAVE_UP: Final = len(s.STAGES)
"""Favourable again after the last try, with less trust than others."""
ACTIVE_LOSS: Final = GAVE_UP + 1
"""Sum of the own factors of active residents for disenchantment, which disappointments before have raised."""
CONFIRMED_LOSS: Final = ACTIVE_LOSS + 1
"""The same sum for confirmed residents."""
TRIES: Final = CONFIRMED_LOSS + 1
"""Ready and intending with no disappointment so far; those with one, two ... follow. The ready stand in the
compartment of their stage, INTENDING, only in the week in which they came to intend."""

BY_WALK_IN, BY_VISIT, ON_ERRAND = range(3)
NO_CARD, CARD = range(2)


class Expected(NamedTuple):
    """Expected residents, and what happens to them this week."""

    near: float
    """Weight of the RT among the people around, 0-1."""
    cells: Cells
    offers: Offers
    tables: Tables
    decision: NDArray[np.float64]
    """Mean hazard of a cell to decide for IKD; shape (weeks, places, cells)."""
    rejection: NDArray[np.float64]
    """The same to reject it."""
    useful: NDArray[np.float64]
    """Mean effect of usefulness."""
    stock: NDArray[np.float64]
    """Shape (places, cells, pools, compartments): the stages, then those above."""
    children: NDArray[np.float64]
    """Residents under 17; shape (places,)."""
    hazard: NDArray[np.float64]
    """This week's hazards of causes that are not an occupation's; shape (places, causes)."""
    users: NDArray[np.float64]
    """Active and confirmed at the end of last week; shape (places,)."""
    lapsed: NDArray[np.float64]
    first_users: NDArray[np.float64]
    """Activated last week as the first of their household, per ready resident; shape (places,)."""
    bound: NDArray[np.float64]
    """Share of the intending who walk in, come to a visit, and of all who run an errand; shape (places, cells, 3)."""
    accept: NDArray[np.float64]
    """Probability to accept IKD on the spot; shape (places, cells, stages)."""
    comers: NDArray[np.float64]
    """Intending and ready residents who turn up, by way; shape (places, 3)."""
    comers_ms: NDArray[np.float64]
    """Officer time they need at a station of speed 1."""
    to_tell: NDArray[np.float64]
    """Others on an errand, without and with a card; shape (places, 2)."""
    to_take: NDArray[np.float64]
    """Those of them who would accept and are ready."""
    to_take_ms: NDArray[np.float64]
    served: NDArray[np.float64]
    """Share of the comers who are activated; shape (places, 3)."""
    told: NDArray[np.float64]
    """Share of those on an errand who have IKD explained, without and with a card; shape (places, 2)."""
    taken: NDArray[np.float64]
    """Share of those on an errand who, if they accept, are activated."""
    stages: NDArray[np.float64]
    """Expected residents after each week; shape (weeks, places, stages)."""
    activations: NDArray[np.float64]
    """Expected activations; shape (weeks, kinds of service points)."""


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


@rule
def set_hazards(w: int, p: int, t: Expected) -> None:
    """This week's hazards in place `p`, given the users around at the end of last week."""
    near = max(t.users[p] - t.lapsed[p], 0.0)
    contacts = (t.near * near + (1.0 - t.near) * t.users[p]) / t.cells.residents[p]
    for cause in range(len(c.CAUSES)):
        t.hazard[p, cause] = t.offers.hazard[w, p, cause] + t.offers.per_user[w, cause] * contacts


@rule
def two(first: float, second: float) -> tuple[float, float]:
    """Probabilities of two rival causes with these hazards."""
    share = chance_per_hazard(first + second)
    return first * share, second * share


@rule
def three(first: float, second: float, third: float) -> tuple[float, float, float]:
    """Probabilities of three rival causes with these hazards."""
    share = chance_per_hazard(first + second + third)
    return first * share, second * share, third * share


@rule
def chances_of_cell(w: int, p: int, k: int, t: Expected) -> Chances:
    """What the week brings to a cell: news at home first, then the rival causes."""
    own, again, hazard = t.cells.factor[p, k], t.cells.gave_up[p, k], t.hazard[p]
    news = chance_of(t.cells.mates[p, k] * t.first_users[p])
    told, talked = news * t.tables.told_at_home, news * t.tables.persuaded_at_home
    heard = hazard[c.MEDIA] * own[s.UNAWARE, 0] + hazard[c.ANNOUNCEMENT] * own[s.UNAWARE, 1]
    heard += hazard[c.WORD_OF_MOUTH] * own[s.UNAWARE, 2]
    persuaded, refuses = two(hazard[c.PERSUASION] * own[s.AWARE, 0], hazard[c.REFUSAL] * own[s.AWARE, 1])
    decision, rejection = t.decision[w, p, k], t.rejection[w, p, k]
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


@rule
def move_pool(p: int, k: int, pool: int, chances: Chances, t: Expected) -> None:
    """Residents who do not use IKD move by hazard, at most one stage."""
    x, y = chances, t.stock[p, k, pool]
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


@rule
def move_users(p: int, k: int, returns: float, t: Expected) -> None:
    """Active residents are confirmed or lapse, confirmed ones lapse, lapsed ones come back with chance `returns`."""
    own, hazard, ready = t.cells.factor[p, k], t.hazard[p], t.stock[p, k, READY]
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


@rule
def turn_up(w: int, p: int, k: int, t: Expected) -> None:
    """Intending residents go on an errand, or else walk in or come to a visit."""
    ready, bound = t.stock[p, k, READY], t.bound[p, k]
    passed = w / len(t.stages)
    factor = t.cells.factor[p, k, s.INTENDING, 0] + passed * t.cells.turn_up_growth[p, k]
    errand = chance_of(t.hazard[p, c.ERRAND] * t.cells.errand[p, k])
    walks, visits = two(t.hazard[p, c.WALK_IN] * factor, t.hazard[p, c.VISIT] * factor)
    bound[BY_WALK_IN], bound[BY_VISIT] = walks * (1.0 - errand), visits * (1.0 - errand)
    bound[ON_ERRAND] = errand
    intending = 0.0
    for tries in range(t.tables.most_tries):
        intending += ready[TRIES + tries]
    for way in range(3):
        came = intending * bound[way]
        if way == ON_ERRAND:
            came += ready[s.INTENDING] * errand
        t.comers[p, way] += came
        t.comers_ms[p, way] += came * t.cells.handling_ms[p, k]


@rule
def meet_officers(w: int, p: int, k: int, t: Expected) -> None:
    """Others on an errand may be offered IKD: how many there are, and how many would take it at once."""
    ready, waiting, accept = t.stock[p, k, READY], t.stock[p, k, WAITING], t.accept[p, k]
    errand = t.bound[p, k, ON_ERRAND]
    warmth = t.useful[w, p, k] * t.offers.station_factor[w, 0]
    here, unready, taking = ready[GAVE_UP], waiting[GAVE_UP] + waiting[s.INTENDING], 0.0
    for stage in (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING, s.LAPSED):
        accept[stage] = min(t.cells.accept[p, k, stage] * warmth, 1.0)
        here += ready[stage]
        unready += waiting[stage]
        taking += ready[stage] * accept[stage]
    taking += ready[GAVE_UP] * accept[s.FAVOURABLE]
    card, no_record = t.cells.card[p, k, READY], t.cells.card[p, k, WAITING]
    t.to_tell[p, CARD] += errand * (here * card + unready * no_record)
    t.to_tell[p, NO_CARD] += errand * (here * (1.0 - card) + unready * (1.0 - no_record))
    t.to_take[p, CARD] += errand * taking * card
    t.to_take[p, NO_CARD] += errand * taking * (1.0 - card)
    t.to_take_ms[p, CARD] += errand * taking * card * t.cells.handling_ms[p, k]
    t.to_take_ms[p, NO_CARD] += errand * taking * (1.0 - card) * t.cells.handling_ms[p, k]


@rule
def share_told(shares: NDArray[np.float64], p: int, k: int, pool: int, t: Expected) -> float:
    """Of a cell's pool, the share that runs an errand and is in `shares` by card, shape (places, 2)."""
    card = t.cells.card[p, k, pool]
    return float(t.bound[p, k, ON_ERRAND] * (card * shares[p, CARD] + (1.0 - card) * shares[p, NO_CARD]))


@rule
def answer_offers(p: int, k: int, t: Expected) -> tuple[float, float]:
    """Those to whom IKD was explained accept or hear of it; returns the activated and the disappointed."""
    ready, waiting, accept = t.stock[p, k, READY], t.stock[p, k, WAITING], t.accept[p, k]
    told, taken = share_told(t.told, p, k, READY, t), share_told(t.taken, p, k, READY, t)
    heard = ready[s.UNAWARE] * told
    accepted = heard * accept[s.UNAWARE]
    ready[s.UNAWARE] -= heard
    for stage in (s.AWARE, s.FAVOURABLE, s.REFUSING, s.LAPSED):
        leaving = ready[stage] * told * accept[stage]
        ready[stage] -= leaving
        accepted += leaving
    leaving = ready[GAVE_UP] * told * accept[s.FAVOURABLE]
    ready[GAVE_UP] -= leaving
    accepted += leaving
    ready[s.AWARE] += heard * (1.0 - accept[s.UNAWARE])
    heard = waiting[s.UNAWARE] * share_told(t.told, p, k, WAITING, t)
    waiting[s.UNAWARE] -= heard
    waiting[s.AWARE] += heard
    activated = accepted * taken / told if told > 0.0 else 0.0
    return activated, accepted - activated


@rule
def leave_queue(p: int, k: int, t: Expected) -> float:
    """What became of a cell's residents who stood in a queue; returns the activated."""
    ready, bound = t.stock[p, k, READY], t.bound[p, k]
    activated, disappointed = answer_offers(p, k, t)
    new, errand = ready[s.INTENDING], bound[ON_ERRAND]
    activated += new * errand * t.served[p, ON_ERRAND]
    disappointed += new * errand * (1.0 - t.served[p, ON_ERRAND])
    ready[s.INTENDING] = 0.0
    ready[ACTIVE_LOSS] += activated * t.cells.disenchanted[p, k, 0]
    came, served = 0.0, 0.0
    for way in range(3):
        came += bound[way]
        served += bound[way] * t.served[p, way]
    arriving = new * (1.0 - errand)
    for tries in range(t.tables.most_tries):
        intending = ready[TRIES + tries]
        ready[TRIES + tries] = intending * (1.0 - came) + arriving
        ready[ACTIVE_LOSS] += intending * served * t.cells.disenchanted[p, k, tries]
        activated += intending * served
        arriving = intending * (came - served)
        if tries == 0:
            arriving += disappointed
    ready[GAVE_UP] += arriving
    ready[s.ACTIVE] += activated
    return float(activated)


@rule
def grow_up(w: int, p: int, k: int, t: Expected) -> None:
    """The week's residents become ready, and others turn 17."""
    ready, waiting, share = t.stock[p, k, READY], t.stock[p, k, WAITING], t.cells.ready[w, p, k]
    if share > 0.0:
        ready[TRIES] += share * waiting[s.INTENDING]
        waiting[s.INTENDING] *= 1.0 - share
        for stage in (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING):
            ready[stage] += share * waiting[stage]
            waiting[stage] *= 1.0 - share
    of_age, of_age_and_ready = t.cells.enter[w, p, k, WAITING], t.cells.enter[w, p, k, READY]
    waiting[s.UNAWARE] += of_age
    ready[s.UNAWARE] += of_age_and_ready
    t.children[p] -= of_age + of_age_and_ready
