"""Whether an implementation of the yardstick gives the same adoption curve as numpy's, within the noise of both.

The noise is the spread of numpy's curve over seeds at the same number of residents. Nothing here imports numpy.
"""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev
from typing import Final

CHECKED_WEEKS: Final = (26, 52, 78, 104)
TOLERANCE: Final = 5.0
"""Standard errors: with 16 seeds of the reference, one check of 500 exceeds it by chance."""


def checked_points(curve: Sequence[Sequence[int]]) -> list[float]:
    """What is compared: all active residents after the checked weeks, and those of each place at the end.

    `curve` has shape (weeks, places).
    """
    return [float(sum(curve[week - 1])) for week in CHECKED_WEEKS] + [float(active) for active in curve[-1]]


def deviation(curves: Sequence[Sequence[float]], reference: Sequence[Sequence[float]]) -> float:
    """Largest difference between the mean points of `curves` and of `reference`, in standard errors of the difference.

    Both have shape (seeds, points); the spread is that of the reference, which needs two seeds or more.
    """
    return max(
        abs(fmean(ours) - fmean(theirs)) / (max(stdev(theirs), 1.0) * sqrt(1 / len(ours) + 1 / len(theirs)))
        for ours, theirs in zip(zip(*curves, strict=True), zip(*reference, strict=True), strict=True)
    )
