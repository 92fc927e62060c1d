"""Scores of forecasts of counts that were left out: how far off, how surprised, how often inside the interval.

A count y is compared on the scale log(y + 1/2). A forecast there is a mixture of normal densities with equal weights:
one for each draw of a posterior, or one for each point of the prior of the spread that nothing explains.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp, ndtr, ndtri
from scipy.stats import norm

from ikdsim.calibration.numbers import calibration_value

FloatArray = NDArray[np.float64]

SPREADS: Final = 400
"""Points at which the prior of the spread is taken, equally likely each."""
_BESIDE_INTERVAL: Final = 0.05
"""What lies on either side of a 90 % interval."""


@dataclass(frozen=True)
class LeftOut:
    """A count that a forecast did not see."""

    name: str
    people: float
    """Of whom its rate is a share."""
    observed: float


@dataclass(frozen=True)
class Prediction:
    """A mixture of normal densities of log(count + 1/2), with equal weights."""

    log_means: FloatArray
    log_sds: FloatArray


@dataclass(frozen=True)
class Forecast:
    """What was said of a count, judged by the count."""

    count: LeftOut
    expected: float
    """Count at the mean of the logarithms."""
    log_density: float
    """Of log(count + 1/2), at the observed one."""
    inside: bool
    """Whether the observed count lies in the middle 90 %."""


@dataclass(frozen=True)
class Score:
    """Forecasts of several counts together."""

    rmse: float
    """Root of the mean squared error of the rates, in percentage points."""
    log_error: float
    """Mean absolute difference of log(count + 1/2)."""
    log_score: float
    """Sum of the log densities: the higher the better."""
    log_score_error: float
    """Standard error of that sum."""
    coverage: float
    """Share inside the middle 90 %."""


def spreads() -> FloatArray:
    """Equally likely values of the spread of places that nothing known of them explains, by its log-normal prior."""
    at = (np.arange(SPREADS) + 0.5) / SPREADS
    middle, unsure = calibration_value("place_spread"), calibration_value("place_spread_unsure")
    return np.asarray(middle * np.exp(unsure * ndtri(at)))


def around(expected: float, own_spread: float, others: FloatArray) -> Prediction:
    """A count expected without a spread of its own: chance, `own_spread` and each of the spreads `others` about it."""
    log_sds = np.sqrt(1 / expected + own_spread**2 + others**2)
    return Prediction(np.full(len(others), np.log(expected + 0.5)), log_sds)


def judge(count: LeftOut, prediction: Prediction) -> Forecast:
    """What `prediction` said of `count`."""
    log_observed = np.log(count.observed + 0.5)
    densities = norm.logpdf(log_observed, prediction.log_means, prediction.log_sds)
    below = float(ndtr((log_observed - prediction.log_means) / prediction.log_sds).mean())
    return Forecast(
        count=count,
        expected=float(np.exp(prediction.log_means.mean()) - 0.5),
        log_density=float(logsumexp(densities) - np.log(len(densities))),
        inside=_BESIDE_INTERVAL <= below <= 1 - _BESIDE_INTERVAL,
    )


def score(forecasts: Sequence[Forecast]) -> Score:
    """All `forecasts` together, two or more."""
    observed = np.array([one.count.observed for one in forecasts])
    expected = np.array([one.expected for one in forecasts])
    people = np.array([one.count.people for one in forecasts])
    total, error = _sum_with_error(np.array([one.log_density for one in forecasts]))
    return Score(
        rmse=float(100 * np.sqrt(np.mean(((observed - expected) / people) ** 2))),
        log_error=float(np.mean(np.abs(np.log((observed + 0.5) / (expected + 0.5))))),
        log_score=total,
        log_score_error=error,
        coverage=float(np.mean([one.inside for one in forecasts])),
    )


def better_by(one: Sequence[Forecast], other: Sequence[Forecast]) -> tuple[float, float]:
    """By how much the log score of `one` is above that of `other` for the same counts, and its standard error."""
    pairs = zip(one, other, strict=True)
    return _sum_with_error(np.array([first.log_density - second.log_density for first, second in pairs]))


def _sum_with_error(parts: FloatArray) -> tuple[float, float]:
    return float(parts.sum()), float(np.sqrt(len(parts)) * parts.std(ddof=1))
