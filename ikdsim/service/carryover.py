"""Carryover: in a scaled run a station keeps some of the minutes that nobody used for later weeks.

A real desk meets many people a week, and their numbers even out; with one agent for many residents most weeks of a
small desk bring nobody, and its time would be lost. So a station keeps unused time, up to the limit at which it loses
as large a share to chance as the real one. At 1:1 the limit is zero.

The limit: let n turns fit into a week of the real desk, and n turns be wanted on average. By chance alone the real
week then loses sqrt(n / 2 pi) turns, a share of 1 / (2 sqrt(pi / 2) sqrt(n)). A station with n / K turns a week and
room for B turns loses a share of 1 / 2B (the mean overflow of a random walk between two walls). The shares are equal at
B = sqrt(pi / 2) sqrt(n). Of this room the scaled week itself is worth sqrt(pi / 2) sqrt(n / K); the rest is kept.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.service.supply import Supply

ROOM: Final = math.sqrt(math.pi / 2.0)
"""Turns of room for each square root of a turn, see above."""


def most_kept(capacity_ms: NDArray[np.int64], turn_ms: NDArray[np.float64], scale: float) -> NDArray[np.int64]:
    """Most that stations keep, milliseconds, shape (stations,).

    `capacity_ms` is what the scaled week gives, `turn_ms` what one activation takes.
    """
    beyond_the_week = 1.0 - 1.0 / math.sqrt(max(scale, 1.0))
    kept: NDArray[np.float64] = ROOM * beyond_the_week * np.sqrt(capacity_ms * scale * turn_ms)
    return kept.astype(np.int64)


class Carryover:
    """Unused time that the stations of one run carry over; `ms` in milliseconds, shape (stations,)."""

    def __init__(self, stations: int, handling_minutes: float, scale: float) -> None:
        self.ms = np.zeros(stations, np.int64)
        self.handling_ms = handling_minutes * MILLISECONDS_PER_MINUTE
        self.scale = scale

    def kept(self) -> dict[str, NDArray[np.int64]]:
        """A copy of what is carried over, for a snapshot."""
        return {"ms": self.ms.copy()}

    def restore(self, kept: Mapping[str, NDArray[np.int64]]) -> None:
        """Carry over what was kept."""
        self.ms[:] = kept["ms"]

    def added_to(self, supply: Supply) -> Supply:
        """The week's supply, with carried-over time where a station opens."""
        if self.scale <= 1.0:
            return supply
        return supply._replace(capacity_ms=supply.capacity_ms + np.where(supply.capacity_ms > 0, self.ms, 0))

    def settle(self, supply: Supply, used_ms: NDArray[np.int64]) -> None:
        """Keep what the open stations have left at the end of the week; `supply` is the week's own, nothing added."""
        if self.scale <= 1.0:
            return
        left = self.ms + supply.capacity_ms - used_ms
        most = most_kept(supply.capacity_ms, self.handling_ms * supply.time_factor, self.scale)
        np.copyto(self.ms, np.minimum(left, most), where=supply.capacity_ms > 0)
