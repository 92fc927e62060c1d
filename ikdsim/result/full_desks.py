"""Desks that are full: where nearly all time for IKD is used up, more residents who want it bring no more users."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import monday_of
from ikdsim.result.run_result import RunResult
from ikdsim.service.kinds import KINDS

FULL: Final = 0.95
"""Share of a year's minutes for IKD that are used, from which a kind of service is called full."""


def is_full(result: RunResult) -> NDArray[np.bool_]:
    """Whether each kind of service is full in each calendar year of the run, shape (kinds, years)."""
    year_of_week = np.array([monday_of(int(week)).year for week in result.weeks])
    found = []
    for year in np.unique(year_of_week):
        weeks = year_of_week == year
        given, used = (minutes[weeks].sum(axis=0) for minutes in (result.minutes_given, result.minutes_used))
        found.append((given > 0) & (used >= FULL * given))
    return np.stack(found, axis=1)


def full_years(full: NDArray[np.bool_], first_year: int) -> dict[str, list[int]]:
    """Calendar years in which each kind of service is full; kinds that never are stand not in it."""
    years = {kind: (first_year + np.flatnonzero(row)).tolist() for kind, row in zip(KINDS, full, strict=True)}
    return {kind: found for kind, found in years.items() if found}
