"""The queues of the mean-field twin: how far the officers' time of a week goes on average, and who is served.

The rules are those of `queues.py` in expected values. All who come to a station are served with the same chance: the
time that is expected to be used, over the time that is asked for. Who accepts on the spot needs an explanation and an
activation, and gets both or neither.
"""

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.cells import READY, WAITING
from ikdsim.engine.expected import work_done
from ikdsim.engine.expected_world import ACTIVE_LOSS, CARD, GAVE_UP, NO_CARD, ON_ERRAND, TRIES, Expected
from ikdsim.kernel import rule
from ikdsim.resident import stages as s


@rule
def meet_officers(w: int, p: int, k: int, t: Expected) -> None:
    """Others on an errand may be offered IKD: how many there are, and how many would take it at once."""
    ready, waiting, accept = t.stock[p, k, READY], t.stock[p, k, WAITING], t.accept[p, k]
    errand = t.bound[p, k, ON_ERRAND]
    warmth = t.useful[w, p, k] * t.offers.officers[w]
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
def asked_of_place(b: int, q: int, p: int, t: Expected) -> tuple[float, float, float]:
    """What place `p` asks of station `q` on board `b`: activations, officer time, and the sum of its squares."""
    o, explaining = t.offers, float(t.tables.explaining_ms)
    errand = o.errand[b, q, p]
    count, time = errand * t.comers[p, ON_ERRAND], errand * t.comers_ms[p, ON_ERRAND]
    for way, share in enumerate((o.walk_in[b, q, p], o.visit[b, q, p])):
        count += share * t.comers[p, way]
        time += share * t.comers_ms[p, way]
    time *= o.speed[b, q]
    squares = time * time / count if count > 0.0 else 0.0
    with_card, without = errand * o.offer[b, q], errand * o.offer_without_card[b, q]
    told = (with_card * t.to_tell[p, CARD] + without * t.to_tell[p, NO_CARD]) * explaining
    take = with_card * t.to_take[p, CARD] + without * t.to_take[p, NO_CARD]
    take_time = (with_card * t.to_take_ms[p, CARD] + without * t.to_take_ms[p, NO_CARD]) * o.speed[b, q]
    squares += told * explaining
    if take > 0.0:
        squares += take_time * (2.0 * explaining + take_time / take)
    return count + take, time + told + take_time, squares


@rule
def serve_station(w: int, q: int, t: Expected) -> None:
    """One queue: share out the officers' time of station `q` among all who come."""
    o, b = t.offers, t.offers.board[w]
    count, time, squares = 0.0, 0.0, 0.0
    for p in range(len(t.users)):
        more, longer, rougher = asked_of_place(b, q, p, t)
        count, time, squares = count + more, time + longer, squares + rougher
    if time <= 0.0:
        return
    turn = work_done(time, squares / t.scale, o.capacity_ms[b, q]) / time
    success = turn * (1.0 - o.failure[b, q])
    t.activations[w, o.kind[q]] += count * success
    for p in range(len(t.users)):
        errand = o.errand[b, q, p]
        for way, share in enumerate((o.walk_in[b, q, p], o.visit[b, q, p], errand)):
            t.served[p, way] += share * success
        for card, offer in enumerate((o.offer_without_card[b, q], o.offer[b, q])):
            t.told[p, card] += errand * turn * offer
            t.taken[p, card] += errand * success * offer


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
