"""How residents come to stand where they do other than by living a week: at the start, from a snapshot, by hand."""

from ikdsim import randomness
from ikdsim.engine.columns.core.contacts import await_contact, contact_key
from ikdsim.engine.columns.core.event_queue import clear
from ikdsim.engine.columns.core.next_event import schedule_next_event
from ikdsim.engine.columns.core.state import NO_CONTACT, State
from ikdsim.engine.columns.core.thresholds import RENEW_ERRAND, RENEW_STAGE, renew
from ikdsim.engine.columns.core.transitions import enter_stage, is_against
from ikdsim.kernel import inner, kernel
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK, NOTHING
from ikdsim.resident.implementation import adult_week


@inner
def clear_event_queue(state: State) -> None:
    """Take everybody out of the event queue."""
    for part in range(len(state.event_queue.parts)):
        clear(part, state.event_queue)
    for i in range(len(state.standing)):
        state.standing[i].next_event = NO_WEEK


@inner
def stand_as_child(i: int, state: State) -> None:
    """Let resident `i` wait for the 17th birthday."""
    for slot in range(s.MOST_RIVALS):
        state.standing[i].due[slot] = randomness.NEVER
    state.standing[i].errand_due = randomness.NEVER
    state.contact_due[i] = NO_CONTACT


@inner
def stand_as_adult(i: int, before: int, state: State) -> None:
    """Let resident `i` be against IKD, aware of it already, or unaware."""
    heard = randomness.uniform_draw(state.seed, i, d.ALREADY_AWARE_DRAW, 0)
    if is_against(i, state):
        enter_stage(i, before, s.REFUSING, c.OPPOSED_BEFORE, -1, state)
    elif heard < randomness.as_draw(state.tables.already_aware[state.people[i].occupation]):
        enter_stage(i, before, s.AWARE, c.ALREADY_AWARE, -1, state)
    renew(i, before, RENEW_STAGE + RENEW_ERRAND, state)


@kernel
def start_residents(before: int, state: State) -> None:
    """Set all residents as they stand in week `before` the first: waiting, already aware, or children."""
    clear_event_queue(state)
    for i in range(len(state.standing)):
        state.standing[i].trust = state.people[i].trust
        if adult_week(state.people[i].birth_week) > before:
            stand_as_child(i, state)
        else:
            stand_as_adult(i, before, state)
        schedule_next_event(i, before, state)


@kernel
def resume_residents(week: int, state: State) -> None:
    """Set the next events of all residents anew, who stand and wait as at the end of `week`."""
    clear_event_queue(state)
    for i in range(len(state.standing)):
        stage = state.standing[i].stage
        state.contact_due[i] = NO_CONTACT
        for slot in range(c.RIVAL_COUNT[stage]):
            if c.GROUPS[c.RIVALS[stage, slot]] == c.NEIGHBOURHOOD:
                await_contact(i, contact_key(c.RIVALS[stage, slot], state.standing[i].due[slot]), state)
        schedule_next_event(i, week, state)


@kernel
def write_stage(i: int, week: int, stage: int, state: State) -> None:
    """Set resident `i` into `stage` by hand at the end of `week`; an appointment is cancelled."""
    state.standing[i].awaits, state.standing[i].bound_for = NOTHING, 0
    enter_stage(i, week, stage, c.WRITTEN, -1, state)
    renew(i, week, RENEW_STAGE, state)
    schedule_next_event(i, week, state)
