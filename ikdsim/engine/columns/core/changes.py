"""Dated changes of residents, at the start of a week: see resident/changes.py."""

from typing import Any

from ikdsim.engine.columns.core.contacts import await_contact, contact_key
from ikdsim.engine.columns.core.next_event import schedule_next_event
from ikdsim.engine.columns.core.start import stand_as_child
from ikdsim.engine.columns.core.state import State, groups_of
from ikdsim.engine.columns.core.thresholds import RENEW_ERRAND, RENEW_STAGE, renew, traits_now
from ikdsim.engine.columns.core.transitions import count_stage, enter_stage, is_against, note, totals_of
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import changes as ch
from ikdsim.resident import stages as s
from ikdsim.resident.columns import APPOINTMENT, FIRST_ERRAND_OF_SECOND_LIFE, NOTHING
from ikdsim.resident.cumulative_hazards import position, rescaled
from ikdsim.resident.factors import SECOND_LIFE, own_factor
from ikdsim.resident.implementation import adult_week
from ikdsim.resident.stages import is_user


@inner
def begin_anew(i: int, week: int, stage: int, state: State) -> None:
    """Nothing of the row's past bears on the newcomer who stands in it from now on."""
    standing = state.standing[i]
    standing.stage, standing.entered = stage, week
    standing.spells, standing.errands = SECOND_LIFE, FIRST_ERRAND_OF_SECOND_LIFE
    standing.trust = state.people[i].trust
    standing.tries = standing.channel = standing.avoids = standing.bound_for = 0
    standing.awaits = NOTHING


@inner
def arrive(i: int, week: int, newcomer: int, stage: int, state: State) -> None:
    """Whoever stands in row `i` leaves; the newcomer stands there as everybody does before the first week."""
    moved = totals_of(i, state).moved
    moved[0] += is_user(state.standing[i].stage)
    count_stage(i, state.standing[i].stage, s.UNAWARE, state)
    state.people[i] = state.changes.newcomers[newcomer]
    begin_anew(i, week, stage, state)
    is_child = adult_week(state.people[i].birth_week) >= week
    if not is_child and not is_user(stage) and is_against(i, state):
        stage = state.standing[i].stage = s.REFUSING
    count_stage(i, s.UNAWARE, stage, state)
    moved[1] += is_user(stage)
    note(i, week, c.ARRIVED, -1, state)
    if is_child:
        stand_as_child(i, state)
    else:
        renew(i, week - 1, RENEW_STAGE + RENEW_ERRAND, state)


@inner
def hear(i: int, week: int, stage: int, state: State) -> None:
    """Resident `i`, who was less far, has heard of IKD; a child waits on for the 17th birthday."""
    if state.standing[i].stage < stage:
        enter_stage(i, week, stage, c.HEARD, -1, state)
        if adult_week(state.people[i].birth_week) < week:
            renew(i, week - 1, RENEW_STAGE, state)


@inner
def attend(i: int, station: int, state: State) -> None:
    """Resident `i`, unless a user, is expected at `station` this week."""
    if not is_user(state.standing[i].stage):
        state.standing[i].awaits, state.standing[i].bound_for = APPOINTMENT, station + 1


@inner
def set_date(person: Any, what: int, week: int) -> None:
    """Somebody is recorded, or gets a supported phone, in `week` if not before."""
    if what == ch.RECORDED_WEEK:
        person.recorded_week = min(person.recorded_week, week)
    else:
        person.supported_week = min(person.supported_week, week)


@inner
def set_level(i: int, what: int, value: int, state: State) -> None:
    """Raise a level of resident `i` by `value` (trust now and at the start), or set whether they are online."""
    person, standing = state.people[i], state.standing[i]
    if what == ch.LITERACY:
        person.literacy = ch.raised(int(person.literacy), value)
    elif what == ch.ONLINE:
        person.online = value
    else:
        standing.trust, person.trust = ch.raised(int(standing.trust), value), ch.raised(int(person.trust), value)


@inner
def change_level(i: int, week: int, what: int, value: int, state: State) -> None:
    """Resident `i` has other own factors from now on: what is left of each threshold is rescaled."""
    standing = state.standing[i]
    stage, who = standing.stage, traits_now(i, week, False, state)
    set_level(i, what, value, state)
    changed = traits_now(i, week, False, state)
    note(i, week, c.LEARNED, -1, state)
    for slot in range(c.RIVAL_COUNT[stage]):
        cause = c.RIVALS[stage, slot]
        before, after = own_factor(stage, slot, who, state.tables), own_factor(stage, slot, changed, state.tables)
        if after != before:
            at = position(state.cumulative, cause, groups_of(i, state))
            standing.due[slot] = rescaled(standing.due[slot], state.cumulative.value[at], before, after)
            if c.GROUPS[cause] == c.NEIGHBOURHOOD:
                await_contact(i, contact_key(cause, standing.due[slot]), state)


@inner
def add_up(state: State) -> None:
    """Whoever changed counts from now on, also where parts of the event queue have counted apart."""
    parts, places, stages = state.moved.shape
    if parts == 1:
        return
    for part in range(parts):
        for place in range(places):
            for stage in range(stages):
                state.stage_by_place[place, stage] += state.moved[part, place, stage]
                state.moved[part, place, stage] = 0


@inner
def change_residents(week: int, state: State) -> None:
    """Let the changes of `week` happen, before anything else does."""
    first = week - state.ahead.before
    for k in range(state.first_change[first], state.first_change[first + 1]):
        change = state.changes.dated[k]
        i, what, value = int(change.row), change.what, int(change.value)
        if what == ch.ARRIVAL:
            arrive(i, week, value, change.stage, state)
        elif what == ch.HEARD:
            hear(i, week, change.stage, state)
        elif what == ch.ATTENDS:
            attend(i, value, state)
        elif what in ch.DATES:
            set_date(state.people[i], what, max(value, week))
        else:
            change_level(i, week, what, value, state)
        schedule_next_event(i, week - 1, state)
    add_up(state)
