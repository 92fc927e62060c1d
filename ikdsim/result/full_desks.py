"""Desks that are full: where nearly all time for IKD is used up, more residents who want it bring no more users."""

from typing import Final

import numpy as np

from ikdsim.clock import monday_of
from ikdsim.result.run_result import RunResult
from ikdsim.service.kinds import KINDS

FULL: Final = 0.95
"""Share of a year's minutes for IKD that are used, from which a kind of service is called full."""


def full_years(result: RunResult) -> dict[str, list[int]]:
    """Calendar years in which each kind of service is full; kinds that never are stand not in it."""
    years = np.array([monday_of(int(week)).year for week in result.weeks])
    found: dict[str, list[int]] = {}
    for year in np.unique(years).tolist():
        given, used = (minutes[years == year].sum(axis=0) for minutes in (result.minutes_given, result.minutes_used))
        for number in np.flatnonzero((given > 0) & (used >= FULL * given)):
            found.setdefault(KINDS[number], []).append(year)
    return found
