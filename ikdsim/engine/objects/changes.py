"""Dated changes of residents, at the start of a week: see resident/changes.py."""

import math
from collections.abc import Sequence
from typing import Any

from ikdsim import randomness
from ikdsim.engine.objects.resident import PlainResident, value_at
from ikdsim.resident import causes as c
from ikdsim.resident import changes as ch
from ikdsim.resident import stages as s
from ikdsim.resident.columns import APPOINTMENT, FIRST_ERRAND_OF_SECOND_LIFE
from ikdsim.resident.cumulative_hazards import rescaled
from ikdsim.resident.factors import SECOND_LIFE


def change_residents(residents: Sequence[PlainResident], changes: ch.Changes, week: int) -> None:
    """Let the changes of `week` happen, before anything else does."""
    first, end = changes.first_of_week(range(week, week + 1)).tolist()
    for change in changes.dated[first:end]:
        resident, what, value = residents[change["row"]], int(change["what"]), int(change["value"])
        if what == ch.ARRIVAL:
            arrive(resident, week, changes.newcomers[value], int(change["stage"]))
        elif what == ch.HEARD:
            hear(resident, week, int(change["stage"]))
        elif what == ch.ATTENDS:
            attend(resident, value)
        elif what in ch.DATES:
            set_date(resident, ch.COLUMNS[what], max(value, week))
        else:
            change_level(resident, week, what, value)


def arrive(resident: PlainResident, week: int, newcomer: Any, stage: int) -> None:
    """Whoever stands in the row leaves; the newcomer stands there as everybody does before the first week."""
    moved = resident.world.counters.moved
    moved[0] += resident.stage in s.USERS
    resident.commons.count_stage(resident.row, resident.stage, s.UNAWARE)
    resident.world.residents.people[resident.row] = newcomer
    resident.begin()
    resident.spells, resident.errands = SECOND_LIFE, FIRST_ERRAND_OF_SECOND_LIFE
    if resident.adult_week < week and stage not in s.USERS and resident.is_opposed():
        stage = s.REFUSING
    resident.stage, resident.entered = stage, week
    resident.commons.count_stage(resident.row, s.UNAWARE, stage)
    moved[1] += stage in s.USERS
    resident.note(week, c.ARRIVED)
    resident.errand_due, resident.wake = math.inf, resident.adult_week
    if resident.adult_week < week:
        resident.draw_errand_threshold(week - 1)
        resident.draw_thresholds(week - 1)


def hear(resident: PlainResident, week: int, stage: int) -> None:
    """Somebody who was less far has heard of IKD; a child waits on for the 17th birthday."""
    if resident.stage >= stage:
        return
    resident.commons.count_move(resident.row, resident.stage, stage)
    resident.stage, resident.entered = stage, week
    resident.note(week, c.HEARD)
    if resident.adult_week < week:
        resident.draw_thresholds(week - 1)


def attend(resident: PlainResident, station: int) -> None:
    """Somebody who does not use IKD is expected at a station this week."""
    if resident.stage not in s.USERS:
        resident.awaits, resident.bound_for = APPOINTMENT, station


def set_date(resident: PlainResident, column: str, week: int) -> None:
    """Somebody is recorded, or gets a supported phone, in `week` if not before."""
    person = resident.world.residents.people[resident.row]
    person[column] = min(person[column], week)
    resident.describe()
    if resident.stage == s.INTENDING:
        resident.wake = resident.ready_week


def change_level(resident: PlainResident, week: int, what: int, value: int) -> None:
    """Somebody has other own factors from now on: what is left of each threshold is rescaled."""
    rivals = list(enumerate(c.RIVALS_OF_STAGE[resident.stage]))
    before = [resident.factor(slot, week) for slot, _ in rivals]
    person = resident.world.residents.people[resident.row]
    if what == ch.TRUST:
        resident.trust = ch.raised(resident.trust, value)
    column = ch.COLUMNS[what]
    person[column] = value if what == ch.ONLINE else ch.raised(int(person[column]), value)
    resident.describe()
    resident.note(week, c.LEARNED)
    for slot, cause in rivals:
        after = resident.factor(slot, week)
        if after != before[slot]:
            due = grains_of(resident.due[slot])
            resident.due[slot] = value_at(rescaled(due, resident.value(cause), before[slot], after))


def grains_of(value: float) -> int:
    """The grains that stand for this cumulative hazard value: the reverse of value_at."""
    return randomness.NEVER if math.isinf(value) else int(value) // randomness.GRAIN
