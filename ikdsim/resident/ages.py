"""Age bands: the only form in which age enters the rules after 17."""

from typing import Final

from ikdsim.kernel import rule

AGE_BANDS: Final = ("under_17", "17_34", "35_49", "50_64", "65_and_over")
ADULT_BANDS: Final = (17, 35, 50, 65)
"""First age of each band after the first, years."""


@rule
def age_in_years(birth_week: int, week: int) -> int:
    """Completed years of age in `week` of a resident born in `birth_week`."""
    return int((week - birth_week) * 7 / 365.25)


@rule
def age_band(birth_week: int, week: int) -> int:
    """Number of the age band in AGE_BANDS."""
    age = age_in_years(birth_week, week)
    band = 0
    for first in ADULT_BANDS:
        if age >= first:
            band += 1
    return band
