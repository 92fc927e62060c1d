"""Occupations: what residents do on the day of the table, by age, sex and kind of place.

An occupation is kept for the whole run: pupils do not become workers in it. All under 17 count as pupils, also those
too young for school: nobody decides anything before 17.
"""

import numpy as np
from numpy.typing import NDArray

from ikdsim.population import draw_numbers
from ikdsim.population.draws import Draws
from ikdsim.provenance import Parameters
from ikdsim.region.places import Place
from ikdsim.resident.columns import (
    ADULT_AGE,
    AT_HOME,
    CIVIL_SERVANT,
    FISHER_OR_FARMER,
    RETIRED,
    STUDENT,
    TRADER_OR_WORKER,
    WOMAN,
)


def occupations(
    age: NDArray[np.float32], sex: NDArray[np.uint8], place: Place, draws: Draws, parameters: Parameters
) -> NDArray[np.uint8]:
    """Occupation of each resident of a place aged `age` years, shape (residents,)."""
    end_of_study, retirement = (parameters.value(f"population.{when}") for when in ("study_until", "retired_from"))
    drawn = draws.of(draw_numbers.STUDY_OR_RETIREMENT)
    studies = (age < end_of_study) & (drawn < parameters.value("population.students"))
    retired = (age >= retirement) & (drawn < parameters.value("population.retired"))
    women, men = (parameters.value(f"population.{who}_at_home") for who in ("women", "men"))
    keeps_house = draws.of(draw_numbers.HOUSEWORK) < np.where(sex == WOMAN, women, men)
    cases = [(age < ADULT_AGE) | studies, retired, keeps_house]
    codes = [STUDENT, RETIRED, AT_HOME]
    return np.select(cases, codes, _trades(place, draws, parameters)).astype(np.uint8)


def _trades(place: Place, draws: Draws, parameters: Parameters) -> NDArray[np.int64]:
    """Trade of each resident, if in work at all; shape (residents,)."""
    ground = "coastal" if place.coastal else place.kind
    civil = parameters.value(f"population.civil_servants_{place.kind}")
    fishing = parameters.value(f"population.fishers_or_farmers_{ground}")
    bounds = np.cumsum([civil, fishing])
    codes = np.array([CIVIL_SERVANT, FISHER_OR_FARMER, TRADER_OR_WORKER])
    return codes[np.searchsorted(bounds, draws.of(draw_numbers.TRADE))]
