"""The residents' week: those whose alarm goes wait, hear at home, run an errand, follow the first cause."""

import numpy as np
from numpy.typing import NDArray

from ikdsim import randomness
from ikdsim.engine.alarms import arm, wake_week
from ikdsim.engine.calendar import CHUNK, take_week
from ikdsim.engine.contacts import expose, sort_by_cause
from ikdsim.engine.moves import move, note, uses_ikd
from ikdsim.engine.queues import passes_by
from ikdsim.engine.records import Records
from ikdsim.engine.waiting import ERRAND, MARKS, NOTHING, draw
from ikdsim.engine.ways import ON_ERRAND, TO_VISIT, WALKING_IN, station_on
from ikdsim.kernel import inner, kernel
from ikdsim.resident import causes as c
from ikdsim.resident import decisions as d
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.implementation import adult_week
from ikdsim.resident.meters import has_passed, position, share_of_week

NO_CAUSE = -1


@inner
def wake_up(i: int, week: int, w: Records) -> int:
    """Resident `i` turns 17, or an intending one gets the record or phone he was waiting for."""
    if w.standing[i].stage == s.UNAWARE:
        note(i, week, c.ADULT, -1, w)
        return MARKS + ERRAND
    note(i, week, c.READY, -1, w)
    return MARKS


@inner
def news_from_home(i: int, week: int, w: Records) -> int:
    """What the household's first user does to resident `i`: lets him hear of IKD, persuades him, or NO_CAUSE."""
    stage = w.standing[i].stage
    if adult_week(w.people[i].birth_week) > week:
        return NO_CAUSE
    if stage == s.UNAWARE:
        told = randomness.lot(w.seed, i, d.TOLD_AT_HOME_LOT, 0) < randomness.as_lot(w.tables.told_at_home)
        return c.TOLD_AT_HOME if told else NO_CAUSE
    if stage == s.AWARE:
        chance = randomness.as_lot(w.tables.persuaded_at_home)
        persuaded = randomness.lot(w.seed, i, d.PERSUADED_AT_HOME_LOT, 0) < chance
        return c.PERSUADED_AT_HOME if persuaded else NO_CAUSE
    return NO_CAUSE


@inner
def first_cause(i: int, w: Records) -> int:
    """The rival cause whose meter passed the mark of resident `i` first this week, or NO_CAUSE."""
    person, standing = w.people[i], w.standing[i]
    earliest, found = 2.0, NO_CAUSE
    for slot in range(c.RIVAL_COUNT[standing.stage]):
        cause = c.RIVALS[standing.stage, slot]
        at = position(w.meters, cause, person.place, person.occupation, person.neighbourhood)
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
    cause, drawn = NO_CAUSE, NOTHING
    if standing.news:
        standing.news = 0
        cause = news_from_home(i, week, w)
    if cause == NO_CAUSE:
        at = position(w.meters, c.ERRAND, w.people[i].place, 0, 0)
        if has_passed(w.meters.reading[at], standing.errand_due):
            run_errand(i, week, w)
            drawn = ERRAND
            if standing.stage == s.INTENDING:
                return drawn
        cause = first_cause(i, w)
    return drawn if cause == NO_CAUSE else drawn + follow(i, week, cause, w)


@inner
def gather(part: int, week: int, rows: NDArray[np.int32], w: Records) -> tuple[int, int]:
    """Put into `rows` who is to be looked at: first those due by contacts, then those in the calendar; both numbers."""
    here, due = w.calendar.parts[part], 0
    for neighbourhood in range(here.first_neighbourhood, here.end_neighbourhood):
        due += expose(neighbourhood, week, rows[due:], w)
    sort_by_cause(rows[:due], rows[due:], w)
    return due, due + take_week(part, week - w.outlook.before, rows[due:], w.calendar)


@inner
def fetch(rows: NDArray[np.int32], w: Records) -> int:
    """Read these residents one right after the other: memory then brings many of them at once."""
    sum_of_bytes = 0
    for i in rows:
        sum_of_bytes += w.standing[i].stage + w.people[i].neighbourhood + w.people[i].card
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


@kernel
def live(part: int, week: int, w: Records) -> NDArray[np.int32]:
    """The residents' week in one part of the region; returns the rows of those who turn up somewhere."""
    here = w.calendar.parts[part]
    most = 2 * (here.end - here.first)
    rows, arrivals = np.empty(most + w.calendar.chunks[part].size * CHUNK, np.int32), np.empty(most, np.int32)
    due, count = gather(part, week, rows, w)
    arrived = fetched = 0
    for k in range(count):
        if k % CHUNK == 0:
            fetched += fetch(rows[k : min(k + CHUNK, count)], w)
        i = rows[k]
        if (k < due or w.standing[i].alarm == week) and look(i, week, w):
            arrivals[arrived] = i
            arrived += 1
    return arrivals[: arrived if fetched >= 0 else 0].copy()
