"""Age bands: the only form in which age enters the rules after 17."""

from typing import Final

from ikdsim.kernel import rule

AGE_BANDS: Final = ("under_17", "17_34", "35_49", "50_64", "65_and_over")
ADULT_BANDS: Final = (17, 35, 50, 65)
"""First age of each band after the first, years."""
MOST_YEARS: Final = 130


@rule
def week_of_age(birth_week: int, age: int) -> int:
    """Week of the birthday on which a resident born in `birth_week` turns `age`; see clock.week_of_birthday."""
    return birth_week + int(age * 365.25 / 7.0)


@rule
def age_in_years(birth_week: int, week: int) -> int:
    """Completed years of age in `week` of a resident born in `birth_week`."""
    age = 0
    while age < MOST_YEARS and week_of_age(birth_week, age + 1) <= week:
        age += 1
    return age


@rule
def age_band(birth_week: int, week: int) -> int:
    """Position in AGE_BANDS of the band to which a resident born in `birth_week` has come by `week`."""
    band = 0
    for first in ADULT_BANDS:
        if week_of_age(birth_week, first) <= week:
            band += 1
    return band
