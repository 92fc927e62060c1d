"""Who takes the seats of a policy's sessions, and what it makes of them.

Residents of a place come in an order that is drawn once for each policy, those of the right age who live there by then.
In a scaled run seats are fewer, and fractions are carried over; an empty seat stays empty.
"""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.session import Session
from ikdsim.clock import week_of_birthday
from ikdsim.population import draw_numbers
from ikdsim.randomness import uniforms
from ikdsim.resident import stages as s
from ikdsim.resident.changes import ARRIVAL, HEARD, LITERACY, RECORDED_WEEK, TRUST, Changes, new_changes
from ikdsim.resident.columns import LEVELS, NO_WEEK, Residents

ROUNDING_GUARD = 1e-9
"""Keeps sums of fractions from falling just short of a whole seat."""


def changes_in_sessions(
    sessions: Sequence[Session], name: str, start: Residents, changes: Changes, seed: int, scale: float
) -> list[NDArray[np.void]]:
    """Records of CHANGE of all who sit in the sessions of the policy `name`.

    `start` are the residents before the first week, `changes` what becomes of them without this policy.
    """
    found: list[NDArray[np.void]] = []
    if not sessions:
        return found
    drawn = uniforms(seed, 0, len(start.people), draw_numbers.SEAT, crc32(name.encode()))
    arrivals = changes.dated[changes.dated["what"] == ARRIVAL]
    since = np.full(len(drawn), NO_WEEK, np.int16)
    since[arrivals["row"]] = arrivals["week"]
    came_born = start.birth_week.copy()
    came_born[arrivals["row"]] = changes.newcomers["birth_week"][arrivals["value"]]
    by_place = attrgetter("place")
    for place, of_place in groupby(sorted(sessions, key=by_place), by_place):
        rows = np.arange(start.place_start[place], start.place_start[place + 1])
        waiting = rows[np.argsort(drawn[rows], kind="stable")]
        seats, taken = 0.0, 0
        for session in of_place:
            seats += session.seats / scale
            born = np.where(since[waiting] <= session.week, came_born[waiting], start.birth_week[waiting])
            came = waiting[_of_age(session, born)][: int(seats + ROUNDING_GUARD) - taken]
            taken = int(seats + ROUNDING_GUARD)
            waiting = waiting[~np.isin(waiting, came)]
            found += _changes_of(session, came, drawn[came])
    return found


def _of_age(session: Session, born: NDArray[np.int16]) -> NDArray[np.bool_]:
    earliest = session.week - week_of_birthday(0, session.oldest + 1)
    return (born > earliest) & (born <= session.week - week_of_birthday(0, session.youngest))


def _changes_of(session: Session, row: NDArray[np.int64], drawn: NDArray[np.float64]) -> list[NDArray[np.void]]:
    """What a session makes of those who came."""
    week = np.full(len(row), session.week)
    made = []
    for what, gain in ((LITERACY, session.literacy), (TRUST, session.trust)):
        if gain:
            made.append(new_changes(what, week, row, round(gain * LEVELS)))
    if session.records:
        made.append(new_changes(RECORDED_WEEK, week, row, week))
    if session.explains is not None:
        stage = np.where(drawn * LEVELS % 1.0 < session.explains, s.FAVOURABLE, s.AWARE)
        made.append(new_changes(HEARD, week, row, stage=stage))
    return made
