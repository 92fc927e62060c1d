"""What many runs say about one number: its median, and where nine runs in ten lie."""

import warnings
from math import isnan, nan
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

LOW_POINT: Final = 0.05
HIGH_POINT: Final = 0.95


class Interval(NamedTuple):
    """Median, and the points with 5 % of the runs below and above."""

    median: float
    low: float
    high: float

    @property
    def is_nothing(self) -> bool:
        """Whether every run but a twentieth at either end says exactly 0."""
        return self.low == 0.0 == self.high

    def document(self) -> dict[str, float | None]:
        """As plain values that JSON can hold; what is no number is None."""
        return {name: None if isnan(value) else value for name, value in self._asdict().items()}


UNKNOWN: Final = Interval(nan, nan, nan)


def interval(values: NDArray[np.float64]) -> Interval:
    """Interval of `values`, one for each run."""
    low, median, high = np.quantile(values, [LOW_POINT, 0.5, HIGH_POINT])
    return Interval(float(median), float(low), float(high))


def band(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Median, low and high over the first axis (the runs) of `values`; each has the shape of the rest."""
    low, median, high = np.quantile(values, [LOW_POINT, 0.5, HIGH_POINT], axis=0)
    return median, low, high


def band_of_known(
    values: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """As `band`, over the runs in which there is a number; NaN where there is none in any."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # numpy warns of what is meant
        low, median, high = np.nanquantile(values, [LOW_POINT, 0.5, HIGH_POINT], axis=0)
    return median, low, high
