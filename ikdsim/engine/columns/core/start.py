"""How residents come to stand where they do other than by living a week: at the start, from a snapshot, by hand."""

from ikdsim import randomness
from ikdsim.engine.columns.core.contacts import await_contact, contact_key
from ikdsim.engine.columns.core.event_queue import clear
from ikdsim.engine.columns.core.next_event import arm
from ikdsim.engine.columns.core.state import NO_CONTACT, Records
from ikdsim.engine.columns.core.thresholds import ERRAND, MARKS, draw
from ikdsim.engine.columns.core.transitions import move
from ikdsim.kernel import inner, kernel
from ikdsim.resident import causes as c
from ikdsim.resident import decisions as d
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.implementation import adult_week


@inner
def clear_calendar(w: Records) -> None:
    """Take everybody out of the calendar."""
    for part in range(len(w.calendar.parts)):
        clear(part, w.calendar)
    for i in range(len(w.standing)):
        w.standing[i].alarm = NO_WEEK


@inner
def stand_as_child(i: int, w: Records) -> None:
    """Let resident `i` wait for his 17th birthday."""
    for slot in range(s.MOST_RIVALS):
        w.standing[i].due[slot] = randomness.NEVER
    w.standing[i].errand_due = randomness.NEVER
    w.contact_due[i] = NO_CONTACT


@kernel
def start_residents(before: int, w: Records) -> None:
    """Set all residents as they stand in week `before` the first: waiting, already aware, or children."""
    clear_calendar(w)
    for i in range(len(w.standing)):
        w.standing[i].trust = w.people[i].trust
        if adult_week(w.people[i].birth_week) > before:
            stand_as_child(i, w)
        else:
            drawn = randomness.lot(w.seed, i, d.ALREADY_AWARE_LOT, 0)
            if drawn < randomness.as_lot(w.tables.already_aware[w.people[i].occupation]):
                move(i, before, s.AWARE, c.ALREADY_AWARE, -1, w)
            draw(i, before, MARKS + ERRAND, w)
        arm(i, before, w)


@kernel
def resume_residents(week: int, w: Records) -> None:
    """Set the alarms of all residents anew, who stand and wait as at the end of `week`."""
    clear_calendar(w)
    for i in range(len(w.standing)):
        stage = w.standing[i].stage
        w.contact_due[i] = NO_CONTACT
        for slot in range(c.RIVAL_COUNT[stage]):
            if c.GROUPS[c.RIVALS[stage, slot]] == c.NEIGHBOURHOOD:
                await_contact(i, contact_key(c.RIVALS[stage, slot], w.standing[i].due[slot]), w)
        arm(i, week, w)


@kernel
def write_stage(i: int, week: int, stage: int, w: Records) -> None:
    """Set resident `i` into `stage` by hand at the end of `week`."""
    move(i, week, stage, c.WRITTEN, -1, w)
    draw(i, week, MARKS, w)
    arm(i, week, w)
