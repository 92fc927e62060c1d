"""What pictures are drawn from: plain data, counted in residents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]
Estimate = tuple[float, float, float]
"""Median, and the points between which nine runs in ten lie."""


@dataclass(frozen=True, kw_only=True)
class Curve:
    """Activated residents at the end of each week under one scenario, and its name for readers."""

    title: str
    values: Counts
    band: tuple[Counts, Counts] | None = None
    """Below and above `values` (their median), where nine runs in ten lie; None for a single run."""
    policies_start: date | None = None
    """First day of the earliest policy, None without one."""

    @property
    def lowest(self) -> float:
        """The lowest point of curve and band."""
        return float(np.min(self.values if self.band is None else self.band[0]))

    @property
    def highest(self) -> float:
        """The highest point of curve and band."""
        return float(np.max(self.values if self.band is None else self.band[1]))


@dataclass(frozen=True, kw_only=True)
class Backdrop:
    """What curves of one region over the same weeks are held against."""

    region: str
    """Its name for readers."""
    dates: Sequence[date]
    """Last day of each week."""
    target: int
    counted: int
    """Activated residents in the published table."""
    counted_on: date
    from_zero: bool = True
    """Whether the axis of residents begins at 0 wherever curves lie, and not near the lowest of them."""

    @property
    def count_in_sight(self) -> int:
        """The published count, 0 if its day does not lie within the weeks."""
        return self.counted if self.dates[0] <= self.counted_on <= self.dates[-1] else 0


@dataclass(frozen=True, kw_only=True)
class Gains:
    """Gain of every place under one scenario, and its name for readers: the median, and where nine runs in ten lie."""

    title: str
    median: Counts
    low: Counts
    high: Counts


@dataclass(frozen=True, kw_only=True)
class Price:
    """What one scenario costs more than the baseline, rupiah, and what it gains."""

    title: str
    cost: float
    gain: Estimate


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two groups, and the share of users in each under every scenario, 0-1."""

    title: str
    """What they are told apart by."""
    ahead: str
    behind: str
    shares: Sequence[tuple[float, float]]
    """Of the group ahead and of the one behind, a pair for each scenario, medians; NaN for a group of nobody."""
    gaps: Sequence[float]
    """By how much the first is more than the second, run by run, medians; need not be what medians differ by."""


@dataclass(frozen=True, kw_only=True)
class Steps:
    """How the residents at each barrier become fewer (or more) under one scenario, means of the runs."""

    title: str
    before: float
    """Users under the baseline."""
    fewer: Sequence[float]
    """Residents at each barrier under the baseline less those under the scenario: they add up to the gain."""
