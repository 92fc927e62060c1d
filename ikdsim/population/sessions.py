"""Who takes the seats of a policy's sessions, and what it makes of them.

Residents of a place come in an order that is drawn once for each policy: those for whom a session is, if they are
willing. In a scaled run seats are fewer, and fractions are carried over; an empty seat stays empty.
"""

from collections.abc import Callable, Sequence
from functools import partial
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
from ikdsim.resident.changes import (
    ARRIVAL,
    ATTENDS,
    HEARD,
    LITERACY,
    RECORDED_WEEK,
    SUPPORTED_WEEK,
    TRUST,
    Changes,
    new_changes,
)
from ikdsim.resident.columns import ADULT_AGE, LEVELS, NO_WEEK, OCCUPATIONS, Residents
from ikdsim.service.supply import Station

ROUNDING_GUARD = 1e-9
"""Keeps sums of fractions from falling just short of a whole seat."""


def changes_in_sessions(
    sessions: Sequence[Session],
    name: str,
    start: Residents,
    changes: Changes,
    stations: Sequence[Station],
    seed: int,
    scale: float,
) -> list[NDArray[np.void]]:
    """Records of CHANGE of all who sit in the sessions of the policy `name`.

    `start` are the residents before the first week, `changes` what becomes of them without this policy, `stations`
    those of the supply.
    """
    found: list[NDArray[np.void]] = []
    if not sessions:
        return found
    drawn = uniforms(seed, 0, len(start.people), draw_numbers.SEAT, crc32(name.encode()))
    arrivals = changes.dated[changes.dated["what"] == ARRIVAL]
    since = np.full(len(drawn), NO_WEEK, np.int16)
    since[arrivals["row"]] = arrivals["week"]
    newcomers = start.people.copy()
    newcomers[arrivals["row"]] = changes.newcomers[arrivals["value"]]
    by_place = attrgetter("place", "youngest")
    for (place, _), of_place in groupby(sorted(sessions, key=by_place), by_place):
        rows = np.arange(start.place_start[place], start.place_start[place + 1])
        waiting = rows[np.argsort(drawn[rows], kind="stable")]
        seats, taken = 0.0, 0
        for session in of_place:
            seats += session.seats / scale
            who = partial(_column, start.people, newcomers, waiting, since[waiting] <= session.week)
            willing = drawn[waiting] < session.willing
            came = waiting[willing & _is_for(session, who)][: int(seats + ROUNDING_GUARD) - taken]
            taken = int(seats + ROUNDING_GUARD)
            waiting = waiting[~np.isin(waiting, came)]
            found += _changes_of(session, came, drawn[came], stations)
    return found


def _column(
    start: NDArray[np.void], newcomers: NDArray[np.void], row: NDArray[np.int64], came: NDArray[np.bool_], name: str
) -> NDArray[np.int16]:
    """A column of those who stand in these rows: of the newcomer to a row who `came` already, else of the first."""
    column: NDArray[np.int16] = np.where(came, newcomers[name][row], start[name][row])
    return column


def _is_for(session: Session, who: Callable[[str], NDArray[np.int16]]) -> NDArray[np.bool_]:
    """Whether the session is for each of those whose columns `who` gives."""
    earliest = session.week - week_of_birthday(0, session.oldest + 1)
    born = who("birth_week")
    of_age = (born > earliest) & (born <= session.week - week_of_birthday(0, session.youngest))
    if session.station is not None:
        turned_17 = born.astype(np.int64) + week_of_birthday(0, ADULT_AGE)
        since = np.maximum(np.maximum(turned_17, who("recorded_week")), who("supported_week"))
        return of_age & (since < session.week)
    if session.occupation is not None:
        of_age &= who("occupation") == OCCUPATIONS.index(session.occupation)
    return of_age & (who("supported_week") > session.week) if session.phones else of_age


def _changes_of(
    session: Session, row: NDArray[np.int64], drawn: NDArray[np.float64], stations: Sequence[Station]
) -> list[NDArray[np.void]]:
    """What a session makes of those who came."""
    week = np.full(len(row), session.week)
    made = []
    for what, gain in ((LITERACY, session.literacy), (TRUST, session.trust)):
        if gain:
            made.append(new_changes(what, week, row, round(gain * LEVELS)))
    if session.records:
        made.append(new_changes(RECORDED_WEEK, week, row, week))
    if session.phones:
        made.append(new_changes(SUPPORTED_WEEK, week, row, week))
    if session.station is not None:
        made.append(new_changes(ATTENDS, week, row, stations.index(Station(*session.station))))
    if session.instructs:
        made.append(new_changes(HEARD, week, row, stage=s.INTENDING))
    if session.explains is not None:
        stage = np.where(drawn * LEVELS % 1.0 < session.explains, s.FAVOURABLE, s.AWARE)
        made.append(new_changes(HEARD, week, row, stage=stage))
    return made
