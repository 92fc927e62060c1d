"""The next event: the week in which something is due for a resident, as far as the plan can tell."""

from ikdsim.engine.columns.core.cumulative_hazards import UNPLANNED, week_reached
from ikdsim.engine.columns.core.event_queue import clear, enter, part_of
from ikdsim.engine.columns.core.state import State
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK, NOTHING
from ikdsim.resident.implementation import adult_week, ready_week


@inner
def schedule(i: int, week: int, state: State) -> None:
    """Look at resident `i` in `week`, and not before; never, if the run is over by then."""
    standing = state.standing[i]
    if week - state.ahead.before >= state.ahead.value.shape[1]:
        week = NO_WEEK
    if week == standing.next_event:
        return
    standing.next_event = week
    if week == NO_WEEK:
        return
    part = part_of(i, state.event_queue)
    if not enter(part, week - state.ahead.before, standing.stage, i, state.event_queue):
        sweep(part, state)


@inner
def sweep(part: int, state: State) -> None:
    """Enter everybody anew, which leaves stale rows out."""
    clear(part, state.event_queue)
    for i in range(state.event_queue.parts[part].first, state.event_queue.parts[part].end):
        standing = state.standing[i]
        if standing.next_event != NO_WEEK:
            enter(part, standing.next_event - state.ahead.before, standing.stage, i, state.event_queue)


@inner
def week_when_ready(i: int, state: State) -> int:
    """First week in which resident `i` can be activated at all."""
    person = state.people[i]
    return ready_week(person.birth_week, person.recorded_week, person.supported_week)


@inner
def wake_week(i: int, state: State) -> int:
    """Week in which a resident turns 17, or an intending one gets the record or phone they wait for."""
    stage = state.standing[i].stage
    if stage <= s.FAVOURABLE:
        return adult_week(state.people[i].birth_week)
    return week_when_ready(i, state) if stage == s.INTENDING else NO_WEEK


@inner
def week_passed(i: int, cause: int, due: int, after: int, state: State) -> int:
    """First week after `after` in which the cumulative hazard of `cause` comes to `due`; NO_WEEK if no plan tells."""
    row, group = state.ahead.first_row[cause], c.GROUPS[cause]
    if row == UNPLANNED:
        return NO_WEEK
    if group == c.PLACE:
        row += state.people[i].place
    elif group == c.WARD:
        row += state.ward[i]
    elif group == c.OCCUPATION:
        row += state.people[i].occupation
    return week_reached(row, due, after, state.ahead)


@inner
def schedule_next_event(i: int, after: int, state: State) -> None:
    """Set the next event of resident `i` to the first week later than `after` in which something is due for them."""
    standing = state.standing[i]
    soonest = week_passed(i, c.ERRAND, standing.errand_due, after, state)
    wake = wake_week(i, state)
    if after < wake < soonest:
        soonest = wake
    recorded = state.people[i].recorded_week
    if after < recorded < soonest and adult_week(state.people[i].birth_week) <= recorded:
        soonest = recorded
    stage = standing.stage
    for slot in range(c.RIVAL_COUNT[stage]):
        soonest = min(soonest, week_passed(i, c.RIVALS[stage, slot], standing.due[slot], after, state))
    schedule(i, soonest if standing.awaits == NOTHING else after + 1, state)
