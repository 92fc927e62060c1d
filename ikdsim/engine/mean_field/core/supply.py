"""The weeks of a run as the twin reads them: a programme stacked in arrays.

Weeks that services open alike share a supply there, and so they do here.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.resident.causes import CAUSES
from ikdsim.resident.columns import OCCUPATIONS
from ikdsim.service.supply import WAYS


class SupplyAhead(NamedTuple):
    """What residents meet."""

    weeks: NDArray[np.void]
    """Records of `week_type`; shape (weeks,)."""
    stations: NDArray[np.void]
    """Records of `station_type`; shape (supplies, stations)."""
    open_stations: NDArray[np.int64]
    """Stations to which anybody goes, the others after them as -1; shape (supplies, stations)."""


def week_type(places: int) -> np.dtype[np.void]:
    """A week: its hazards by cause or by occupation."""
    return np.dtype(
        [
            ("supply", np.int64),  # number of its supply
            ("hazard", np.float64, (places, len(CAUSES))),  # of each cause with no user around
            ("per_user", np.float64, (len(CAUSES),)),  # what hazards grow by when everybody around is a user
            ("decision", np.float64, (len(OCCUPATIONS),)),
            ("useful", np.float64, (len(OCCUPATIONS),)),  # effect of usefulness and consistency on a decision
            ("asks_first", np.bool_),  # whether any station begins with IKD on errands, or requires it
            ("invited", np.float64),  # chance that an invitation moves somebody at home a stage on
            ("warmth", np.float64, (places,)),  # what officers make of an explanation, mean over offers on an errand
        ]
    )


def station_type(places: int) -> np.dtype[np.void]:
    """A station on a supply, see service/supply.py; chances as probabilities."""
    return np.dtype(
        [
            ("kind", np.int64),
            ("share", np.float64, (places, len(WAYS))),  # its part in those of a place who come each way
            ("capacity_ms", np.float64),
            ("errand_ms", np.float64),
            ("time_factor", np.float64),
            ("failure", np.float64),
            ("offer", np.float64),
            ("offer_without_card", np.float64),
            ("begins", np.float64),
            ("requires", np.float64),
            ("waits", np.float64),
        ]
    )
