"""The queues of the mean-field twin: how far the officers' time of a week goes on average, and who is served.

The rules are those of `queues.py` in expected values. All who come to a station are served with the same chance: the
time that is expected to be used, over the time that is asked for. Who accepts on the spot needs an explanation and an
activation, and gets both or neither.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.competing_risks import work_done
from ikdsim.engine.mean_field.core.state import (
    ACTIVE_LOSS,
    CARD,
    CARDS,
    GAVE_UP,
    NO_CARD,
    ON_ERRAND,
    TRIES,
    WAYS,
    Expected,
)
from ikdsim.engine.mean_field.core.strata import READY, WAITING
from ikdsim.kernel import inner
from ikdsim.resident import stages as s


@inner
def meet_officers(w: int, p: int, k: int, t: Expected) -> None:
    """Others on an errand may be offered IKD: how many there are, and how many would take it at once."""
    here, cell, standing = t.places[p], t.cells.means[p, k], t.standing[p, k]
    ready, waiting, errand = standing.stock[READY], standing.stock[WAITING], standing.bound[ON_ERRAND]
    warmth = t.drive[w, p, k].useful * t.offers.weeks[w].officers
    able, unready, taking = ready[GAVE_UP], waiting[GAVE_UP] + waiting[s.INTENDING], 0.0
    for stage in (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING, s.LAPSED):
        standing.accept[stage] = min(cell.accept[stage] * warmth, 1.0)
        able += ready[stage]
        unready += waiting[stage]
        taking += ready[stage] * standing.accept[stage]
    taking += ready[GAVE_UP] * standing.accept[s.FAVOURABLE]
    for card in range(CARDS):
        of_ready, of_waiting = share_with(card, cell.card[READY]), share_with(card, cell.card[WAITING])
        here.to_tell[card] += errand * (able * of_ready + unready * of_waiting)
        here.to_take[card] += errand * taking * of_ready
        here.to_take_ms[card] += errand * taking * of_ready * cell.handling_ms


@inner
def share_with(card: int, holders: float) -> float:
    """Share of residents with a card (CARD) or without (NO_CARD), of whom `holders` have one."""
    return holders if card == CARD else 1.0 - holders


@inner
def asked_of_place(p: int, station: Any, t: Expected) -> tuple[float, float, float]:
    """What residents of place `p` ask of a station: activations, officer time, and the sum of its squares."""
    here, errand, explaining = t.places[p], station.errand[p], float(t.tables.explaining_ms)
    count, time = errand * here.comers[ON_ERRAND], errand * here.comers_ms[ON_ERRAND]
    for way, share in enumerate((station.walk_in[p], station.visit[p])):
        count += share * here.comers[way]
        time += share * here.comers_ms[way]
    time *= station.speed
    squares = time * time / count if count > 0.0 else 0.0
    with_card, without = errand * station.offer, errand * station.offer_without_card
    told = (with_card * here.to_tell[CARD] + without * here.to_tell[NO_CARD]) * explaining
    take = with_card * here.to_take[CARD] + without * here.to_take[NO_CARD]
    take_time = (with_card * here.to_take_ms[CARD] + without * here.to_take_ms[NO_CARD]) * station.speed
    squares += told * explaining
    if take > 0.0:
        squares += take_time * (2.0 * explaining + take_time / take)
    return count + take, time + told + take_time, squares


@inner
def serve_station(w: int, q: int, t: Expected) -> None:
    """One queue: share out the officers' time of station `q` among all who come."""
    station = t.offers.stations[t.offers.weeks[w].board, q]
    count, time, squares = 0.0, 0.0, 0.0
    for p in range(len(t.places)):
        more, longer, rougher = asked_of_place(p, station, t)
        count, time, squares = count + more, time + longer, squares + rougher
    if time <= 0.0:
        return
    turn = work_done(time, squares / t.scale, station.capacity_ms) / time
    success = turn * (1.0 - station.failure)
    t.activations[w, station.kind] += count * success
    for p in range(len(t.places)):
        here, errand = t.places[p], station.errand[p]
        for way, share in enumerate((station.walk_in[p], station.visit[p], errand)):
            here.served[way] += share * success
        for card, offer in enumerate((station.offer_without_card, station.offer)):
            here.told[card] += errand * turn * offer
            here.taken[card] += errand * success * offer


@inner
def share_told(shares: NDArray[np.float64], p: int, k: int, pool: int, t: Expected) -> float:
    """Of a cell's pool, the share that runs an errand and is in `shares` by card, shape (2,)."""
    card = t.cells.means[p, k].card[pool]
    return float(t.standing[p, k].bound[ON_ERRAND] * (card * shares[CARD] + (1.0 - card) * shares[NO_CARD]))


@inner
def answer_offers(p: int, k: int, t: Expected) -> tuple[float, float]:
    """Those to whom IKD was explained accept or hear of it; returns the activated and the disappointed."""
    here, stock, accept = t.places[p], t.standing[p, k].stock, t.standing[p, k].accept
    ready, waiting = stock[READY], stock[WAITING]
    told, taken = share_told(here.told, p, k, READY, t), share_told(here.taken, p, k, READY, t)
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
    heard = waiting[s.UNAWARE] * share_told(here.told, p, k, WAITING, t)
    waiting[s.UNAWARE] -= heard
    waiting[s.AWARE] += heard
    activated = accepted * taken / told if told > 0.0 else 0.0
    return activated, accepted - activated


@inner
def leave_queue(p: int, k: int, t: Expected) -> float:
    """What became of a cell's residents who stood in a queue; returns the activated."""
    here, cell, bound = t.places[p], t.cells.means[p, k], t.standing[p, k].bound
    ready = t.standing[p, k].stock[READY]
    activated, disappointed = answer_offers(p, k, t)
    new, errand = ready[s.INTENDING], bound[ON_ERRAND]
    activated += new * errand * here.served[ON_ERRAND]
    disappointed += new * errand * (1.0 - here.served[ON_ERRAND])
    ready[s.INTENDING] = 0.0
    ready[ACTIVE_LOSS] += activated * cell.disenchanted[0]
    came, served = 0.0, 0.0
    for way in range(WAYS):
        came += bound[way]
        served += bound[way] * here.served[way]
    arriving = new * (1.0 - errand)
    for tries in range(t.tables.most_tries):
        intending = ready[TRIES + tries]
        ready[TRIES + tries] = intending * (1.0 - came) + arriving
        ready[ACTIVE_LOSS] += intending * served * cell.disenchanted[tries]
        activated += intending * served
        arriving = intending * (came - served)
        if tries == 0:
            arriving += disappointed
    ready[GAVE_UP] += arriving
    ready[s.ACTIVE] += activated
    return float(activated)
