"""The end of a week: those who turned up meet the officers, in an order drawn at random, while officer time lasts."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim import randomness
from ikdsim.engine.columns.core.compulsion import asks_first, face_compulsion
from ikdsim.engine.columns.core.next_event import schedule_next_event, week_when_ready
from ikdsim.engine.columns.core.state import State, row_at
from ikdsim.engine.columns.core.thresholds import (
    RENEW_EVENT,
    RENEW_NOTHING,
    RENEW_STAGE,
    next_spell,
    renew,
    traits_now,
)
from ikdsim.engine.columns.core.transitions import (
    activate,
    disappoint,
    enter_stage,
    make_appointment,
    note,
)
from ikdsim.engine.columns.core.turns import NO_TROUBLE, go_to_desk, take_turn_of_others
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.columns import APPOINTMENT, NOTHING
from ikdsim.resident.persuasion import decision_dose, explanation_dose, moves, stage_after_explanation
from ikdsim.service.queue import (
    FOR_IKD,
    LAST_ROW,
    ON_AN_ERRAND,
    ROW_BITS,
    WITH_APPOINTMENT,
    queue_key,
)


class Arrivals(NamedTuple):
    """Those who stand in a queue in a week."""

    rows: NDArray[np.uint32]
    keys: NDArray[np.int64]
    """Their queue keys (see service/queue.py), in which position k stands for `rows[k]`."""
    to_renew: NDArray[np.int64]
    """What each is to draw after the turn (see thresholds.py), in the order of `rows`."""


@inner
def attempt(i: int, week: int, station: int, gets_appointment: bool, state: State) -> None:
    """Resident `i` stands in the queue to activate: served, failed, given an appointment or sent home."""
    state.load[station].came += 1
    trouble = go_to_desk(i, week, station, False, state)
    if trouble == NO_TROUBLE:
        state.load[station].served += 1
        activate(i, week, station, False, state)
    elif trouble == c.TURNED_AWAY and gets_appointment:
        state.load[station].appointed += 1
        make_appointment(i, week, station, state)
    else:
        state.load[station].turned_away += trouble == c.TURNED_AWAY
        disappoint(i, week, trouble, station, state)


@inner
def is_offered(i: int, week: int, station: int, state: State) -> bool:
    """Whether an officer would offer IKD to resident `i`, who came on an errand."""
    here = state.stations[station]
    chance = here.offer if state.people[i].card else here.offer_without_card
    return bool(randomness.uniform_draw(state.seed, i, d.OFFER_DRAW, week) < chance)


@inner
def comes_to_activate(i: int, week: int, state: State) -> bool:
    """Whether resident `i`, who turned up, would be activated; everybody else came on an errand."""
    return bool(state.standing[i].stage == s.INTENDING and week_when_ready(i, state) <= week)


@inner
def is_overlooked(i: int, week: int, state: State) -> bool:
    """Whether resident `i`, who turned up, came on an errand and is neither offered IKD nor asked for it first."""
    station = state.standing[i].bound_for - 1
    asked = comes_to_activate(i, week, state) or asks_first(station, state)
    return not (asked or is_offered(i, week, station, state))


@inner
def take_explanation(i: int, week: int, station: int, state: State) -> bool:
    """Have IKD explained to resident `i` in the time of the errand at `station`, while that lasts."""
    return take_turn_of_others(i, week, d.TURN_DRAW, state.tables.explaining_ms, station, state)


@inner
def stage_explained_to(i: int, week: int, station: int, state: State) -> int:
    """Where the explanation at `station` leaves resident `i`."""
    stage, who = state.standing[i].stage, traits_now(i, week, False, state)
    persuading = explanation_dose(stage, who, state.stations[station].station_factor, state.tables)
    deciding = decision_dose(who, state.useful[state.people[i].occupation], state.tables)
    is_persuaded = moves(persuading, randomness.threshold(state.seed, i, d.ACCEPT_DRAW, week))
    decides = moves(deciding, randomness.threshold(state.seed, i, d.DECIDE_DRAW, week))
    return stage_after_explanation(stage, is_persuaded, decides)


@inner
def hear_explanation(i: int, week: int, station: int, state: State) -> int:
    """Resident `i`, on an errand at `station`, has IKD explained; returns what is to be drawn."""
    state.load[station].offered += 1
    before, after = state.standing[i].stage, stage_explained_to(i, week, station, state)
    if after == before:
        note(i, week, c.DECLINED, station, state)
        return RENEW_NOTHING
    enter_stage(i, week, after, c.EVENT_OF_EXPLANATION[after], station, state)
    if after == s.INTENDING and week_when_ready(i, state) <= week:
        next_spell(i, week, state)  # whoever decides at once enters the stage twice, and so do the objects
        attempt(i, week, station, True, state)
    return RENEW_STAGE


@inner
def meet_officer(i: int, week: int, station: int, state: State) -> int:
    """The turn of resident `i` at `station` has come; returns what is to be drawn."""
    had_appointment = state.standing[i].awaits == APPOINTMENT
    if had_appointment:
        state.standing[i].awaits = NOTHING
    if comes_to_activate(i, week, state):
        state.standing[i].awaits = NOTHING
        attempt(i, week, station, had_appointment, state)
        return RENEW_STAGE
    if asks_first(station, state):
        what = face_compulsion(i, week, station, state)
        if what != RENEW_NOTHING:
            return what
        if not is_offered(i, week, station, state):
            note(i, week, c.NOT_OFFERED, station, state)
            return RENEW_NOTHING
    if take_explanation(i, week, station, state):
        return hear_explanation(i, week, station, state)
    note(i, week, c.NO_TIME, station, state)
    return RENEW_NOTHING


@inner
def settle_ties(keys: NDArray[np.int64], rows: NDArray[np.uint32]) -> None:
    """Of two sorted queue keys that are alike in station and drawn number, the one with the lower row goes first."""
    for last in range(1, len(keys)):
        k = last
        while (
            k > 0
            and keys[k - 1] >> ROW_BITS == keys[k] >> ROW_BITS
            and rows[keys[k - 1] & LAST_ROW] > rows[keys[k] & LAST_ROW]
        ):
            keys[k - 1], keys[k] = keys[k], keys[k - 1]
            k -= 1


@inner
def group_of(i: int, week: int, state: State) -> int:
    """The group of the queue in which resident `i` stands, see service/queue.py."""
    if state.standing[i].awaits == APPOINTMENT:
        return WITH_APPOINTMENT
    return FOR_IKD if comes_to_activate(i, week, state) else ON_AN_ERRAND


@inner
def draw_keys(week: int, arrivals: Arrivals, state: State) -> None:
    """Draw the keys of those who turned up: sorted, they are the order of the queues."""
    for k in range(len(arrivals.rows)):
        i = row_at(arrivals.rows, k)
        drawn = randomness.uniform_draw(state.seed, i, d.QUEUE_DRAW, week)
        arrivals.keys[k] = queue_key(state.standing[i].bound_for - 1, group_of(i, week, state), drawn, k)


@inner
def serve(week: int, arrivals: Arrivals, state: State) -> None:
    """The queues of the week: those who turned up are met in the order of the sorted keys, while officer time lasts."""
    settle_ties(arrivals.keys, arrivals.rows)
    for key in arrivals.keys:
        i = row_at(arrivals.rows, key & LAST_ROW)
        station = state.standing[i].bound_for - 1
        state.standing[i].bound_for = 0
        unscheduled = RENEW_EVENT if state.standing[i].stage == s.INTENDING else RENEW_NOTHING
        arrivals.to_renew[key & LAST_ROW] = meet_officer(i, week, station, state) | unscheduled


@inner
def go_home(week: int, arrivals: Arrivals, state: State) -> None:
    """Those who turned up wait on, with new thresholds if something happened to them."""
    for k in range(len(arrivals.rows)):
        i, what = row_at(arrivals.rows, k), int(arrivals.to_renew[k])
        if what != RENEW_NOTHING:
            renew(i, week, what, state)
            schedule_next_event(i, week, state)
