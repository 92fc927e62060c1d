"""A week of the mean-field twin: what a cell's residents do on average, in the order of the engines' week.

The rules are those of `kernels.py` in expected values: rival causes share by their hazards, and every lot is replaced
by its probability.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.cells import POOLS, READY, WAITING, Cells
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


class Twin(NamedTuple):
    """Expected residents, and what happens to them this week."""

    near: float
    """Weight of the RT among the people around, 0-1."""
    cells: Cells
    offers: Offers
    tables: Tables
    stock: NDArray[np.float64]
    """Shape (places, cells, pools, compartments): the stages, then those above."""
    hazard: NDArray[np.float64]
    """This week's hazards of causes that are not an occupation's; shape (places, causes)."""
    users: NDArray[np.float64]
    """Active and confirmed at the end of last week; shape (places,)."""
    lapsed: NDArray[np.float64]
    first_users: NDArray[np.float64]
    """Activated last week as the first of their household; shape (places,)."""
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
def set_hazards(w: int, p: int, t: Twin) -> None:
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
def mean_of(values: NDArray[np.float64], w: int, p: int, k: int, t: Twin) -> float:
    """Mean over the occupations of a cell; `values` has shape (weeks, occupations)."""
    mean = 0.0
    for occupation in range(values.shape[1]):
        mean += t.cells.occupation[p, k, occupation] * values[w, occupation]
    return mean


@rule
def chances_of_cell(w: int, p: int, k: int, t: Twin) -> Chances:
    """What the week brings to a cell: news at home first, then the rival causes."""
    own, again, hazard = t.cells.factor, t.cells.gave_up, t.hazard
    news = chance_of(t.cells.mates[p, k] * t.first_users[p] / max(t.cells.ready_in_place[p], 1.0))
    told, talked = news * t.tables.told_at_home, news * t.tables.persuaded_at_home
    heard = hazard[p, c.MEDIA] * own[p, k, s.UNAWARE, 0] + hazard[p, c.ANNOUNCEMENT] * own[p, k, s.UNAWARE, 1]
    heard += hazard[p, c.WORD_OF_MOUTH] * own[p, k, s.UNAWARE, 2]
    persuaded, refuses = two(
        hazard[p, c.PERSUASION] * own[p, k, s.AWARE, 0], hazard[p, c.REFUSAL] * own[p, k, s.AWARE, 1]
    )
    decision, rejection = mean_of(t.offers.decision, w, p, k, t), mean_of(t.offers.rejection, w, p, k, t)
    doubt, favourable = hazard[p, c.DOUBT], s.FAVOURABLE
    decides, rejects, doubts = three(
        decision * own[p, k, favourable, 0], rejection * own[p, k, favourable, 1], doubt * own[p, k, favourable, 2]
    )
    decides_again, rejects_again, doubts_again = three(
        decision * again[p, k, 0], rejection * again[p, k, 1], doubt * again[p, k, 2]
    )
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
        chance_of(hazard[p, c.RECONSIDERATION] * own[p, k, s.REFUSING, 0]),
    )


@rule
def move_pool(p: int, k: int, pool: int, chances: Chances, t: Twin) -> None:
    """Residents who do not use IKD move by hazard, at most one stage."""
    x, y = chances, t.stock
    unaware, aware, favourable = y[p, k, pool, s.UNAWARE], y[p, k, pool, s.AWARE], y[p, k, pool, s.FAVOURABLE]
    again, refusing = y[p, k, pool, GAVE_UP], y[p, k, pool, s.REFUSING]
    y[p, k, pool, s.UNAWARE] = unaware * (1.0 - x.hears)
    y[p, k, pool, s.AWARE] = aware * (1.0 - x.persuaded - x.refuses) + unaware * x.hears
    y[p, k, pool, s.AWARE] += favourable * x.doubts + again * x.doubts_again
    y[p, k, pool, s.FAVOURABLE] = favourable * (1.0 - x.decides - x.rejects - x.doubts)
    y[p, k, pool, s.FAVOURABLE] += aware * x.persuaded + refusing * x.reconsiders
    y[p, k, pool, GAVE_UP] = again * (1.0 - x.decides_again - x.rejects_again - x.doubts_again)
    y[p, k, pool, s.REFUSING] = refusing * (1.0 - x.reconsiders) + aware * x.refuses
    y[p, k, pool, s.REFUSING] += favourable * x.rejects + again * x.rejects_again
    y[p, k, pool, s.INTENDING] += favourable * x.decides + again * x.decides_again


@rule
def move_users(p: int, k: int, returns: float, t: Twin) -> None:
    """Active residents are confirmed or lapse, confirmed ones lapse, and lapsed ones come back with chance `returns`."""
    own, hazard, y = t.cells.factor, t.hazard, t.stock
    active, confirmed, lapsed = y[p, k, READY, s.ACTIVE], y[p, k, READY, s.CONFIRMED], y[p, k, READY, s.LAPSED]
    loss = y[p, k, READY, ACTIVE_LOSS] / active if active > 0.0 else 0.0
    later_loss = y[p, k, READY, CONFIRMED_LOSS] / confirmed if confirmed > 0.0 else 0.0
    confirms, breaks_off, turns_away = three(
        hazard[p, c.CONFIRMATION] * own[p, k, s.ACTIVE, 0],
        hazard[p, c.INTERRUPTION] * own[p, k, s.ACTIVE, 1],
        hazard[p, c.DISENCHANTMENT] * loss,
    )
    later_break, later_turn = two(
        hazard[p, c.INTERRUPTION] * own[p, k, s.CONFIRMED, 0],
        hazard[p, c.DISENCHANTMENT] * t.tables.confirmed_lapse * later_loss,
    )
    stays, stays_later = 1.0 - confirms - breaks_off - turns_away, 1.0 - later_break - later_turn
    y[p, k, READY, s.ACTIVE] = active * stays
    y[p, k, READY, s.CONFIRMED] = confirmed * stays_later + active * confirms
    y[p, k, READY, ACTIVE_LOSS] = active * stays * loss
    y[p, k, READY, CONFIRMED_LOSS] = (confirmed * stays_later) * later_loss + active * confirms * loss
    y[p, k, READY, s.REFUSING] += active * turns_away + confirmed * later_turn
    y[p, k, READY, s.LAPSED] = lapsed * (1.0 - returns) + active * breaks_off + confirmed * later_break
    y[p, k, READY, s.INTENDING] += lapsed * returns


@rule
def turn_up(w: int, p: int, k: int, t: Twin) -> None:
    """Intending residents go on an errand, or else walk in or come to a visit."""
    y, bound = t.stock, t.bound
    passed = w / len(t.stages)
    factor = t.cells.factor[p, k, s.INTENDING, 0] + passed * t.cells.turn_up_growth[p, k]
    errand = chance_of(t.hazard[p, c.ERRAND] * t.cells.errand[p, k])
    walks, visits = two(t.hazard[p, c.WALK_IN] * factor, t.hazard[p, c.VISIT] * factor)
    bound[p, k, BY_WALK_IN], bound[p, k, BY_VISIT] = walks * (1.0 - errand), visits * (1.0 - errand)
    bound[p, k, ON_ERRAND] = errand
    intending = 0.0
    for tries in range(t.tables.most_tries):
        intending += y[p, k, READY, TRIES + tries]
    for way in range(3):
        came = intending * bound[p, k, way]
        if way == ON_ERRAND:
            came += y[p, k, READY, s.INTENDING] * errand
        t.comers[p, way] += came
        t.comers_ms[p, way] += came * t.cells.handling_ms[p, k]


@rule
def meet_officers(w: int, p: int, k: int, t: Twin) -> None:
    """Others on an errand may be offered IKD: how many there are, and how many would take it at once."""
    y, errand = t.stock, t.bound[p, k, ON_ERRAND]
    warmth = mean_of(t.offers.useful, w, p, k, t) * t.offers.station_factor[w, 0]
    here, waiting, taking = y[p, k, READY, GAVE_UP], y[p, k, WAITING, GAVE_UP] + y[p, k, WAITING, s.INTENDING], 0.0
    for stage in (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING, s.LAPSED):
        t.accept[p, k, stage] = min(t.cells.accept[p, k, stage] * warmth, 1.0)
        here += y[p, k, READY, stage]
        waiting += y[p, k, WAITING, stage]
        taking += y[p, k, READY, stage] * t.accept[p, k, stage]
    taking += y[p, k, READY, GAVE_UP] * t.accept[p, k, s.FAVOURABLE]
    card, no_record = t.cells.card[p, k, READY], t.cells.card[p, k, WAITING]
    t.to_tell[p, CARD] += errand * (here * card + waiting * no_record)
    t.to_tell[p, NO_CARD] += errand * (here * (1.0 - card) + waiting * (1.0 - no_record))
    t.to_take[p, CARD] += errand * taking * card
    t.to_take[p, NO_CARD] += errand * taking * (1.0 - card)
    t.to_take_ms[p, CARD] += errand * taking * card * t.cells.handling_ms[p, k]
    t.to_take_ms[p, NO_CARD] += errand * taking * (1.0 - card) * t.cells.handling_ms[p, k]


@rule
def share_told(shares: NDArray[np.float64], p: int, k: int, pool: int, t: Twin) -> float:
    """Of a cell's pool, the share that runs an errand and is in `shares` by card, shape (places, 2)."""
    card = t.cells.card[p, k, pool]
    return float(t.bound[p, k, ON_ERRAND] * (card * shares[p, CARD] + (1.0 - card) * shares[p, NO_CARD]))


@rule
def answer_offers(p: int, k: int, t: Twin) -> tuple[float, float]:
    """Those to whom IKD was explained accept or hear of it; returns the activated and the disappointed."""
    y, accept = t.stock, t.accept
    told, taken = share_told(t.told, p, k, READY, t), share_told(t.taken, p, k, READY, t)
    heard = y[p, k, READY, s.UNAWARE] * told
    accepted = heard * accept[p, k, s.UNAWARE]
    y[p, k, READY, s.UNAWARE] -= heard
    for stage in (s.AWARE, s.FAVOURABLE, s.REFUSING, s.LAPSED):
        leaving = y[p, k, READY, stage] * told * accept[p, k, stage]
        y[p, k, READY, stage] -= leaving
        accepted += leaving
    leaving = y[p, k, READY, GAVE_UP] * told * accept[p, k, s.FAVOURABLE]
    y[p, k, READY, GAVE_UP] -= leaving
    accepted += leaving
    y[p, k, READY, s.AWARE] += heard * (1.0 - accept[p, k, s.UNAWARE])
    heard = y[p, k, WAITING, s.UNAWARE] * share_told(t.told, p, k, WAITING, t)
    y[p, k, WAITING, s.UNAWARE] -= heard
    y[p, k, WAITING, s.AWARE] += heard
    activated = accepted * taken / told if told > 0.0 else 0.0
    return activated, accepted - activated


@rule
def leave_queue(p: int, k: int, t: Twin) -> float:
    """What became of a cell's residents who stood in a queue; returns the activated."""
    y, bound = t.stock, t.bound
    activated, disappointed = answer_offers(p, k, t)
    new, errand = y[p, k, READY, s.INTENDING], bound[p, k, ON_ERRAND]
    activated += new * errand * t.served[p, ON_ERRAND]
    disappointed += new * errand * (1.0 - t.served[p, ON_ERRAND])
    y[p, k, READY, s.INTENDING] = 0.0
    y[p, k, READY, ACTIVE_LOSS] += activated * t.cells.disenchanted[p, k, 0]
    came, served = 0.0, 0.0
    for way in range(3):
        came += bound[p, k, way]
        served += bound[p, k, way] * t.served[p, way]
    arriving = new * (1.0 - errand)
    for tries in range(t.tables.most_tries):
        intending = y[p, k, READY, TRIES + tries]
        y[p, k, READY, TRIES + tries] = intending * (1.0 - came) + arriving
        y[p, k, READY, ACTIVE_LOSS] += intending * served * t.cells.disenchanted[p, k, tries]
        activated += intending * served
        arriving = intending * (came - served)
        if tries == 0:
            arriving += disappointed
    y[p, k, READY, GAVE_UP] += arriving
    y[p, k, READY, s.ACTIVE] += activated
    return activated


@rule
def grow_up(w: int, p: int, k: int, t: Twin) -> None:
    """The week's residents become ready, and others turn 17."""
    y, ready = t.stock, t.cells.ready[w, p, k]
    if ready > 0.0:
        y[p, k, READY, TRIES] += ready * y[p, k, WAITING, s.INTENDING]
        y[p, k, WAITING, s.INTENDING] *= 1.0 - ready
        for stage in (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING):
            y[p, k, READY, stage] += ready * y[p, k, WAITING, stage]
            y[p, k, WAITING, stage] *= 1.0 - ready
    for pool in range(POOLS):
        y[p, k, pool, s.UNAWARE] += t.cells.enter[w, p, k, pool]
