"""Recording of biometrics (perekaman) and the printed card.

As many adults as the table says are recorded on its day; who is not is drawn, more often young people and
fishers or farmers. Each recorded resident has a week; EARLIER stands for any week before the run. Adults not
recorded on that day, and children who turn 17 later, follow at their own pace: a recording drive is a policy,
not part of this.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import WEEKS_PER_YEAR, week_of_birthday
from ikdsim.population import draw_numbers
from ikdsim.population.draws import Draws, waits
from ikdsim.provenance import Parameters
from ikdsim.resident.columns import ADULT_AGE, FISHER_OR_FARMER, NO_WEEK

EARLIER: Final = 0
"""Recorded in some week before the run."""


def recorded_weeks(
    birth_week: NDArray[np.int16],
    occupation: NDArray[np.uint8],
    recorded: int,
    table_week: int,
    draws: Draws,
    parameters: Parameters,
) -> NDArray[np.int16]:
    """Week in which each resident is recorded; `recorded` of them, all adults by then, by `table_week`."""
    turns_17 = birth_week.astype(np.int64) + week_of_birthday(0, ADULT_AGE)
    waiting = _unrecorded(turns_17, occupation, recorded, table_week, draws, parameters)
    drawn = draws.of(draw_numbers.RECORDING_DELAY)
    by_table = _weeks_by_table(turns_17, table_week, drawn, draws, parameters)
    later = _weeks_after_table(turns_17, table_week, drawn, parameters)
    return np.where(waiting, later, by_table).clip(max=NO_WEEK).astype(np.int16)


def cards(recorded_week: NDArray[np.int16], draws: Draws, parameters: Parameters) -> NDArray[np.uint8]:
    """1 for each resident with a printed KTP-el in January 2023: recorded, and not left without a blank."""
    printed = draws.of(draw_numbers.CARD) >= parameters.value("population.card_missing")
    return ((recorded_week <= EARLIER) & printed).astype(np.uint8)


def _unrecorded(
    turns_17: NDArray[np.int64],
    occupation: NDArray[np.uint8],
    recorded: int,
    table_week: int,
    draws: Draws,
    parameters: Parameters,
) -> NDArray[np.bool_]:
    """True for those not recorded by the table: minors, and adults by weight (Efraimidis, Spirakis 2006)."""
    weight = np.ones(draws.count)
    weight[turns_17 > EARLIER] *= parameters.value("population.unrecorded_young")
    weight[occupation == FISHER_OR_FARMER] *= parameters.value("population.unrecorded_fishers_or_farmers")
    missed = waits(draws.of(draw_numbers.UNRECORDED), 1.0) / weight
    missed[turns_17 > table_week] = 0.0
    unrecorded = np.ones(draws.count, np.bool_)
    unrecorded[np.argsort(missed, kind="stable")[draws.count - recorded :]] = False
    return unrecorded


def _weeks_by_table(
    turns_17: NDArray[np.int64],
    table_week: int,
    drawn: NDArray[np.float64],
    draws: Draws,
    parameters: Parameters,
) -> NDArray[np.int64]:
    """Weeks of those recorded by the table: some weeks after turning 17, or late, or before the run."""
    late = draws.of(draw_numbers.RECORDED_LATE) < parameters.value("population.recorded_late")
    room = (table_week - turns_17).clip(0)
    usual = parameters.value("population.recording_delay")
    after_17 = turns_17 - np.log1p(drawn * np.expm1(-room / usual)) * usual
    before = np.where(late, 1.0 + drawn * (table_week - 1), EARLIER)
    return np.where(turns_17 > EARLIER, after_17, before).astype(np.int64)


def _weeks_after_table(
    turns_17: NDArray[np.int64], table_week: int, drawn: NDArray[np.float64], parameters: Parameters
) -> NDArray[np.int64]:
    """Weeks of those not recorded by the table: the young soon, adults of long standing rarely."""
    rarely = WEEKS_PER_YEAR / parameters.value("population.recording_hazard")
    mean = np.where(turns_17 > EARLIER, parameters.value("population.recording_delay"), rarely)
    return (np.maximum(turns_17, table_week + 1) + waits(drawn, mean)).astype(np.int64)
