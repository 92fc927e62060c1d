"""The end of a week: how far the officers' time goes on average, and who is served.

Those with an appointment come first, then those who came for IKD, then those who decide on an errand. All of a group
get a turn at a station with the same chance: the time that is expected to be used for them, over the time they ask for.
Explanations are taken from the time of other services.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.competing_risks import work_done
from ikdsim.engine.mean_field.core.compulsion import (
    ask_first,
    asked_of_others,
    be_compelled,
    begins_with,
    goes_on,
)
from ikdsim.engine.mean_field.core.desks import station_at
from ikdsim.engine.mean_field.core.explanations import answer_offers
from ikdsim.engine.mean_field.core.levels import give_up
from ikdsim.engine.mean_field.core.state import (
    ACTIVE_LOSS,
    ALL_WAYS,
    APPOINTED,
    CARD,
    CARDS,
    TRIES,
    WALKING_IN_AGAIN,
    State,
)
from ikdsim.engine.mean_field.core.strata import READY_POOL
from ikdsim.kernel import inner
from ikdsim.resident import stages as s
from ikdsim.service.queue import FOR_IKD, ON_AN_ERRAND, WITH_APPOINTMENT
from ikdsim.service.supply import ON_ERRAND, REMOTELY, TO_VISIT, WALKING_IN

ASKED_FIRST: Final = ON_AN_ERRAND + 1
"""Those with whom officers begin in the time for IKD: here they have their turn before those who decide."""
LEAST_PROMPT: Final = 0.01
"""However many of the prompt have left, the others come some day."""


@inner
def share_of(way: int, place: int, number: int, station: Any, state: State) -> float:
    """Share of a station in those of a place who come one way."""
    if way == WALKING_IN_AGAIN:
        return float(state.queues[place, number].again)
    return float(station.share[place, way])


@inner
def offered_by(card: int, place: int, station: Any) -> float:
    """Of those of a place on an errand, the share who are at a station and are offered IKD."""
    return float(station.share[place, ON_ERRAND] * (station.offer if card == CARD else station.offer_without_card))


@inner
def asked_by(group: int, place: int, number: int, station: Any, explained: float, state: State) -> tuple[float, float]:
    """What a group of residents of a place ask of a station: activations, officer time."""
    here, queue, count, time = state.places[place], state.queues[place, number], 0.0, 0.0
    if group == WITH_APPOINTMENT:
        count, time = queue.appointed, queue.appointed_ms
    elif group == FOR_IKD:
        for way in range(ALL_WAYS):
            count += share_of(way, place, number, station, state) * here.comers[way]
            time += share_of(way, place, number, station, state) * here.comers_ms[way]
    elif group == ASKED_FIRST:
        count, time = begins_with(place, station) * here.willing, begins_with(place, station) * here.willing_ms
    else:
        for card in range(CARDS):
            count += offered_by(card, place, station) * explained * here.to_take[card]
            time += offered_by(card, place, station) * explained * here.to_take_ms[card]
    return count, time * station.time_factor


@inner
def chance_of_explanation(station: Any, state: State) -> float:
    """Chance that an offer at a station finds time to explain, in the time of other services; IKD first takes some."""
    told, explaining = 0.0, float(state.tables.explaining_ms)
    for place in range(len(state.places)):
        for card in range(CARDS):
            told += offered_by(card, place, station) * state.places[place].to_tell[card]
    time, squares = told * explaining, told * explaining * explaining
    if station.requires > 0.0 or station.waits > 0.0:
        first, first_squares = asked_of_others(station, state)
        time, squares = time * (1.0 - station.requires) + first, squares + first_squares
    if time <= 0.0:
        return 0.0
    return float(work_done(time, squares / state.scale, station.errand_ms) / time)


@inner
def asked_of(group: int, number: int, station: Any, explained: float, state: State) -> tuple[float, float, float]:
    """What a group asks of a station: activations, officer time, and the sum of single times squared."""
    count, time, squares = 0.0, 0.0, 0.0
    for place in range(len(state.places)):
        here, needed = asked_by(group, place, number, station, explained, state)
        count, time = count + here, time + needed
        squares += needed * needed / here if here > 0.0 else 0.0
    return count, time, squares


@inner
def serve(week: int, number: int, state: State) -> None:
    """The queue of a station: the officers' time of the week goes to one group after the other."""
    station = station_at(week, number, state)
    explained = chance_of_explanation(station, state)
    time, squares, used, success = 0.0, 0.0, 0.0, 1.0 - station.failure
    told = explained
    if station.begins > 0.0 or station.requires > 0.0:
        told *= ask_first(week, explained, station, state)
    for group in (WITH_APPOINTMENT, FOR_IKD, ASKED_FIRST, ON_AN_ERRAND):
        if group == ASKED_FIRST and (station.begins == 0.0 or station.waits > 0.0):
            continue
        count, needed, squared = asked_of(group, number, station, told, state)
        time, squares = time + needed, squares + squared
        if needed > 0.0:
            done = float(work_done(time, squares / state.scale, station.capacity_ms))
            turn, used = 1.0 if done == time else (done - used) / needed, done
            state.activations[week, station.kind] += count * turn * success
            if group == ASKED_FIRST:
                told *= goes_on(turn, station, state)
            for place in range(len(state.places)):
                meet_officers(group, place, number, (turn, told), station, state)
    for place in range(len(state.places)):
        for card in range(CARDS):
            offered = offered_by(card, place, station)
            state.places[place].told[card] += offered * told
            state.places[place].told_waiting[card] += offered * explained * (1.0 - station.requires)


@inner
def meet_officers(
    group: int, place: int, number: int, chances: tuple[float, float], station: Any, state: State
) -> None:
    """Those of a group from a place get a turn; who gets none has an appointment, or is sent home.

    `chances` are those of a turn and of an explanation.
    """
    turn, explained = chances
    here, queue, success = state.places[place], state.queues[place, number], turn * (1.0 - station.failure)
    if group == WITH_APPOINTMENT:
        here.kept += queue.appointed * success
        here.failed += queue.appointed * (turn - success)
        here.moved_on += queue.appointed * (1.0 - turn)
        queue.booked += queue.appointed * (1.0 - turn)
        queue.booked_ms += queue.appointed_ms * (1.0 - turn)
    elif group == FOR_IKD:
        for way in range(ALL_WAYS):
            share = share_of(way, place, number, station, state)
            here.served[way] += share * success
            here.failed += share * here.comers[way] * (turn - success)
            queue.sent_home += share * here.comers[way] * (1.0 - turn)
    elif group == ASKED_FIRST:
        here.begun += begins_with(place, station) * success
    else:
        for card in range(CARDS):
            told = offered_by(card, place, station) * explained
            here.taken[card] += told * success
            here.failed += told * here.to_take[card] * (turn - success)
            here.postponed[card] += told * (1.0 - turn)
            queue.booked += told * here.to_take[card] * (1.0 - turn)
            queue.booked_ms += told * here.to_take_ms[card] * (1.0 - turn)


@inner
def leave_queue(disappointed: float, place: int, stratum: int, state: State) -> float:
    """Who intended before and came is activated or disappointed once more, as others were; returns the activated."""
    here, standing, means = state.places[place], state.standing[place, stratum], state.strata.means[place, stratum]
    ready, activated = standing.stock[READY_POOL], 0.0
    arriving = ready[s.INTENDING] * (1.0 - standing.bound[ON_ERRAND])
    for tries in range(state.tables.most_tries):
        walking, came, served = WALKING_IN if tries == 0 else WALKING_IN_AGAIN, 0.0, 0.0
        for way in (walking, TO_VISIT, ON_ERRAND, REMOTELY):
            bound = standing.bound[WALKING_IN if way == WALKING_IN_AGAIN else way]
            came, served = came + bound, served + bound * here.served[way]
        intending = ready[TRIES + tries]
        ready[TRIES + tries] = intending * (1.0 - came) + arriving
        ready[ACTIVE_LOSS] += intending * served * means.disenchanted[tries]
        activated += intending * served
        arriving = intending * (came - served)
        if tries == 0:
            arriving += disappointed
        ready[s.REFUSING] += arriving * means.embittered
        arriving *= 1.0 - means.embittered
    left = all_intending(ready)
    give_up(READY_POOL, arriving, left, means, standing)
    return activated


@inner
def all_intending(ready: NDArray[np.float64]) -> float:
    """The ready who intend and have not come to it this week."""
    intending = ready[APPOINTED]
    for compartment in range(TRIES, len(ready)):
        intending += ready[compartment]
    return float(intending)


@inner
def promptness_after(before: float, joined: float, standing: Any, means: Any) -> float:
    """How promptly those who still intend come, when so many did `before` and have `joined`.

    Who joins is as prompt as the stratum. Those who are prompt leave first, unless an errand brings them: relative
    promptness is taken as inverse Gaussian (Hougaard 1984), whose relative variance is in proportion to the mean.
    """
    after, prompt, bound = all_intending(standing.stock[READY_POOL]), standing.promptness, standing.bound
    if after <= 0.0:
        return 1.0
    own = bound[WALKING_IN] + bound[TO_VISIT] + bound[REMOTELY]
    faster = own / (own + bound[ON_ERRAND]) if own > 0.0 else 0.0
    leaving = (before + joined - after) * prompt * (1.0 + faster * means.turn_up_spread * prompt)
    return float(max((before * prompt + joined - leaving) / after, LEAST_PROMPT))


@inner
def go_home(place: int, stratum: int, state: State) -> float:
    """What became of a stratum's residents who turned up; returns the activated."""
    here, standing = state.places[place], state.standing[place, stratum]
    ready, served = standing.stock[READY_POOL], here.served[ON_ERRAND]
    before = all_intending(ready)
    activated, postponed, disappointed = answer_offers(place, stratum, state)
    joined = ready[s.INTENDING] + postponed + disappointed - ready[s.INTENDING] * standing.bound[ON_ERRAND] * served
    newly = ready[s.INTENDING] * standing.bound[ON_ERRAND]
    kept, moved_on = 0.0, 0.0
    if here.appointed > 0.0:
        kept = ready[APPOINTED] * here.kept / here.appointed
        moved_on = ready[APPOINTED] * here.moved_on / here.appointed
    activated += newly * served + kept
    disappointed += newly * (1.0 - served) + ready[APPOINTED] - kept - moved_on
    ready[APPOINTED] = moved_on + postponed
    ready[ACTIVE_LOSS] += activated * state.strata.means[place, stratum].disenchanted[0]
    if here.begun + here.refusable > 0.0:
        activated += be_compelled(place, stratum, state)
    activated += leave_queue(disappointed, place, stratum, state)
    standing.promptness = promptness_after(before, joined, standing, state.strata.means[place, stratum])
    ready[s.INTENDING] = 0.0
    ready[s.ACTIVE] += activated
    return float(activated)
