"""The residents' week: those for whom something is due wait, hear at home, run an errand, follow the first cause."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim import randomness
from ikdsim.engine.columns.core.access import station_on
from ikdsim.engine.columns.core.contacts import contacts_around, expose
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES
from ikdsim.engine.columns.core.event_queue import CHUNK, take_week
from ikdsim.engine.columns.core.next_event import schedule_next_event, wake_week
from ikdsim.engine.columns.core.queues import is_overlooked
from ikdsim.engine.columns.core.state import State, groups_of, row_at
from ikdsim.engine.columns.core.thresholds import RENEW_ERRAND, RENEW_NOTHING, RENEW_STAGE, renew
from ikdsim.engine.columns.core.transitions import enter_stage, is_against, note
from ikdsim.kernel import inner, keep_reading
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.columns import APPOINTMENT, NEWS, NO_WEEK, NOTHING
from ikdsim.resident.cumulative_hazards import has_passed, position, share_of_week
from ikdsim.resident.factors import life
from ikdsim.resident.household import news_at_home
from ikdsim.resident.stages import is_user
from ikdsim.service.supply import NOWHERE, ON_ERRAND, REMOTELY, TO_VISIT, WALKING_IN

IN_EVENT_QUEUE: Final = len(CONTACT_CAUSES)
"""Number of those whom the event queue names, after those due by each cause of contacts."""


@inner
def first_cause(i: int, state: State) -> int:
    """The rival cause whose cumulative hazard passed the threshold of resident `i` first this week, or c.NO_CAUSE."""
    standing = state.standing[i]
    earliest, found = 2.0, c.NO_CAUSE
    for slot in range(c.RIVAL_COUNT[standing.stage]):
        cause = c.RIVALS[standing.stage, slot]
        at = position(state.cumulative, cause, groups_of(i, state))
        if has_passed(state.cumulative.value[at], standing.due[slot]):
            when = share_of_week(standing.due[slot], state.cumulative.value[at], state.cumulative.increment[at])
            if when < earliest:
                earliest, found = when, cause
    return found


@inner
def turn_up(i: int, week: int, way: int, state: State) -> None:
    """Resident `i` goes to one of the stations that this way leads to."""
    drawn = randomness.uniform_draw(state.seed, i, d.STATION_DRAW, week)
    avoided, home = NOWHERE, int(state.ward[i])
    if way in (WALKING_IN, REMOTELY):
        home = int(state.people[i].place)
    if way == WALKING_IN:
        avoided = state.standing[i].avoids - 1
    state.standing[i].bound_for = station_on(way, home, drawn, avoided, state.access) + 1


@inner
def keep_appointment(i: int, week: int, state: State) -> None:
    """Resident `i` comes to the station of the appointment, or to a desk where that station is not open."""
    if state.stations[state.standing[i].bound_for - 1].capacity_ms == 0:
        turn_up(i, week, WALKING_IN, state)


@inner
def has_errand(i: int, week: int, state: State) -> bool:
    """Whether an errand of resident `i` is due this week, or the record of one who is an adult."""
    at = position(state.cumulative, c.ERRAND, groups_of(i, state))
    is_due = has_passed(state.cumulative.value[at], state.standing[i].errand_due)
    return bool(is_due or state.people[i].recorded_week == week)


@inner
def run_errand(i: int, week: int, state: State) -> None:
    """An errand brings resident `i` to an office or to a visit (a user has nothing to do there)."""
    if not is_user(state.standing[i].stage):
        turn_up(i, week, ON_ERRAND, state)
    state.standing[i].errands += 1


@inner
def wake_up(i: int, week: int, state: State) -> int:
    """Resident `i` turns 17, or an intending one gets the record or phone they were waiting for."""
    if state.standing[i].stage != s.INTENDING:
        note(i, week, c.ADULT, -1, state)
        if is_against(i, state):
            enter_stage(i, week, s.REFUSING, c.OPPOSED_BEFORE, -1, state)
        what = RENEW_STAGE + RENEW_ERRAND
    else:
        note(i, week, c.READY, -1, state)
        what = RENEW_STAGE
    if state.people[i].recorded_week != week:
        return what
    run_errand(i, week, state)
    return RENEW_STAGE + RENEW_ERRAND


@inner
def way_of(cause: int) -> int:
    """The way to a service point that an intending resident takes because of `cause`."""
    if cause == c.WALK_IN:
        return WALKING_IN
    return TO_VISIT if cause == c.VISIT else REMOTELY


@inner
def follow(i: int, week: int, cause: int, state: State) -> int:
    """Resident `i` moves, or turns up at a service point, because of `cause`; returns what is to be drawn."""
    if cause in (c.WALK_IN, c.VISIT, c.REMOTE):
        turn_up(i, week, way_of(cause), state)
        return RENEW_NOTHING
    enter_stage(i, week, c.TARGETS[cause], cause, -1, state)
    return RENEW_STAGE


@inner
def live_week(i: int, week: int, state: State) -> int:
    """One week of resident `i`; returns what is to be drawn."""
    standing = state.standing[i]
    if wake_week(i, state) == week:
        return wake_up(i, week, state)
    cause, what = c.NO_CAUSE, RENEW_NOTHING
    if standing.awaits == APPOINTMENT:
        keep_appointment(i, week, state)
        if standing.stage == s.INTENDING:
            return what
    elif standing.awaits == NEWS:
        standing.awaits = NOTHING
        invited = int(state.invited[0])
        cause = news_at_home(state.seed, i, life(standing.spells), standing.stage, invited, state.tables)
    if cause == c.NO_CAUSE:
        if standing.awaits != APPOINTMENT and has_errand(i, week, state):
            run_errand(i, week, state)
            what = RENEW_ERRAND
            if standing.stage == s.INTENDING:
                return what
        cause = first_cause(i, state)
    return what if cause == c.NO_CAUSE else what + follow(i, week, cause, state)


@inner
def gather(part: int, week: int, rows: NDArray[np.uint32], count: NDArray[np.int64], state: State) -> None:
    """Put into `rows[k]` the `count[k]` residents to look at: those due by contact cause k, last the event queue's.

    Residents who do alike are looked at one after the other.
    """
    here = state.event_queue.parts[part]
    for neighbourhood in range(here.first_neighbourhood, here.end_neighbourhood):
        contacts = contacts_around(neighbourhood, state)
        for k in range(IN_EVENT_QUEUE):
            count[k] += expose(neighbourhood, k, week, contacts, rows[k, count[k] :], state)
    count[IN_EVENT_QUEUE] = take_week(part, week - state.ahead.before, rows[IN_EVENT_QUEUE], state.event_queue)


@inner
def fetch(rows: NDArray[np.uint32], state: State) -> None:
    """Read these residents one right after the other: memory then brings many of them at once."""
    for i in rows:
        keep_reading(state.standing[i].stage + state.people[i].place)


@inner
def pass_by(i: int, week: int, state: State) -> None:
    """Resident `i` runs the errand and leaves: no officer offers IKD, and the queue never sees them."""
    note(i, week, c.NOT_OFFERED, state.standing[i].bound_for - 1, state)
    state.standing[i].bound_for = 0


@inner
def live_and_wait(i: int, week: int, state: State) -> bool:
    """Resident `i` lives the week and waits on; returns whether they stand in a queue."""
    standing = state.standing[i]
    standing.next_event = NO_WEEK
    renew(i, week, live_week(i, week, state), state)
    comes = standing.bound_for != 0
    if comes and is_overlooked(i, week, state):
        pass_by(i, week, state)
        comes = False
    if not comes or standing.stage != s.INTENDING:
        schedule_next_event(i, week, state)
    return bool(comes)


@inner
def live(
    part: int,
    week: int,
    rows: NDArray[np.uint32],
    count: NDArray[np.int64],
    arrivals: NDArray[np.uint32],
    state: State,
) -> int:
    """The residents' week in one part of the region; puts those who stand in a queue into `arrivals`, says how many.

    `rows` and `count`, all 0, are room for those who are looked at, see gather.
    """
    arrived = 0
    gather(part, week, rows, count, state)
    for group in range(IN_EVENT_QUEUE + 1):
        for k in range(count[group]):
            if k % CHUNK == 0:
                fetch(rows[group, k : min(k + CHUNK, count[group])], state)
            i = row_at(rows[group], k)
            if (group != IN_EVENT_QUEUE or state.standing[i].next_event == week) and live_and_wait(i, week, state):
                arrivals[arrived] = i
                arrived += 1
    return arrived
