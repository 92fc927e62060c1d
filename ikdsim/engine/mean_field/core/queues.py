"""The end of a week: how far the officers' time goes on average, and who is served.

All who come to a station get a turn with the same chance: the time that is expected to be used, over the time that is
asked for. Who accepts on the spot needs an explanation and an activation, and gets both or neither.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.competing_risks import work_done
from ikdsim.engine.mean_field.core.state import ACTIVE_LOSS, CARD, GIVEN_UP, NO_CARD, TRIES, State
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.kernel import inner
from ikdsim.resident import stages as s
from ikdsim.service.supply import ON_ERRAND, TO_VISIT, WALKING_IN, WAYS

ASKED: Final = (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING, s.LAPSED)
"""Stages in which residents on an errand may be offered IKD; those who gave up may be too."""


@inner
def chance_of_turn(time: float, squares: float, station: Any, state: State) -> float:
    """Chance to get a turn at a station when all who come need `time` together, squared one by one `squares`."""
    return float(work_done(time, squares / state.scale, station.capacity_ms) / time)


@inner
def attempt(place: int, turn: float, station: Any, state: State) -> None:
    """The intending of a place who come to a station are served if they get a turn there and nothing fails."""
    success = turn * (1.0 - station.failure)
    for way in range(len(WAYS)):
        state.places[place].served[way] += station.share[place, way] * success


@inner
def meet_officers(place: int, turn: float, station: Any, state: State) -> None:
    """Others of a place, on an errand at a station, are offered IKD, and activated if they accept and nothing fails."""
    here, errand, success = state.places[place], station.share[place, ON_ERRAND], turn * (1.0 - station.failure)
    for card, offer in enumerate((station.offer_without_card, station.offer)):
        here.told[card] += errand * turn * offer
        here.taken[card] += errand * success * offer * station.persuasion


@inner
def share_with(card: int, holders: float) -> float:
    """Share of residents with a card (CARD) or without (NO_CARD), of whom `holders` have one."""
    return holders if card == CARD else 1.0 - holders


@inner
def weigh_offers(week: int, place: int, stratum: int, state: State) -> None:
    """How readily residents of each stage would take an offer at once this week."""
    means, accept = state.strata.means[place, stratum], state.standing[place, stratum].accept
    warmth = state.drive[week, place, stratum].useful * state.supply.weeks[week].trust
    for stage in ASKED:
        accept[stage] = min(means.accept[stage] * warmth, 1.0)


@inner
def asked_by_intending(place: int, station: Any, state: State) -> tuple[float, float]:
    """What the intending of a place who come to a station ask of it: activations, officer time."""
    here, count, time = state.places[place], 0.0, 0.0
    for way in (ON_ERRAND, WALKING_IN, TO_VISIT):
        count += station.share[place, way] * here.comers[way]
        time += station.share[place, way] * here.comers_ms[way]
    return count, time * station.speed


@inner
def asked_by_others(place: int, station: Any, state: State) -> tuple[float, float, float]:
    """What those of a place who are offered IKD at a station ask of it: activations, time for them, time to explain."""
    here, errand = state.places[place], station.share[place, ON_ERRAND]
    with_card, without = errand * station.offer, errand * station.offer_without_card
    told = with_card * here.to_tell[CARD] + without * here.to_tell[NO_CARD]
    take = station.persuasion * (with_card * here.to_take[CARD] + without * here.to_take[NO_CARD])
    take_time = station.persuasion * (with_card * here.to_take_ms[CARD] + without * here.to_take_ms[NO_CARD])
    return take, take_time * station.speed, told * float(state.tables.explaining_ms)


@inner
def asked_of(station: Any, state: State) -> tuple[float, float, float]:
    """What all residents ask of a station: activations, officer time, and the sum of single times squared."""
    count, time, squares, explaining = 0.0, 0.0, 0.0, float(state.tables.explaining_ms)
    for place in range(len(state.places)):
        intending, needed = asked_by_intending(place, station, state)
        take, take_time, telling = asked_by_others(place, station, state)
        here = needed * needed / intending if intending > 0.0 else 0.0
        here += telling * explaining
        if take > 0.0:
            here += take_time * (2.0 * explaining + take_time / take)
        count, time, squares = count + (intending + take), time + (needed + telling + take_time), squares + here
    return count, time, squares


@inner
def serve(week: int, number: int, state: State) -> None:
    """The queue of a station: the officers' time of the week is shared out among all who come."""
    station = state.supply.stations[state.supply.weeks[week].supply, number]
    count, time, squares = asked_of(station, state)
    if time > 0.0:
        turn = chance_of_turn(time, squares, station, state)
        state.activations[week, station.kind] += count * (turn * (1.0 - station.failure))
        for place in range(len(state.places)):
            attempt(place, turn, station, state)
            meet_officers(place, turn, station, state)


@inner
def share_met(by_card: NDArray[np.float64], place: int, stratum: int, pool: int, state: State) -> float:
    """Share of a pool who run an errand and are among the shares `by_card` of those who do, shape (CARDS,)."""
    card, errand = state.strata.means[place, stratum].card[pool], state.standing[place, stratum].bound[ON_ERRAND]
    return float(errand * (card * by_card[CARD] + (1.0 - card) * by_card[NO_CARD]))


@inner
def take_offers(told: float, place: int, stratum: int, state: State) -> float:
    """Of the ready, a share `told` accept what is explained to them, or hear of it; returns those who accept."""
    standing = state.standing[place, stratum]
    ready, chance = standing.stock[READY_POOL], standing.accept
    heard = ready[s.UNAWARE] * told
    accepted = heard * chance[s.UNAWARE]
    ready[s.UNAWARE] -= heard
    for stage in (s.AWARE, s.FAVOURABLE, s.REFUSING, s.LAPSED):
        leaving = ready[stage] * told * chance[stage]
        ready[stage] -= leaving
        accepted += leaving
    leaving = ready[GIVEN_UP] * told * chance[s.FAVOURABLE]
    ready[GIVEN_UP] -= leaving
    ready[s.AWARE] += heard * (1.0 - chance[s.UNAWARE])
    return float(accepted + leaving)


@inner
def answer_offers(place: int, stratum: int, state: State) -> tuple[float, float]:
    """Those to whom IKD was explained accept or hear of it; returns the activated and the disappointed."""
    here, waiting = state.places[place], state.standing[place, stratum].stock[WAITING_POOL]
    told = share_met(here.told, place, stratum, READY_POOL, state)
    taken = share_met(here.taken, place, stratum, READY_POOL, state)
    accepted = take_offers(told, place, stratum, state)
    heard = waiting[s.UNAWARE] * share_met(here.told, place, stratum, WAITING_POOL, state)
    waiting[s.UNAWARE] -= heard
    waiting[s.AWARE] += heard
    activated = accepted * taken / told if told > 0.0 else 0.0
    return activated, accepted - activated


@inner
def leave_queue(activated: float, disappointed: float, place: int, stratum: int, state: State) -> float:
    """Who intended before and came is activated or disappointed once more, as others were; returns all activated."""
    here, standing = state.places[place], state.standing[place, stratum]
    ready, came, served = standing.stock[READY_POOL], 0.0, 0.0
    for way in range(len(WAYS)):
        came += standing.bound[way]
        served += standing.bound[way] * here.served[way]
    arriving = ready[s.INTENDING] * (1.0 - standing.bound[ON_ERRAND])
    for tries in range(state.tables.most_tries):
        intending = ready[TRIES + tries]
        ready[TRIES + tries] = intending * (1.0 - came) + arriving
        ready[ACTIVE_LOSS] += intending * served * state.strata.means[place, stratum].disenchanted[tries]
        activated += intending * served
        arriving = intending * (came - served)
        if tries == 0:
            arriving += disappointed
    ready[GIVEN_UP] += arriving
    return activated


@inner
def go_home(place: int, stratum: int, state: State) -> float:
    """What became of a stratum's residents who turned up; returns the activated."""
    here, standing = state.places[place], state.standing[place, stratum]
    ready, served = standing.stock[READY_POOL], here.served[ON_ERRAND]
    activated, disappointed = answer_offers(place, stratum, state)
    newly = ready[s.INTENDING] * standing.bound[ON_ERRAND]
    activated += newly * served
    disappointed += newly * (1.0 - served)
    ready[ACTIVE_LOSS] += activated * state.strata.means[place, stratum].disenchanted[0]
    activated = leave_queue(activated, disappointed, place, stratum, state)
    ready[s.INTENDING] = 0.0
    ready[s.ACTIVE] += activated
    return activated
