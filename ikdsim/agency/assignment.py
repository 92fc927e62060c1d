"""Assignment: every week the agency shares out its officers' minutes among desks, visits and other duties.

Minutes are conserved: who is on the road is missing at the desk, unless the policy that sends somebody hires for it.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count, islice
from typing import Final, NamedTuple

from ikdsim.agency.conditions import Conditions
from ikdsim.agency.disposition import best_suited
from ikdsim.agency.officers import ACTIVITIES, DESK, DUTIES, EVERYWHERE, MESSAGES, OTHER_SERVICES, Duty, Officer, person
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.clock import WEEKS_PER_MONTH, monday_of
from ikdsim.errors import BadInput, Fault

OFFICE: Final = "district_office"
"""Post of those who are sent out: crews, and who answers messages."""
ADDED: Final = "added"
REASSIGNED: Final = "reassigned"
STAFF: Final = (ADDED, REASSIGNED)
"""Whether somebody hires officers for a task or takes them from their desks."""
_ROUNDING_GUARD: Final = 1e-6
"""Minutes by which an officer's week may be overdrawn through rounding."""


class Task(NamedTuple):
    """Work for which a policy, or the office itself, asks for officers."""

    asked_by: str
    """Name of the policy, which is the post of those whom it hires."""
    activity: str
    """One of DUTIES."""
    place: int
    officers: float
    """A fraction is somebody for a part of the time."""
    minutes: float
    """Of each whole officer."""
    staff: str
    """One of STAFF."""
    dedicated: bool = False


def assign(task: Task, conditions: Conditions) -> tuple[Officer, ...]:
    """The officers who do `task` this week; their minutes are gone from whatever else they do.

    Some are chosen because they suit the task, see Disposition.appointment. Of the others whoever has been out least
    this week goes, and among those whoever is next in turn. Raises BadInput if there are too few with so much time,
    naming who asked and how many are missing; ValueError for an activity that
    is no duty.
    """
    if task.activity not in DUTIES:
        raise ValueError(f"“{task.activity}” of {task.asked_by} is none of the duties of agency/officers.py: {DUTIES}")
    wanted = math.ceil(task.officers)
    minutes = task.minutes * task.officers / max(wanted, 1)
    crew = _with_time(task, wanted, minutes, conditions)
    if len(crew) < wanted:
        facts = {"value": task.asked_by, "wanted": wanted, "free": len(crew), "minutes": math.ceil(minutes)}
        facts["day"] = monday_of(conditions.week)
        raise BadInput([Fault("officers_missing", facts)])
    conditions.duties += [Duty(officer, task.activity, task.place, minutes) for officer in crew]
    return crew


def send(task: Task, item: str, conditions: Conditions) -> tuple[Officer, ...]:
    """Officers who do `task` on a day of this week: as `assign`; who is hired is paid for the day, under `item`."""
    crew = assign(task, conditions)
    if task.staff == ADDED:
        conditions.pay(item, task.officers * conditions.parameters.value("cost.officer_day"))
    return crew


def answer_messages(asked_by: str, item: str, part: float, staff: str, conditions: Conditions) -> None:
    """Residents' messages are answered for `part` (0-1) of the week, by somebody who is hired and paid under `item`.

    Where `staff` hires nobody, everybody of the office does a part of it.
    """
    value, people = conditions.parameters.value, 1.0
    if staff == ADDED:
        conditions.pay(item, part * value("cost.answering_month") / WEEKS_PER_MONTH)
    else:
        people = float(max(1, sum(officer.post == OFFICE for officer in conditions.roster)))
    week = part * value("resources.officer_hours") * MINUTES_PER_HOUR
    assign(Task(asked_by, MESSAGES, EVERYWHERE, people, week / people, staff), conditions)


def at_most(task: Task, conditions: Conditions) -> Task:
    """The same task for those who have the time, each for as long as planned: visits come with whom there is."""
    wanted = math.ceil(task.officers)
    minutes = task.minutes * task.officers / max(wanted, 1)
    there = len(_with_time(task, wanted, minutes, conditions))
    return task._replace(officers=float(there), minutes=minutes)


def take_away(officer: Officer, activity: str, minutes: float, conditions: Conditions) -> float:
    """Take an officer from the own desk this week for so many minutes, or for all that are left; returns how many."""
    left = officer.hours * MINUTES_PER_HOUR - minutes_away(conditions.duties)[officer]
    taken = max(0.0, min(minutes, left))
    conditions.duties.append(Duty(officer, activity, officer.place, taken))
    return taken


def _with_time(task: Task, wanted: int, minutes: float, conditions: Conditions) -> tuple[Officer, ...]:
    """Up to `wanted` officers who have so many minutes left this week."""
    away = minutes_away(conditions.duties)
    if task.staff == ADDED:
        hours = conditions.parameters.value("resources.officer_hours")
        hired = (person(conditions.seed, task.asked_by, EVERYWHERE, k, hours, task.dedicated) for k in count())
        free = (officer for officer in hired if _fits(minutes, officer, away))
        return tuple(islice(free, wanted)) if _one_fits(minutes, hours) else ()
    office = [officer for officer in conditions.roster if officer.post == OFFICE]
    by_choice = round(wanted * conditions.disposition.appointment)
    first = conditions.week * (wanted - by_choice) % len(office) if office else 0
    in_turn = sorted(office[first:] + office[:first], key=lambda officer: away[officer])
    there = [officer for officer in in_turn if _fits(minutes, officer, away)]
    chosen = best_suited(there)[:by_choice]
    return (*chosen, *(officer for officer in there if officer not in chosen))[:wanted]


def _one_fits(minutes: float, hours: float) -> bool:
    return minutes <= hours * MINUTES_PER_HOUR + _ROUNDING_GUARD


def _fits(minutes: float, officer: Officer, away: Mapping[Officer, float]) -> bool:
    return _one_fits(away[officer] + minutes, officer.hours)


def minutes_away(duties: Iterable[Duty]) -> Mapping[Officer, float]:
    """Minutes of the week's duties by officer; 0 for whoever has none."""
    away: dict[Officer, float] = defaultdict(float)
    for duty in duties:
        away[duty.officer] += duty.minutes
    return away


def minutes_by_activity(officer: Officer, conditions: Conditions) -> dict[str, float]:
    """What the officer does in the week of `conditions`: minutes by activity, in the order of ACTIVITIES.

    Never more than the officer's hours. Whoever is hired for a task has no desk, and the rest of the week to herself or
    himself.
    """
    minutes = dict.fromkeys(ACTIVITIES, 0.0)
    for duty in conditions.duties:
        if duty.officer == officer:
            minutes[duty.activity] += duty.minutes
    if officer in conditions.roster:
        left = max(0.0, officer.hours * MINUTES_PER_HOUR - sum(minutes.values()))
        factor = conditions.at(officer.post, officer.place).ikd_time if officer.post in conditions.open_points else 0.0
        minutes[DESK] = conditions.structure.ikd_minutes_at_desk(left, factor)
        minutes[OTHER_SERVICES] = left - minutes[DESK]
    return {activity: spent for activity, spent in minutes.items() if spent > 0.0}
