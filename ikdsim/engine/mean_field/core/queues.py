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
    State,
)
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.kernel import inner
from ikdsim.resident import stages as s


@inner
def meet_officers(week: int, p: int, k: int, state: State) -> None:
    """Others on an errand may be offered IKD: how many there are, and how many would take it at once."""
    here, stratum, standing = state.places[p], state.strata.means[p, k], state.standing[p, k]
    ready, waiting, errand = standing.stock[READY_POOL], standing.stock[WAITING_POOL], standing.bound[ON_ERRAND]
    warmth = state.drive[week, p, k].useful * state.supply.weeks[week].officers
    able, unready, taking = ready[GAVE_UP], waiting[GAVE_UP] + waiting[s.INTENDING], 0.0
    for stage in (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING, s.LAPSED):
        standing.accept[stage] = min(stratum.accept[stage] * warmth, 1.0)
        able += ready[stage]
        unready += waiting[stage]
        taking += ready[stage] * standing.accept[stage]
    taking += ready[GAVE_UP] * standing.accept[s.FAVOURABLE]
    for card in range(CARDS):
        of_ready, of_waiting = share_with(card, stratum.card[READY_POOL]), share_with(card, stratum.card[WAITING_POOL])
        here.to_tell[card] += errand * (able * of_ready + unready * of_waiting)
        here.to_take[card] += errand * taking * of_ready
        here.to_take_ms[card] += errand * taking * of_ready * stratum.handling_ms


@inner
def share_with(card: int, holders: float) -> float:
    """Share of residents with a card (CARD) or without (NO_CARD), of whom `holders` have one."""
    return holders if card == CARD else 1.0 - holders


@inner
def asked_of_place(p: int, station: Any, state: State) -> tuple[float, float, float]:
    """What residents of place `p` ask of a station: activations, officer time, and the sum of its squares."""
    here, errand, explaining = state.places[p], station.errand[p], float(state.tables.explaining_ms)
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
def serve_station(week: int, q: int, state: State) -> None:
    """One queue: share out the officers' time of station `q` among all who come."""
    station = state.supply.stations[state.supply.weeks[week].supply, q]
    count, time, squares = 0.0, 0.0, 0.0
    for p in range(len(state.places)):
        more, longer, rougher = asked_of_place(p, station, state)
        count, time, squares = count + more, time + longer, squares + rougher
    if time <= 0.0:
        return
    turn = work_done(time, squares / state.scale, station.capacity_ms) / time
    success = turn * (1.0 - station.failure)
    state.activations[week, station.kind] += count * success
    for p in range(len(state.places)):
        here, errand = state.places[p], station.errand[p]
        for way, share in enumerate((station.walk_in[p], station.visit[p], errand)):
            here.served[way] += share * success
        for card, offer in enumerate((station.offer_without_card, station.offer)):
            here.told[card] += errand * turn * offer
            here.taken[card] += errand * success * offer


@inner
def share_told(shares: NDArray[np.float64], p: int, k: int, pool: int, state: State) -> float:
    """Of a stratum's pool, the share that runs an errand and is in `shares` by card, shape (2,)."""
    card = state.strata.means[p, k].card[pool]
    return float(state.standing[p, k].bound[ON_ERRAND] * (card * shares[CARD] + (1.0 - card) * shares[NO_CARD]))


@inner
def answer_offers(p: int, k: int, state: State) -> tuple[float, float]:
    """Those to whom IKD was explained accept or hear of it; returns the activated and the disappointed."""
    here, stock, accept = state.places[p], state.standing[p, k].stock, state.standing[p, k].accept
    ready, waiting = stock[READY_POOL], stock[WAITING_POOL]
    told, taken = share_told(here.told, p, k, READY_POOL, state), share_told(here.taken, p, k, READY_POOL, state)
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
    heard = waiting[s.UNAWARE] * share_told(here.told, p, k, WAITING_POOL, state)
    waiting[s.UNAWARE] -= heard
    waiting[s.AWARE] += heard
    activated = accepted * taken / told if told > 0.0 else 0.0
    return activated, accepted - activated


@inner
def leave_queue(p: int, k: int, state: State) -> float:
    """What became of a stratum's residents who stood in a queue; returns the activated."""
    here, stratum, bound = state.places[p], state.strata.means[p, k], state.standing[p, k].bound
    ready = state.standing[p, k].stock[READY_POOL]
    activated, disappointed = answer_offers(p, k, state)
    new, errand = ready[s.INTENDING], bound[ON_ERRAND]
    activated += new * errand * here.served[ON_ERRAND]
    disappointed += new * errand * (1.0 - here.served[ON_ERRAND])
    ready[s.INTENDING] = 0.0
    ready[ACTIVE_LOSS] += activated * stratum.disenchanted[0]
    came, served = 0.0, 0.0
    for way in range(WAYS):
        came += bound[way]
        served += bound[way] * here.served[way]
    arriving = new * (1.0 - errand)
    for tries in range(state.tables.most_tries):
        intending = ready[TRIES + tries]
        ready[TRIES + tries] = intending * (1.0 - came) + arriving
        ready[ACTIVE_LOSS] += intending * served * stratum.disenchanted[tries]
        activated += intending * served
        arriving = intending * (came - served)
        if tries == 0:
            arriving += disappointed
    ready[GAVE_UP] += arriving
    ready[s.ACTIVE] += activated
    return float(activated)
