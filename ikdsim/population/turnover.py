"""Turnover: people die, are born, move away and move in, and the number and the ages of a place stay as they are.

Year by year and age by age as many leave as the age pyramid narrows, and as many arrive as are born or as it widens;
beside this, movers (pendatang, Anwar 2025) are exchanged for others of their age. A row changes hands once at most in a
run. Residents on the day of the table are those of the table, and whoever left before it stood in a row until then.
Newcomers are like somebody of the place who was born about when they were.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import WEEKS_PER_YEAR, week_of_birthday
from ikdsim.population import draw_numbers
from ikdsim.population.ages import years_old
from ikdsim.population.draws import Draws
from ikdsim.provenance import Parameters
from ikdsim.randomness import ONE
from ikdsim.resident.columns import ADULT_AGE, NO_WEEK, Residents

CLASSES: Final = np.array([0.0, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0, 60.0, 75.0, 95.0])
"""Bounds of the age classes whose residents are counted, years; between their middles the pyramid is straight."""
AGES: Final = np.arange(CLASSES[-1])
ALMOST_NOTHING: Final = 1e-12
"""Stands for no events or no residents where one has to divide by their number."""
YEAR: Final = 52
"""Weeks that are planned together after the table; those before it are planned at once."""
SPREAD: Final = (0.6180339887498949, 0.7548776662466927)
"""Multiples of these numbers, less whole ones, spread evenly over 0-1 without an order (Kronecker sequence)."""


class Events(NamedTuple):
    """Somebody leaves and somebody else arrives; arrays of shape (events,)."""

    week: NDArray[np.int16]
    left_born: NDArray[np.int16]
    """About when the one who leaves was born, week."""
    came_born: NDArray[np.int16]
    """About when the one who arrives was born, week."""


class Pyramid(NamedTuple):
    """How many leave and arrive in a year, and their ages: shares that are so old or younger, shape (AGES,)."""

    births: float
    leaving: NDArray[np.float64]
    """Where the pyramid narrows."""
    arrivals: float
    arriving: NDArray[np.float64]
    """Where it widens."""
    movers: float
    moving: NDArray[np.float64]


class Exchange(NamedTuple):
    """One side of a week a resident of the table stands in the row, the other side somebody else; shape (events,)."""

    week: NDArray[np.int16]
    row: NDArray[np.int64]
    born: NDArray[np.int16]
    """When the other one was born, week."""
    donor: NDArray[np.int64]
    """Row of the resident whom the other one is like."""


class Turnover(NamedTuple):
    """Who leaves and who arrives, one record an event."""

    week: NDArray[np.int64]
    row: NDArray[np.int64]
    early: NDArray[np.int64]
    """Numbers of the events up to the day of the table."""
    left: NDArray[np.void]
    """Records of PERSON: who stood in the row before each of these; all others who leave are residents of the table."""
    came: NDArray[np.void]
    """Records of PERSON: who stands there from then on."""


def turnover(
    residents: Residents, table_week: int, weeks: tuple[int, int], seed: int, parameters: Parameters
) -> Turnover:
    """The turnover from the first to the last of `weeks`, or to the day of the table if that is later.

    `residents` are those on the day of the table.
    """
    moving = parameters.value("population.movers")
    every = [
        _exchange(residents, Draws(seed, start, end - start), table_week, weeks, moving)
        for start, end in pairwise(residents.place_start.tolist())
    ]
    columns = [np.concatenate(column) for column in zip(*every, strict=True)]
    in_time = np.flatnonzero(columns[0] <= max(weeks[1], table_week))
    exchange = Exchange(*(column.take(in_time) for column in columns))
    came, early = _others(residents, exchange), np.flatnonzero(exchange.week <= table_week)
    left = came.take(early)
    came[early] = residents.people.take(exchange.row.take(early))
    return Turnover(exchange.week.astype(np.int64), exchange.row, early, left, came)


def _exchange(residents: Residents, draws: Draws, table_week: int, weeks: tuple[int, int], moving: float) -> Exchange:
    """All of one place, also those after the last of `weeks`."""
    birth_week = residents.birth_week[draws.rows]
    order = _by_birth(birth_week, draws.of(draw_numbers.LEAVING))
    born = birth_week[order]
    pyramid = _pyramid(residents_by_age(years_old(born[::-1], table_week)), moving)
    free = np.arange(np.searchsorted(born, weeks[0]))
    infants = np.sort(order[len(free) :])
    parts = []
    for start, end in _spans(table_week, weeks):
        by_table = end <= table_week
        births = birth_week[infants] if by_table else _moments(pyramid.births, start, end, table_week)
        week, left, came = _events(births, pyramid, (start, end), table_week)
        known, other, fixed = (came, left, len(infants)) if by_table else (left, came, 0)
        position, found = _first_free(known[fixed:], born[free])
        row = np.concatenate([infants[:fixed], order[free[position]]])
        found = np.concatenate([np.arange(fixed), fixed + found])
        free = np.delete(free, position)
        parts.append((week[found], row, other[found]))
    week, row, other = (np.concatenate(column) for column in zip(*parts, strict=True))
    donor = order[_alike(np.minimum(other, table_week), born, draws.of(draw_numbers.DONOR)[row])]
    return Exchange(week, draws.first + row, other, draws.first + donor)


def _by_birth(birth_week: NDArray[np.int16], drawn: NDArray[np.float64]) -> NDArray[np.int64]:
    """Numbers of residents by week of birth, then by draw: keys of 16 bits are sorted without comparing."""
    draw = (drawn * ONE).astype(np.uint32)
    return np.lexsort(((draw & 0xFFFF).astype(np.uint16), (draw >> 16).astype(np.uint16), birth_week))


def residents_by_age(age: NDArray[np.float32]) -> NDArray[np.float64]:
    """Residents of each year of age of a place, smoothed; shape (AGES,). Each `age` is at least the one before."""
    counted = np.diff(np.searchsorted(age, CLASSES)) / np.diff(CLASSES)
    middles = (CLASSES[:-1] + CLASSES[1:]) / 2.0
    smooth: NDArray[np.float64] = np.interp(AGES + 0.5, [*middles, CLASSES[-1]], [*counted, 0.0])
    return smooth


def _spans(table_week: int, weeks: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """First and last week of each span of weeks that is planned at once; a later one changes no earlier one."""
    yield weeks[0], table_week
    for start in range(table_week + 1, weeks[1] + 1, YEAR):
        yield start, start + YEAR - 1


def _moments(per_year: float, start: int, end: int, table_week: int) -> NDArray[np.int16]:
    """Weeks from `start` to `end` of events that come so often a year, evenly."""
    per_week = per_year / WEEKS_PER_YEAR
    first, last = (int(np.ceil(per_week * (week - table_week - 1) - 0.5)) for week in (start, end + 1))
    weeks = (np.arange(first, last, dtype=np.float64) + 0.5) / max(per_week, ALMOST_NOTHING)
    return (table_week + 1 + np.floor(weeks)).astype(np.int16)


def _pyramid(residents: NDArray[np.float64], moving: float) -> Pyramid:
    """The pyramid of so many `residents` of each year of age, of whom the share `moving` move in a year."""
    narrows = -np.diff(residents, append=0.0)
    widens = np.maximum(-narrows, 0.0)
    leaving, arriving, all_ages = (
        np.cumsum(weights) / max(float(weights.sum()), ALMOST_NOTHING)
        for weights in (np.maximum(narrows, 0.0), widens, residents)
    )
    return Pyramid(residents[0], leaving, widens.sum(), arriving, moving * residents.sum(), all_ages)


def _events(births: NDArray[np.int16], pyramid: Pyramid, span: tuple[int, int], table_week: int) -> Events:
    """Births first, then those who arrive later in life, then movers; in each, who leaves for them."""
    later = _moments(pyramid.arrivals, *span, table_week)
    movers = _moments(pyramid.movers, *span, table_week)
    week = np.concatenate([births, later])
    gone = week - _weeks_old(pyramid.leaving, len(week), 0.5)
    came = np.concatenate([births, later - _weeks_old(pyramid.arriving, len(later), 0.5)])
    peers = movers - _weeks_old(pyramid.moving, len(movers), 0.0)
    return Events(*(np.concatenate(pair) for pair in ((week, movers), (gone, peers), (came, peers))))


def _weeks_old(as_young: NDArray[np.float64], count: int, later: float) -> NDArray[np.int16]:
    """Ages in weeks, `later` years on, of `count` people of whom the shares `as_young` are so old or younger."""
    of_year, of_week = (np.modf(np.arange(count) * number)[0] for number in SPREAD)
    age = np.minimum(np.searchsorted(as_young, of_year), len(AGES) - 1)
    weeks: NDArray[np.int16] = ((age + later + of_week) * WEEKS_PER_YEAR).astype(np.int16)
    return weeks


def _first_free(born_about: NDArray[np.int16], born: NDArray[np.int16]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """A position of its own in the ascending `born` for each week of birth; and the numbers of those that have one."""
    ranks = np.argsort(born_about, kind="stable")
    position = np.searchsorted(born, born_about[ranks])
    steps = np.arange(len(position))
    position = np.maximum.accumulate(position - steps) + steps if len(steps) else position
    found = position < len(born)
    return position[found], ranks[found]


def _alike(latest: NDArray[np.int16], born: NDArray[np.int16], drawn: NDArray[np.float64]) -> NDArray[np.int64]:
    """Positions in the ascending `born` of those who were born in the year before each week `latest`, as `drawn`."""
    first, end = number_before(latest - YEAR, born), number_before(latest + 1, born)
    return np.minimum(first + (drawn * (end - first)).astype(np.int64), len(born) - 1)


def number_before(week: NDArray[np.integer[Any]], dates: NDArray[np.int16]) -> NDArray[np.int64]:
    """How many of the ascending `dates` lie before each `week`; looked up for every week there is between them."""
    first = int(week.min(initial=0))
    every = np.arange(first, int(week.max(initial=0)) + 1, dtype=np.int16)
    return np.searchsorted(dates, every)[week.astype(np.int64) - first]


def _others(residents: Residents, exchange: Exchange) -> NDArray[np.void]:
    """Records of PERSON: who stands in the rows on the other side, like their donors but for birth and home."""
    made: NDArray[np.void] = residents.people.take(exchange.donor)
    shift = exchange.born.astype(np.int64) - made["birth_week"]
    recorded = made["recorded_week"] + np.where(made["recorded_week"] > 0, shift, 0)
    grown = exchange.born + week_of_birthday(0, ADULT_AGE)
    made["recorded_week"] = np.maximum(recorded, grown).clip(max=NO_WEEK)
    made["birth_week"], made["address"] = exchange.born, residents.address[exchange.row]
    return made
