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
from ikdsim.clock import WEEKS_PER_YEAR, week_of_birthday
from ikdsim.population import draw_numbers
from ikdsim.population.devices import INTERNET_GROUPS
from ikdsim.randomness import uniforms
from ikdsim.resident import stages as s
from ikdsim.resident.changes import (
    ARRIVAL,
    ATTENDS,
    HEARD,
    LITERACY,
    ONLINE,
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
    for session in sessions:
        if session.more_online > 1.0:
            found += _connected(session, start, newcomers, since, drawn)
    by_place = attrgetter("place", "youngest")
    seated = [session for session in sessions if session.more_online == 1.0]
    for (place, _), of_place in groupby(sorted(seated, key=by_place), by_place):
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
    if session.records:
        of_age &= who("recorded_week") > session.week
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


def _connected(
    session: Session,
    start: Residents,
    newcomers: NDArray[np.void],
    since: NDArray[np.int16],
    drawn: NDArray[np.float64],
) -> list[NDArray[np.void]]:
    """Residents offline in the place who are online from the week of the session on, and newcomers who arrive so.

    Of each age group as many come online as raise those online by its factor.
    """
    rows = np.arange(start.place_start[session.place], start.place_start[session.place + 1])
    here = since[rows] <= session.week
    who = partial(_column, start.people, newcomers, rows, here)
    group = _internet_group(session.week - who("birth_week"))
    online = np.bincount(group, who("online"), len(INTERNET_GROUPS) + 1)
    offline = np.bincount(group, minlength=len(online)) - online
    chance = online * (session.more_online - 1.0) / np.maximum(offline, 1.0)
    now = rows[(who("online") == 0) & (drawn[rows] < chance[group])]
    later = rows[~here & (newcomers["online"][rows] == 0) & (since[rows] < NO_WEEK)]
    later = later[drawn[later] < chance[_internet_group(since[later] - newcomers["birth_week"][later])]]
    return [
        new_changes(ONLINE, np.full(len(now), session.week), now, 1),
        new_changes(ONLINE, since[later].astype(np.int64), later, 1),
    ]


def _internet_group(age_weeks: NDArray[np.int16]) -> NDArray[np.int64]:
    """Number of the age group that surveys of the internet tell apart, 0 below the first."""
    return np.searchsorted(list(INTERNET_GROUPS.values()), age_weeks / WEEKS_PER_YEAR, side="right")
