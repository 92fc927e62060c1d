"""Age enters the rules in bands that change on birthdays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.clock import week_of_birthday
from ikdsim.resident.ages import AGE_BANDS, age_band, age_in_years, week_of_age

births = st.integers(-5_000, 1_400)


@pytest.mark.parametrize(("age", "band"), [(17, "17_34"), (35, "35_49"), (50, "50_64"), (65, "65_and_over")])
def test_a_resident_changes_her_band_on_her_birthday(age, band):
    birthday = week_of_birthday(-1_000, age)
    assert AGE_BANDS[age_band(-1_000, birthday)] == band
    assert AGE_BANDS[age_band(-1_000, birthday - 1)] == AGE_BANDS[AGE_BANDS.index(band) - 1]


@given(birth_week=births, age=st.integers(0, 100))
def test_the_compiled_birthday_is_that_of_the_calendar(birth_week, age):
    assert week_of_age(birth_week, age) == week_of_birthday(birth_week, age)


@given(birth_week=births, age=st.integers(0, 120))
def test_completed_years_turn_on_the_birthday(birth_week, age):
    birthday = week_of_age(birth_week, age)
    assert age_in_years(birth_week, birthday) == age
    assert age_in_years(birth_week, week_of_age(birth_week, age + 1) - 1) == age


def test_a_child_not_yet_born_has_no_years():
    assert age_in_years(100, 50) == 0
    assert AGE_BANDS[age_band(100, 50)] == "under_17"
