"""The columns engine's three loops: the start, the residents' week, and the queues."""

import numpy as np
from numpy.typing import NDArray

from ikdsim import randomness
from ikdsim.engine.moves import (
    activate,
    disappoint,
    move,
    note,
    set_errand_mark,
    set_marks,
    uses_ikd,
    week_when_ready,
)
from ikdsim.engine.world import World
from ikdsim.kernel import kernel, rule
from ikdsim.resident import causes as c
from ikdsim.resident import decisions as d
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.implementation import adult_week, handling_ms
from ikdsim.resident.meters import position, share_of_week
from ikdsim.resident.persuasion import accepts_on_the_spot
from ikdsim.service.board import station_by_share
from ikdsim.service.queue import LAST_ROW, gets_turn, queue_key


@rule
def start_resident(i: int, before: int, w: World) -> None:
    """Set resident `i` as he stands in week `before` the first: waiting, already aware, or a child."""
    adult = adult_week(w.residents.birth_week[i])
    if adult > before:
        w.state.due[i, :] = randomness.NEVER
        w.state.errand_due[i] = randomness.NEVER
        w.state.wake[i] = min(adult, NO_WEEK)
        return
    set_errand_mark(i, before, w)
    drawn = randomness.lot(w.seed, i, d.ALREADY_AWARE_LOT, 0)
    if drawn < randomness.as_lot(w.tables.already_aware[w.residents.occupation[i]]):
        move(i, before, s.AWARE, c.ALREADY_AWARE, -1, w)
    else:
        set_marks(i, before, w)


@kernel
def start_residents(before: int, w: World) -> None:
    """Set all residents as they stand in week `before` the first."""
    for i in range(len(w.state.stage)):
        start_resident(i, before, w)


@rule
def wake_up(i: int, week: int, w: World) -> None:
    """Resident `i` turns 17, or an intending one gets the record or phone he was waiting for."""
    if w.state.stage[i] == s.UNAWARE:
        set_errand_mark(i, week, w)
        set_marks(i, week, w)
        note(i, week, c.ADULT, -1, w)
    else:
        set_marks(i, week, w)
        note(i, week, c.READY, -1, w)


@rule
def hear_at_home(i: int, week: int, w: World) -> bool:
    """The household's first user talks: an unaware resident may hear, an aware one may be persuaded."""
    w.state.news[i] = 0
    stage = w.state.stage[i]
    if adult_week(w.residents.birth_week[i]) > week:
        return False
    told = randomness.lot(w.seed, i, d.TOLD_AT_HOME_LOT, 0) < randomness.as_lot(w.tables.told_at_home)
    if stage == s.UNAWARE and told:
        move(i, week, s.AWARE, c.TOLD_AT_HOME, -1, w)
        return True
    persuaded = randomness.lot(w.seed, i, d.PERSUADED_AT_HOME_LOT, 0) < randomness.as_lot(w.tables.persuaded_at_home)
    if stage == s.AWARE and persuaded:
        move(i, week, s.FAVOURABLE, c.PERSUADED_AT_HOME, -1, w)
        return True
    return False


@rule
def first_cause(i: int, w: World) -> int:
    """The rival cause whose meter passed the mark of resident `i` first this week, -1 for none."""
    r = w.residents
    stage = int(w.state.stage[i])
    earliest, found = 2.0, -1
    for slot in range(c.RIVAL_COUNT[stage]):
        cause = c.RIVALS[stage, slot]
        at = position(w.meters, cause, r.place[i], r.occupation[i], r.neighbourhood[i])
        if w.meters.reading[at] >= w.state.due[i, slot]:
            when = share_of_week(w.state.due[i, slot], w.meters.reading[at], w.meters.step[at])
            if when < earliest:
                earliest, found = when, cause
    return found


@rule
def turn_up(i: int, week: int, hazards: NDArray[np.float64], w: World) -> None:
    """Resident `i` goes to one of the stations that share these hazards."""
    drawn = randomness.lot(w.seed, i, d.STATION_LOT, week)
    w.state.bound_for[i] = station_by_share(hazards, drawn) + 1


@rule
def run_errand(i: int, week: int, w: World) -> None:
    """An errand brings resident `i` to an office or to a visit (a user has nothing to do there); the next is drawn."""
    if not uses_ikd(int(w.state.stage[i])):
        turn_up(i, week, w.board.errand[w.residents.place[i]], w)
    w.state.errands[i] += 1
    set_errand_mark(i, week, w)


@rule
def follow_cause(i: int, week: int, cause: int, w: World) -> None:
    """Resident `i` moves, or turns up at a service point, because of `cause`."""
    place = w.residents.place[i]
    if cause == c.WALK_IN:
        turn_up(i, week, w.board.walk_in[place], w)
    elif cause == c.VISIT:
        turn_up(i, week, w.board.visit[place], w)
    else:
        move(i, week, c.TARGETS[cause], cause, -1, w)


@rule
def live_week(i: int, week: int, w: World) -> None:
    """One week of resident `i`: wait, hear at home, run an errand, follow the first cause."""
    if w.state.wake[i] == week:
        wake_up(i, week, w)
        return
    if w.state.news[i] and hear_at_home(i, week, w):
        return
    at = position(w.meters, c.ERRAND, w.residents.place[i], 0, 0)
    if w.meters.reading[at] >= w.state.errand_due[i]:
        run_errand(i, week, w)
        if w.state.stage[i] == s.INTENDING:
            return
    cause = first_cause(i, w)
    if cause >= 0:
        follow_cause(i, week, cause, w)


@rule
def readings_of(neighbourhood: int, place: int, readings: NDArray[np.int64], w: World) -> None:
    """Fill `readings` with the meters that residents of an RT share, by stage, occupation and slot."""
    for stage in range(len(c.RIVALS)):
        for slot in range(c.RIVAL_COUNT[stage]):
            for occupation in range(readings.shape[1]):
                at = position(w.meters, c.RIVALS[stage, slot], place, occupation, neighbourhood)
                readings[stage, occupation, slot] = w.meters.reading[at]


@kernel
def live(week: int, arrivals: NDArray[np.int32], w: World) -> int:
    """The residents' week; fills `arrivals` with the rows of those who turn up somewhere and returns their number.

    Most residents have nothing due: the loop only compares, and calls `live_week` for the others.
    """
    r, st = w.residents, w.state
    stages, due, errand_due, wake, news = st.stage, st.due, st.errand_due, st.wake, st.news
    bound_for, occupations = st.bound_for, r.occupation
    readings = np.zeros((len(c.RIVALS), len(w.board.useful), s.MOST_RIVALS), np.int64)
    count = 0
    for neighbourhood in range(len(r.neighbourhood_place)):
        place = r.neighbourhood_place[neighbourhood]
        readings_of(neighbourhood, place, readings, w)
        errand = w.meters.reading[w.meters.offset[c.ERRAND] + place]
        for i in range(r.neighbourhood_start[neighbourhood], r.neighbourhood_start[neighbourhood + 1]):
            now = readings[stages[i], occupations[i]]
            if (
                wake[i] == week
                or news[i] != 0
                or errand >= errand_due[i]
                or now[0] >= due[i, 0]
                or now[1] >= due[i, 1]
                or now[2] >= due[i, 2]
            ):
                live_week(i, week, w)
                if bound_for[i]:
                    arrivals[count] = i
                    count += 1
    return count


@rule
def has_turn(i: int, week: int, decision: int, needed: int, station: int, w: World) -> bool:
    """Whether resident `i` gets a turn at `station`; the officers' time goes, for the last one what is left of it."""
    left = w.board.capacity_ms[station] - w.counters.used_ms[station]
    w.counters.used_ms[station] += min(left, needed)
    return gets_turn(left, needed, randomness.lot(w.seed, i, decision, week))


@rule
def attempt(i: int, week: int, station: int, w: World) -> None:
    """Resident `i` stands in the queue to activate: served, failed or sent home."""
    w.counters.came[station] += 1
    needed = handling_ms(w.residents.literacy[i], w.board.speed[station], w.tables)
    if not has_turn(i, week, d.ACTIVATION_TURN_LOT, needed, station, w):
        w.counters.turned_away[station] += 1
        disappoint(i, week, c.TURNED_AWAY, station, w)
    elif randomness.lot(w.seed, i, d.FAILURE_LOT, week) < w.board.failure[station]:
        w.counters.failed[station] += 1
        disappoint(i, week, c.FAILED, station, w)
    else:
        w.counters.served[station] += 1
        activate(i, week, station, w)


@rule
def is_offered(i: int, week: int, station: int, w: World) -> bool:
    """Whether an officer would offer IKD to resident `i`, who came on an errand."""
    chance = w.board.offer[station] if w.residents.card[i] else w.board.offer_without_card[station]
    return bool(randomness.lot(w.seed, i, d.OFFER_LOT, week) < chance)


@rule
def accepts(i: int, week: int, station: int, w: World) -> bool:
    """Whether resident `i`, who can be activated, takes the offer at once."""
    if week_when_ready(i, w) > week:
        return False
    factor = w.board.station_factor[station] * w.board.useful[w.residents.occupation[i]]
    chance = accepts_on_the_spot(
        int(w.state.stage[i]), int(w.state.trust[i]), int(w.residents.literacy[i]), factor, w.tables
    )
    return randomness.lot(w.seed, i, d.ACCEPT_LOT, week) < randomness.as_lot(chance)


@rule
def answer_offer(i: int, week: int, station: int, w: World) -> None:
    """Resident `i` has IKD explained to him at `station`: he takes it at once, hears of it first, or declines."""
    w.counters.offered[station] += 1
    if accepts(i, week, station, w):
        if w.state.stage[i] != s.INTENDING:
            move(i, week, s.INTENDING, c.ACCEPTED_OFFER, station, w)
        attempt(i, week, station, w)
    elif w.state.stage[i] == s.UNAWARE:
        move(i, week, s.AWARE, c.EXPLAINED, station, w)
    else:
        note(i, week, c.DECLINED, station, w)


@rule
def meet_officer(i: int, week: int, station: int, w: World) -> None:
    """Resident `i`, on an errand at `station`, may be offered IKD; he hears of it, declines, or joins the queue."""
    if not is_offered(i, week, station, w):
        note(i, week, c.NOT_OFFERED, station, w)
    elif not has_turn(i, week, d.TURN_LOT, w.tables.explaining_ms, station, w):
        note(i, week, c.NO_TIME, station, w)
    else:
        answer_offer(i, week, station, w)


@kernel
def serve(week: int, arrivals: NDArray[np.int32], count: int, w: World) -> None:
    """The queues of the week: those who turned up are met in an order drawn by lot."""
    keys = np.empty(count, np.int64)
    for k in range(count):
        drawn = randomness.lot(w.seed, arrivals[k], d.QUEUE_LOT, week)
        keys[k] = queue_key(w.state.bound_for[arrivals[k]] - 1, drawn, k)
    keys.sort()
    for key in keys:
        i = arrivals[key & LAST_ROW]
        station = w.state.bound_for[i] - 1
        w.state.bound_for[i] = 0
        if w.state.stage[i] == s.INTENDING and week_when_ready(i, w) <= week:
            attempt(i, week, station, w)
        else:
            meet_officer(i, week, station, w)
