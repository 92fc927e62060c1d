"""Ages: the age mix of the census, with more adults where more people are recorded than it would allow.

The shares of the census of 2020 are taken as the age mix on the day of the table; births and newcomers keep it so
(turnover.py). Where adults are more than the census has, children thin out towards the youngest, so that as many are
about to turn 17 as have just done so. Ages are spread evenly inside a band and are not drawn: every place has its mix
exactly.
"""

from math import ceil

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import DAYS_PER_WEEK, DAYS_PER_YEAR, WEEKS_PER_YEAR, week_of_birthday
from ikdsim.provenance import Parameters
from ikdsim.region.age_mix import curve, share_below
from ikdsim.resident.columns import ADULT_AGE


def adults_wanted(residents: int, recorded: int, parameters: Parameters) -> int:
    """Adults of a place: those of the census mix, or as many as its number of recorded residents asks for."""
    needed = ceil(recorded / parameters.value("population.recorded_share_of_adults"))
    usual = round(residents * (1.0 - share_below(ADULT_AGE, parameters)))
    return max(usual, min(residents, needed))


def birth_weeks(minors: int, adults: int, parameters: Parameters, table_week: int) -> NDArray[np.int16]:
    """Weeks of birth of a place, youngest resident first, shape (minors + adults,)."""
    ends, below = curve(parameters)
    at_17 = share_below(ADULT_AGE, parameters)
    thinning = max(1.0, adults * at_17 / (max(minors, 1) * (1.0 - at_17)))
    adult_weeks = week_of_birthday(0, ADULT_AGE)
    young = _age_weeks(np.interp(_spread(minors) ** (1.0 / thinning) * at_17, below, ends)).clip(max=adult_weeks - 1)
    grown = _age_weeks(np.interp(at_17 + _spread(adults) * (1.0 - at_17), below, ends))
    return (table_week - np.concatenate([young, grown])).astype(np.int16)


def years_old(birth_week: NDArray[np.int16], week: int) -> NDArray[np.float32]:
    """Age in years at `week`, with fractions; same shape."""
    return (week - birth_week.astype(np.float32)) * np.float32(DAYS_PER_WEEK / DAYS_PER_YEAR)


def _spread(count: int) -> NDArray[np.float64]:
    """The middles of `count` equal parts of 0-1."""
    return (np.arange(count) + 0.5) / max(count, 1)


def _age_weeks(years: NDArray[np.float64]) -> NDArray[np.int64]:
    return (years * WEEKS_PER_YEAR).astype(np.int64)
