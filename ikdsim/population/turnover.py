"""Turnover: people die, are born, move away and move in, and the number and the ages of a place stay as they are.

Year by year and age by age as many leave as the age pyramid narrows, and as many arrive as are born or as it widens;
beside this, movers (pendatang, Anwar 2025) are exchanged for others of their age. A row changes hands once at most in a
run. Residents on the day of the table are those of the table, and whoever left before it stood in a row until then.
Newcomers are like somebody of the place who was born about when they were.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import WEEKS_PER_YEAR, week_of_birthday
from ikdsim.population import draw_numbers
from ikdsim.population.ages import years_old
from ikdsim.population.draws import Draws
from ikdsim.provenance import Parameters
from ikdsim.resident.columns import ADULT_AGE, NO_WEEK, Residents

CLASSES: Final = np.array([0.0, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0, 60.0, 75.0, 95.0])
"""Bounds of the age classes whose residents are counted, years; between their middles the pyramid is straight."""
AGES: Final = np.arange(CLASSES[-1])
NEVER: Final = 1e-12
"""Stands for no events or no residents where one has to divide by their number."""
YEAR: Final = 52
"""Weeks that are planned together after the table; those before it are planned at once."""
SPREAD: Final = (0.6180339887498949, 0.7548776662466927)
"""Multiples of these numbers, less whole ones, spread evenly over 0-1 without an order (Kronecker sequence)."""


class Events(NamedTuple):
    """Somebody leaves and somebody else arrives; arrays of shape (events,)."""

    week: NDArray[np.int64]
    left_born: NDArray[np.int64]
    """About when the one who leaves was born, week."""
    came_born: NDArray[np.int64]
    """About when the one who arrives was born, week."""


class Turnover(NamedTuple):
    """Who leaves and who arrives, one record an event."""

    week: NDArray[np.int64]
    row: NDArray[np.int64]
    left: NDArray[np.void]
    """Records of PERSON: who stood in the row before."""
    came: NDArray[np.void]
    """Records of PERSON: who stands there from then on."""


def turnover(
    residents: Residents, table_week: int, weeks: tuple[int, int], seed: int, parameters: Parameters
) -> Turnover:
    """The turnover from the first to the last of `weeks`, or to the day of the table if that is later.

    `residents` are those on the day of the table.
    """
    moving = parameters.value("population.movers")
    parts = [
        part
        for start, end in zip(residents.place_start[:-1].tolist(), residents.place_start[1:].tolist(), strict=True)
        for part in _turnover_of_place(residents, Draws(seed, start, end - start), table_week, weeks, moving)
    ]
    columns: list[NDArray[Any]] = [np.concatenate(column) for column in zip(*parts, strict=True)]
    kept = columns[0] <= max(weeks[1], table_week)
    return Turnover(*(column[kept] for column in columns))


def _turnover_of_place(
    residents: Residents, draws: Draws, table_week: int, weeks: tuple[int, int], moving: float
) -> Iterator[Turnover]:
    people = residents.people[draws.rows]
    born = people["birth_week"].astype(np.int64)
    pyramid = residents_by_age(years_old(people["birth_week"], table_week))
    order = np.lexsort((draws.of(draw_numbers.LEAVING), born))
    donor = draws.of(draw_numbers.DONOR)
    free = born < weeks[0]
    infants = np.flatnonzero(~free)
    for start, end in _spans(table_week, weeks):
        by_table = end <= table_week
        births = born[infants] if by_table else _moments(pyramid[0], start, end, table_week)
        events = _events(births, pyramid, moving, (start, end), table_week)
        known = events.came_born if by_table else events.left_born
        fixed = len(infants) if by_table else 0
        row, found = _rows_born(known[fixed:], order[free[order]], born)
        row = np.concatenate([infants[:fixed], row])
        free[row] = False
        events = Events(*(column[np.concatenate([np.arange(fixed), fixed + found])] for column in events))
        other = events.left_born if by_table else events.came_born
        made = _alike(people, row, other, order, donor[row], table_week)
        left, came = (made, people[row]) if by_table else (people[row], made)
        yield Turnover(events.week, draws.first + row, left, came)


def residents_by_age(age: NDArray[np.float32]) -> NDArray[np.float64]:
    """Residents of each year of age of a place, smoothed; shape (AGES,)."""
    counted = np.histogram(age, CLASSES)[0] / np.diff(CLASSES)
    middles = (CLASSES[:-1] + CLASSES[1:]) / 2.0
    smooth: NDArray[np.float64] = np.interp(AGES + 0.5, [*middles, CLASSES[-1]], [*counted, 0.0])
    return smooth


def _spans(table_week: int, weeks: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """First and last week of each span of weeks that is planned at once; a later one changes no earlier one."""
    yield weeks[0], table_week
    for start in range(table_week + 1, weeks[1] + 1, YEAR):
        yield start, start + YEAR - 1


def _moments(per_year: float, start: int, end: int, table_week: int) -> NDArray[np.int64]:
    """Weeks from `start` to `end` of events that come so often a year, evenly."""
    per_week = per_year / WEEKS_PER_YEAR
    first, last = (int(np.ceil(per_week * (week - table_week - 1) - 0.5)) for week in (start, end + 1))
    weeks = (np.arange(first, last, dtype=np.float64) + 0.5) / max(per_week, NEVER)
    moments: NDArray[np.int64] = table_week + 1 + np.floor(weeks).astype(np.int64)
    return moments


def _events(
    births: NDArray[np.int64], pyramid: NDArray[np.float64], moving: float, span: tuple[int, int], table_week: int
) -> Events:
    """Births first, then those who arrive later in life, then movers; in each, who leaves for them."""
    narrows = -np.diff(pyramid, append=0.0)
    widening = np.maximum(-narrows, 0.0)
    later = _moments(widening.sum(), *span, table_week)
    movers = _moments(moving * pyramid.sum(), *span, table_week)
    week = np.concatenate([births, later])
    gone = week - _weeks_old(np.maximum(narrows, 0.0), len(week), 0.5)
    came = np.concatenate([births, later - _weeks_old(widening, len(later), 0.5)])
    peers = movers - _weeks_old(pyramid, len(movers), 0.0)
    return Events(*(np.concatenate(pair) for pair in ((week, movers), (gone, peers), (came, peers))))


def _weeks_old(weights: NDArray[np.float64], count: int, later: float) -> NDArray[np.int64]:
    """Ages of `count` people in weeks, who are of each year of age in proportion to `weights`, `later` years on."""
    k = np.arange(count)
    below = np.cumsum(weights) / max(float(weights.sum()), NEVER)
    age = np.searchsorted(below, k * SPREAD[0] % 1.0).clip(max=len(AGES) - 1)
    weeks: NDArray[np.int64] = ((age + later + k * SPREAD[1] % 1.0) * WEEKS_PER_YEAR).astype(np.int64)
    return weeks


def _rows_born(
    born_about: NDArray[np.int64], candidates: NDArray[np.int64], born: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """A row of its own for each of these weeks of birth, of `candidates` by birth; and the numbers of those found."""
    ranks = np.argsort(born_about, kind="stable")
    position = np.searchsorted(born[candidates], born_about[ranks])
    steps = np.arange(len(position))
    position = np.maximum.accumulate(position - steps) + steps if len(steps) else position
    found = position < len(candidates)
    return candidates[position[found]], ranks[found]


def _alike(
    people: NDArray[np.void],
    row: NDArray[np.int64],
    born: NDArray[np.int64],
    order: NDArray[np.int64],
    drawn: NDArray[np.float64],
    table_week: int,
) -> NDArray[np.void]:
    """Somebody to stand in each `row`, born in week `born`, like one of the place born in the year before."""
    ages = people["birth_week"][order]
    latest = np.minimum(born, table_week)
    first, end = np.searchsorted(ages, latest - YEAR), np.searchsorted(ages, latest, side="right")
    donor = order[(first + (drawn * (end - first)).astype(np.int64)).clip(max=len(order) - 1)]
    made: NDArray[np.void] = people[donor]
    shift = born - made["birth_week"]
    recorded = made["recorded_week"] + np.where(made["recorded_week"] > 0, shift, 0)
    made["recorded_week"] = np.maximum(recorded, born + week_of_birthday(0, ADULT_AGE)).clip(max=NO_WEEK)
    made["birth_week"], made["address"] = born, people["address"][row]
    return made
