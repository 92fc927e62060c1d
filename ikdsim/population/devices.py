"""Phones and data: who has a phone in January 2023, when it can run the app, and who is online at home.

Published rates give the level of urban and rural places; age and sex shift chances inside a place without
moving its level. A resident without a phone may still be online: through a phone of the house, or later through
one of her or his own.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.population import draw_numbers
from ikdsim.population.draws import Draws, chances, waits
from ikdsim.provenance import Parameters
from ikdsim.region.places import Place
from ikdsim.resident.columns import (
    ADULT_AGE,
    MAN,
    NO_PHONE,
    NO_WEEK,
    PHONE_TOO_OLD,
    SUPPORTED_PHONE,
)

SURVEY_AGE: Final = 5
"""Age from which BPS counts owners of phones and users of the internet, years."""
OLD_AGE: Final = 60
"""Age from which BPS counts the elderly (lansia), years."""
PHONE_GROUPS: Final = {"5_to_16": SURVEY_AGE, "17_to_59": ADULT_AGE, "60_and_over": OLD_AGE}
"""Age groups whose phone rates differ, and the first age of each, years."""
INTERNET_GROUPS: Final = {
    "5_to_12": SURVEY_AGE,
    "13_to_27": 13,
    "28_to_43": 28,
    "44_to_59": 44,
    "60_and_over": OLD_AGE,
}
"""Age groups whose internet rates differ, those of the survey of APJII, and the first age of each, years."""
FROM_THE_START: Final = 0
"""Week from which a phone is supported that was supported when the run began."""


def devices(
    age: NDArray[np.float32], sex: NDArray[np.uint8], place: Place, draws: Draws, parameters: Parameters
) -> NDArray[np.uint8]:
    """Phone of each resident in January 2023, at `age` years then; shape (residents,)."""
    men, women = (parameters.value(f"population.phone_{who}") for who in ("men", "women"))
    relative = np.where(sex == MAN, men, women) * _by_age("phone", PHONE_GROUPS, age, parameters)
    rate = chances(relative, age >= SURVEY_AGE, parameters.value(f"population.phone_{place.kind}"))
    has_phone = draws.of(draw_numbers.PHONE) < rate
    young, old = (parameters.value(f"population.too_old_{who}") for who in ("under_60", "60_and_over"))
    too_old = draws.of(draw_numbers.PHONE_TOO_OLD) < np.where(age < OLD_AGE, young, old)
    phone = np.where(too_old, PHONE_TOO_OLD, SUPPORTED_PHONE)
    return np.where(has_phone, phone, NO_PHONE).astype(np.uint8)


def supported_weeks(
    device: NDArray[np.uint8], age: NDArray[np.float32], draws: Draws, parameters: Parameters
) -> NDArray[np.int16]:
    """Week from which each resident's phone can run the app; `age` in January 2023, shape (residents,)."""
    minors, adults = (parameters.value(f"population.first_phone_{who}") for who in ("under_17", "adults"))
    replaced = parameters.value("population.phone_replaced")
    pace = np.where(device == PHONE_TOO_OLD, replaced, np.where(age < ADULT_AGE, minors, adults))
    week = 1.0 + waits(draws.of(draw_numbers.NEW_PHONE), WEEKS_PER_YEAR / pace)
    return np.where(device == SUPPORTED_PHONE, FROM_THE_START, week.clip(max=NO_WEEK)).astype(np.int16)


def online(
    age: NDArray[np.float32], device: NDArray[np.uint8], place: Place, draws: Draws, parameters: Parameters
) -> NDArray[np.uint8]:
    """1 for each resident who has data, and signal at home; shape (residents,)."""
    by_phone = np.where(device == NO_PHONE, parameters.value("population.internet_without_phone"), 1.0)
    relative = by_phone * _by_age("internet", INTERNET_GROUPS, age, parameters)
    rate = chances(relative, age >= SURVEY_AGE, parameters.value(f"population.internet_{place.kind}"))
    has_data = draws.of(draw_numbers.DATA) < rate
    return (has_data & (draws.of(draw_numbers.SIGNAL) < place.signal)).astype(np.uint8)


def _by_age(what: str, groups: dict[str, int], age: NDArray[np.float32], parameters: Parameters) -> NDArray[np.float64]:
    """Rate of each resident's age group, 0 below the first."""
    rates = np.array([0.0, *(parameters.value(f"population.{what}_{group}") for group in groups)])
    return rates[np.searchsorted(list(groups.values()), age, side="right")]
