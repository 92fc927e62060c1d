"""The residents' week: those whose alarm goes wait, hear at home, run an errand, follow the first cause."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim import randomness
from ikdsim.engine.columns.core.access import ON_ERRAND, TO_VISIT, WALKING_IN, station_on
from ikdsim.engine.columns.core.contacts import expose
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES
from ikdsim.engine.columns.core.event_queue import CHUNK, take_week
from ikdsim.engine.columns.core.next_event import arm, wake_week
from ikdsim.engine.columns.core.queues import passes_by
from ikdsim.engine.columns.core.state import Records, neighbourhood_of, row_at
from ikdsim.engine.columns.core.thresholds import ERRAND, MARKS, NOTHING, draw
from ikdsim.engine.columns.core.transitions import move, note, uses_ikd
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import decisions as d
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.home import news_at_home
from ikdsim.resident.meters import has_passed, position, share_of_week

IN_CALENDAR: Final = len(CONTACT_CAUSES)
"""Number of those whom the calendar names, after those due by each cause of contacts."""


@inner
def wake_up(i: int, week: int, w: Records) -> int:
    """Resident `i` turns 17, or an intending one gets the record or phone he was waiting for."""
    if w.standing[i].stage == s.UNAWARE:
        note(i, week, c.ADULT, -1, w)
        return MARKS + ERRAND
    note(i, week, c.READY, -1, w)
    return MARKS


@inner
def first_cause(i: int, w: Records) -> int:
    """The rival cause whose meter passed the mark of resident `i` first this week, or c.NO_CAUSE."""
    person, standing = w.people[i], w.standing[i]
    earliest, found = 2.0, c.NO_CAUSE
    for slot in range(c.RIVAL_COUNT[standing.stage]):
        cause = c.RIVALS[standing.stage, slot]
        at = position(w.meters, cause, person.place, person.occupation, neighbourhood_of(i, w))
        if has_passed(w.meters.reading[at], standing.due[slot]):
            when = share_of_week(standing.due[slot], w.meters.reading[at], w.meters.step[at])
            if when < earliest:
                earliest, found = when, cause
    return found


@inner
def turn_up(i: int, week: int, way: int, w: Records) -> None:
    """Resident `i` goes to one of the stations that this way leads to."""
    drawn = randomness.lot(w.seed, i, d.STATION_LOT, week)
    w.standing[i].bound_for = station_on(way, w.people[i].place, drawn, w.ways) + 1


@inner
def run_errand(i: int, week: int, w: Records) -> None:
    """An errand brings resident `i` to an office or to a visit (a user has nothing to do there)."""
    if not uses_ikd(w.standing[i].stage):
        turn_up(i, week, ON_ERRAND, w)
    w.standing[i].errands += 1


@inner
def follow(i: int, week: int, cause: int, w: Records) -> int:
    """Resident `i` moves, or turns up at a service point, because of `cause`; returns what is to be drawn."""
    if cause in (c.WALK_IN, c.VISIT):
        turn_up(i, week, WALKING_IN if cause == c.WALK_IN else TO_VISIT, w)
        return NOTHING
    move(i, week, c.TARGETS[cause], cause, -1, w)
    return MARKS


@inner
def live_week(i: int, week: int, w: Records) -> int:
    """One week of resident `i`; returns what is to be drawn."""
    standing = w.standing[i]
    if wake_week(i, w) == week:
        return wake_up(i, week, w)
    cause, drawn = c.NO_CAUSE, NOTHING
    if standing.news:
        standing.news = 0
        cause = news_at_home(w.seed, i, standing.stage, w.tables)
    if cause == c.NO_CAUSE:
        at = position(w.meters, c.ERRAND, w.people[i].place, 0, 0)
        if has_passed(w.meters.reading[at], standing.errand_due):
            run_errand(i, week, w)
            drawn = ERRAND
            if standing.stage == s.INTENDING:
                return drawn
        cause = first_cause(i, w)
    return drawn if cause == c.NO_CAUSE else drawn + follow(i, week, cause, w)


@inner
def gather(part: int, week: int, rows: NDArray[np.uint32], count: NDArray[np.int64], w: Records) -> None:
    """Put into `rows[k]` the `count[k]` residents to look at: those due by contact cause k, last those in the calendar.

    Residents who do alike are looked at one after the other.
    """
    here = w.calendar.parts[part]
    for neighbourhood in range(here.first_neighbourhood, here.end_neighbourhood):
        expose(neighbourhood, week, rows, count, w)
    count[IN_CALENDAR] = take_week(part, week - w.outlook.before, rows[IN_CALENDAR], w.calendar)


@inner
def fetch(rows: NDArray[np.uint32], w: Records) -> int:
    """Read these residents one right after the other: memory then brings many of them at once."""
    sum_of_bytes = 0
    for i in rows:
        sum_of_bytes += w.standing[i].stage + w.people[i].place
    return sum_of_bytes


@inner
def look(i: int, week: int, w: Records) -> bool:
    """Look at resident `i`, who lives the week and waits on; whether he turned up somewhere."""
    standing = w.standing[i]
    standing.alarm = NO_WEEK
    draw(i, week, live_week(i, week, w), w)
    comes = standing.bound_for != 0 and not passes_by(i, week, w)
    if not comes or standing.stage != s.INTENDING:
        arm(i, week, w)
    return comes


@inner
def live(
    part: int,
    week: int,
    rows: NDArray[np.uint32],
    count: NDArray[np.int64],
    arrivals: NDArray[np.uint32],
    w: Records,
) -> int:
    """The residents' week in one part of the region; puts those who turn up somewhere into `arrivals`, says how many.

    `rows` and `count`, all 0, are room for those who are looked at, see gather.
    """
    arrived = fetched = 0
    gather(part, week, rows, count, w)
    for group in range(IN_CALENDAR + 1):
        for k in range(count[group]):
            if k % CHUNK == 0:
                fetched += fetch(rows[group, k : min(k + CHUNK, count[group])], w)
            i = row_at(rows[group], k)
            if (group != IN_CALENDAR or w.standing[i].alarm == week) and look(i, week, w):
                arrivals[arrived] = i
                arrived += 1
    return arrived if fetched >= 0 else 0
