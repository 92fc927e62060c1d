import numpy as np
import pytest

from ikdsim.clock import week_of_birthday
from ikdsim.population.ages import adults_wanted, birth_weeks, years_old

TABLE_WEEK = 107


def test_a_place_with_many_recorded_residents_gets_more_adults(parameters):
    usual = adults_wanted(1000, 600, parameters)
    assert usual == adults_wanted(1000, 0, parameters)
    assert usual < adults_wanted(1000, 850, parameters) == 873
    assert adults_wanted(1000, 1000, parameters) == 1000


def test_births_divide_into_minors_and_adults_on_the_day_of_the_table(parameters):
    born = birth_weeks(30_000, 70_000, parameters, TABLE_WEEK)
    turns_17 = born + week_of_birthday(0, 17)
    assert (turns_17[:30_000] > TABLE_WEEK).all() and (turns_17[30_000:] <= TABLE_WEEK).all()
    assert (np.diff(born) <= 0).all()


def test_the_youngest_are_born_when_the_table_is_made(parameters):
    born = birth_weeks(100_000, 1, parameters, TABLE_WEEK)
    assert born.max() == TABLE_WEEK


def test_as_many_are_about_to_turn_17_as_have_just_done_so_even_where_children_are_few(parameters):
    turns_17 = birth_weeks(10_000, 90_000, parameters, TABLE_WEEK) + week_of_birthday(0, 17)
    soon, lately = ((turns_17 > TABLE_WEEK) & (turns_17 <= TABLE_WEEK + 52)), (turns_17 > TABLE_WEEK - 52)
    assert soon.sum() / (lately & (turns_17 <= TABLE_WEEK)).sum() == pytest.approx(0.95, abs=0.05)


def test_a_place_may_be_without_minors_or_without_adults(parameters):
    assert len(birth_weeks(0, 3, parameters, TABLE_WEEK)) == len(birth_weeks(3, 0, parameters, TABLE_WEEK)) == 3


def test_age_is_counted_in_years_from_the_week_of_birth():
    assert years_old(np.array([-780], np.int16), TABLE_WEEK)[0] == pytest.approx(17.0, abs=0.01)
