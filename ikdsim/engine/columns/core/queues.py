"""The end of a week: those who turned up meet the officers, in an order drawn by lot, while officer time lasts."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim import randomness
from ikdsim.engine.columns.core.next_event import arm, week_when_ready
from ikdsim.engine.columns.core.state import Records, row_at
from ikdsim.engine.columns.core.thresholds import ALARM, MARKS, NOTHING, count_spell, draw
from ikdsim.engine.columns.core.transitions import activate, disappoint, move, note
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import decisions as d
from ikdsim.resident import stages as s
from ikdsim.resident.implementation import handling_ms
from ikdsim.resident.persuasion import accepts_on_the_spot
from ikdsim.service.queue import LAST_ROW, ROW_BITS, gets_turn, queue_key

NO_TROUBLE = -1


class Arrivals(NamedTuple):
    """Those who turn up in a week."""

    rows: NDArray[np.uint32]
    keys: NDArray[np.int64]
    """Their queue keys (see service/queue.py), in which position k stands for `rows[k]`."""
    drawn: NDArray[np.int64]
    """What each is to draw after his turn (see waiting.py), in the order of `rows`."""


@inner
def has_turn(i: int, week: int, decision: int, needed: int, station: int, w: Records) -> bool:
    """Whether resident `i` gets a turn at `station`; the officers' time goes, for the last one what is left of it."""
    left = w.stations[station].capacity_ms - w.load[station].used_ms
    w.load[station].used_ms += min(left, needed)
    return gets_turn(left, needed, randomness.lot(w.seed, i, decision, week))


@inner
def trouble_at(i: int, week: int, station: int, w: Records) -> int:
    """What keeps resident `i` from being activated at `station`: no turn, a failure, or NO_TROUBLE."""
    needed = handling_ms(w.people[i].literacy, w.stations[station].speed, w.tables)
    if not has_turn(i, week, d.ACTIVATION_TURN_LOT, needed, station, w):
        w.load[station].turned_away += 1
        return c.TURNED_AWAY
    if randomness.lot(w.seed, i, d.FAILURE_LOT, week) < w.stations[station].failure:
        w.load[station].failed += 1
        return c.FAILED
    return NO_TROUBLE


@inner
def attempt(i: int, week: int, station: int, w: Records) -> None:
    """Resident `i` stands in the queue to activate: served, failed or sent home."""
    w.load[station].came += 1
    trouble = trouble_at(i, week, station, w)
    if trouble == NO_TROUBLE:
        w.load[station].served += 1
        activate(i, week, station, w)
    else:
        disappoint(i, week, trouble, station, w)


@inner
def is_offered(i: int, week: int, station: int, w: Records) -> bool:
    """Whether an officer would offer IKD to resident `i`, who came on an errand."""
    here = w.stations[station]
    chance = here.offer if w.people[i].card else here.offer_without_card
    return bool(randomness.lot(w.seed, i, d.OFFER_LOT, week) < chance)


@inner
def accepts(i: int, week: int, station: int, w: Records) -> bool:
    """Whether resident `i` can be activated and takes the offer at once."""
    person, standing = w.people[i], w.standing[i]
    if week_when_ready(i, w) > week:
        return False
    factor = w.stations[station].station_factor * w.useful[person.occupation]
    chance = accepts_on_the_spot(standing.stage, standing.trust, person.literacy, factor, w.tables)
    return randomness.lot(w.seed, i, d.ACCEPT_LOT, week) < randomness.as_lot(chance)


@inner
def comes_to_activate(i: int, week: int, w: Records) -> bool:
    """Whether resident `i`, who turned up, would be activated; everybody else came on an errand."""
    return bool(w.standing[i].stage == s.INTENDING and week_when_ready(i, w) <= week)


@inner
def passes_by(i: int, week: int, w: Records) -> bool:
    """Whether resident `i`, who turned up, came on an errand and is not offered IKD: the queue never sees him."""
    station = w.standing[i].bound_for - 1
    if comes_to_activate(i, week, w) or is_offered(i, week, station, w):
        return False
    w.standing[i].bound_for = 0
    note(i, week, c.NOT_OFFERED, station, w)
    return True


@inner
def meet_officer(i: int, week: int, station: int, w: Records) -> int:
    """Resident `i`, on an errand at `station`, is offered IKD; returns the event that this is for him."""
    if not has_turn(i, week, d.TURN_LOT, w.tables.explaining_ms, station, w):
        return c.NO_TIME
    w.load[station].offered += 1
    if accepts(i, week, station, w):
        return c.ACCEPTED_OFFER
    return c.EXPLAINED if w.standing[i].stage == s.UNAWARE else c.DECLINED


@inner
def meet(i: int, week: int, station: int, w: Records) -> int:
    """The turn of resident `i` at `station` has come; returns what is to be drawn."""
    if not comes_to_activate(i, week, w):
        event = meet_officer(i, week, station, w)
        if event == c.EXPLAINED:
            move(i, week, s.AWARE, event, station, w)
            return MARKS
        if event != c.ACCEPTED_OFFER:
            note(i, week, event, station, w)
            return NOTHING
        if w.standing[i].stage != s.INTENDING:
            move(i, week, s.INTENDING, event, station, w)
            count_spell(i, w)
    attempt(i, week, station, w)
    return MARKS


@inner
def settle_ties(keys: NDArray[np.int64], rows: NDArray[np.uint32]) -> None:
    """Of two sorted queue keys that are alike in station and lot, the one with the lower row goes first."""
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
def draw_keys(week: int, arrivals: Arrivals, w: Records) -> None:
    """Draw the keys of those who turned up: sorted, they are the order of the queues."""
    for k in range(len(arrivals.rows)):
        i = row_at(arrivals.rows, k)
        drawn = randomness.lot(w.seed, i, d.QUEUE_LOT, week)
        arrivals.keys[k] = queue_key(w.standing[i].bound_for - 1, drawn, k)


@inner
def serve(week: int, arrivals: Arrivals, w: Records) -> None:
    """The queues of the week: those who turned up are met in the order of the sorted keys, while officer time lasts."""
    settle_ties(arrivals.keys, arrivals.rows)
    for key in arrivals.keys:
        i = row_at(arrivals.rows, key & LAST_ROW)
        station = w.standing[i].bound_for - 1
        w.standing[i].bound_for = 0
        unarmed = ALARM if w.standing[i].stage == s.INTENDING else NOTHING
        arrivals.drawn[key & LAST_ROW] = meet(i, week, station, w) | unarmed


@inner
def go_home(week: int, arrivals: Arrivals, w: Records) -> None:
    """Those who turned up wait on, with new marks if something happened to them."""
    for k in range(len(arrivals.rows)):
        i, drawn = row_at(arrivals.rows, k), int(arrivals.drawn[k])
        if drawn != NOTHING:
            draw(i, week, drawn, w)
            arm(i, week, w)
