"""The calendar of a run: weeks that start on Monday, counted from 2 January 2023.

Week 1 is 2-8 January 2023. Table 1 of the Babelan study bears the date 17 January 2025, which lies in week 107.
Whatever bears a date begins in the week that holds it: policies, regimes of Botram, service points.
"""

from datetime import date, timedelta
from typing import Final

FIRST_MONDAY: Final = date(2023, 1, 2)
DAYS_PER_WEEK: Final = 7
DAYS_PER_YEAR: Final = 365.25
WEEKS_PER_YEAR: Final = DAYS_PER_YEAR / DAYS_PER_WEEK
WEEKS_PER_MONTH: Final = WEEKS_PER_YEAR / 12
MILLISECONDS_PER_MINUTE: Final = 60_000
"""Officer time is counted in milliseconds, so that it adds up exactly."""


def week_of(day: date) -> int:
    """Week number that holds `day`; 1 is the week of 2 January 2023, days before it give 0 or less."""
    return (day - FIRST_MONDAY).days // DAYS_PER_WEEK + 1


def monday_of(week: int) -> date:
    """First day of week number `week`."""
    return FIRST_MONDAY + timedelta(days=DAYS_PER_WEEK * (week - 1))


def sunday_of(week: int) -> date:
    """Last day of week number `week`, the day at which its counts are read."""
    return monday_of(week) + timedelta(days=DAYS_PER_WEEK - 1)


def week_of_birthday(birth_week: int, age: int) -> int:
    """Week in which a resident born in week `birth_week` (usually negative) turns `age` years."""
    return birth_week + int(age * WEEKS_PER_YEAR)
