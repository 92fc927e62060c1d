"""Counts that change with every move: what contacts, plans and observers read.

Only the engines write them. Counts of the week are cleared at its start; all others are running stocks or sums.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.resident.ages import AGE_BANDS
from ikdsim.resident.columns import DEVICES, OCCUPATIONS, SEXES, Residents
from ikdsim.resident.stages import STAGES
from ikdsim.service.kinds import KINDS


class Counters(NamedTuple):
    """Whole numbers of residents unless said otherwise."""

    stage_by_place: NDArray[np.int64]
    """Shape (places, stages)."""
    contacts: NDArray[np.int64]
    """Active and confirmed less lapsed residents; shape (neighbourhoods,)."""
    active_by_age: NDArray[np.int64]
    """Active and confirmed by age band at the day of Table 1; shape (age bands,)."""
    active_by_sex: NDArray[np.int64]
    active_by_device: NDArray[np.int64]
    """By phone in January 2023."""
    active_by_occupation: NDArray[np.int64]
    activations_by_channel: NDArray[np.int64]
    """Sum of all activations, lapsed since or not; shape (kinds,)."""
    lapses: NDArray[np.int64]
    """Sums: interrupted, disenchanted; shape (2,)."""
    compelled: NDArray[np.int64]
    """Sum of activations that stood in for a missing card; shape (1,)."""
    came: NDArray[np.int64]
    """This week, by station: turned up to activate."""
    offered: NDArray[np.int64]
    """This week: heard an offer during an errand."""
    served: NDArray[np.int64]
    turned_away: NDArray[np.int64]
    failed: NDArray[np.int64]
    used_ms: NDArray[np.int64]
    """This week: officer time used for IKD, milliseconds."""


def new_counters(residents: Residents, stations: int) -> Counters:
    """Counters before week 1, everybody unaware."""
    places = len(residents.place_start) - 1
    stage_by_place = np.zeros((places, len(STAGES)), np.int64)
    stage_by_place[:, 0] = np.diff(residents.place_start)
    return Counters(
        stage_by_place=stage_by_place,
        contacts=np.zeros(len(residents.neighbourhood_place), np.int64),
        active_by_age=np.zeros(len(AGE_BANDS), np.int64),
        active_by_sex=np.zeros(len(SEXES), np.int64),
        active_by_device=np.zeros(len(DEVICES), np.int64),
        active_by_occupation=np.zeros(len(OCCUPATIONS), np.int64),
        activations_by_channel=np.zeros(len(KINDS), np.int64),
        lapses=np.zeros(2, np.int64),
        compelled=np.zeros(1, np.int64),
        came=np.zeros(stations, np.int64),
        offered=np.zeros(stations, np.int64),
        served=np.zeros(stations, np.int64),
        turned_away=np.zeros(stations, np.int64),
        failed=np.zeros(stations, np.int64),
        used_ms=np.zeros(stations, np.int64),
    )


def clear_week(counters: Counters) -> None:
    """Set the counts of the week to zero."""
    for counted in (
        counters.came,
        counters.offered,
        counters.served,
        counters.turned_away,
        counters.failed,
        counters.used_ms,
    ):
        counted[:] = 0
