"""Weeks start on Monday and are counted from 2 January 2023."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ikdsim.clock import monday_of, sunday_of, week_of, week_of_birthday

days = st.dates(date(1930, 1, 1), date(2050, 12, 31))


def test_the_first_week_begins_on_2_january_2023():
    assert week_of(date(2023, 1, 1)) == 0
    assert week_of(date(2023, 1, 2)) == 1
    assert week_of(date(2023, 1, 8)) == 1
    assert week_of(date(2023, 1, 9)) == 2


def test_the_day_of_table_1_lies_in_week_107():
    assert week_of(date(2025, 1, 17)) == 107
    assert sunday_of(107) == date(2025, 1, 19)


@given(day=days)
def test_every_day_lies_between_the_monday_and_the_sunday_of_its_week(day):
    week = week_of(day)
    assert monday_of(week) <= day <= sunday_of(week)
    assert monday_of(week).weekday() == 0
    assert sunday_of(week) - monday_of(week) == timedelta(days=6)


@given(born=days.filter(lambda day: (day.month, day.day) != (2, 29)), age=st.integers(0, 100))
def test_a_birthday_falls_in_the_right_week_give_or_take_one(born, age):
    birthday = date(born.year + age, born.month, born.day)
    assert abs(week_of_birthday(week_of(born), age) - week_of(birthday)) <= 1
