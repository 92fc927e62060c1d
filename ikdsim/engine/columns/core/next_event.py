"""Alarms: the next week in which something is due for a resident, as far as the plan can tell."""

from ikdsim.engine.columns.core.cumulative_hazards import UNPLANNED, week_reached
from ikdsim.engine.columns.core.event_queue import clear, enter, part_of
from ikdsim.engine.columns.core.state import Records
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.implementation import adult_week, ready_week


@inner
def set_alarm(i: int, week: int, w: Records) -> None:
    """Look at resident `i` in `week`, and not before; never, if the run is over by then."""
    standing = w.standing[i]
    if week - w.outlook.before >= w.outlook.reading.shape[1]:
        week = NO_WEEK
    if week == standing.alarm:
        return
    standing.alarm = week
    if week == NO_WEEK:
        return
    part = part_of(i, w.calendar)
    if not enter(part, week - w.outlook.before, standing.stage, i, w.calendar):
        sweep(part, w)


@inner
def sweep(part: int, w: Records) -> None:
    """Enter everybody anew, which leaves stale rows out."""
    clear(part, w.calendar)
    for i in range(w.calendar.parts[part].first, w.calendar.parts[part].end):
        standing = w.standing[i]
        if standing.alarm != NO_WEEK:
            enter(part, standing.alarm - w.outlook.before, standing.stage, i, w.calendar)


@inner
def week_when_ready(i: int, w: Records) -> int:
    """First week in which resident `i` can be activated at all."""
    person = w.people[i]
    return ready_week(person.birth_week, person.recorded_week, person.supported_week)


@inner
def wake_week(i: int, w: Records) -> int:
    """Week in which an unaware resident turns 17, or an intending one gets the record or phone he waits for."""
    stage = w.standing[i].stage
    if stage == s.UNAWARE:
        return adult_week(w.people[i].birth_week)
    return week_when_ready(i, w) if stage == s.INTENDING else NO_WEEK


@inner
def week_passed(i: int, cause: int, due: int, after: int, w: Records) -> int:
    """First week later than `after` in which the meter of `cause` passes `due`; NO_WEEK if the plan cannot tell."""
    row, group = w.outlook.first_row[cause], c.GROUPS[cause]
    if row == UNPLANNED:
        return NO_WEEK
    if group == c.PLACE:
        row += w.people[i].place
    elif group == c.OCCUPATION:
        row += w.people[i].occupation
    return week_reached(row, due, after, w.outlook)


@inner
def arm(i: int, after: int, w: Records) -> None:
    """Set the alarm of resident `i` to the first week later than `after` in which something is due for him."""
    standing = w.standing[i]
    soonest = week_passed(i, c.ERRAND, standing.errand_due, after, w)
    wake = wake_week(i, w)
    if after < wake < soonest:
        soonest = wake
    stage = standing.stage
    for slot in range(c.RIVAL_COUNT[stage]):
        soonest = min(soonest, week_passed(i, c.RIVALS[stage, slot], standing.due[slot], after, w))
    set_alarm(i, after + 1 if standing.news else soonest, w)
