"""Declared baselines for a place that was left out: what can be said of it without any model of adoption.

They were declared before the model was fitted. Each sees the other places of the table only, and each has the same
spread about it, with its prior integrated over: with the spread of counts alone their log scores would be absurd.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Final

import numpy as np
from scipy.special import expit

from ikdsim.calibration.numbers import calibration_value
from ikdsim.calibration.scores import FloatArray, Forecast, LeftOut, Prediction, around, judge
from ikdsim.region.places import URBAN, Place

DESK: Final = "kecamatan_desk"
_ENOUGH: Final = 1e-10
_MOST_STEPS: Final = 100

Baseline = Callable[[Sequence[Place], Place, FloatArray], Prediction]
"""What is said of a place from the others, for each of several spreads of places."""


def leave_one_out(places: Sequence[Place], baseline: Baseline, spreads: FloatArray) -> list[Forecast]:
    """Each of `places` as `baseline` foretells it from the others; rates are shares of the residents."""
    found = []
    for place in places:
        others = [other for other in places if other is not place]
        count = LeftOut(place.name, place.residents, place.activated)
        found.append(judge(count, baseline(others, place, spreads)))
    return found


def overall_rate(others: Sequence[Place], place: Place, spreads: FloatArray) -> Prediction:
    """Activated by residents in all others."""
    return _at_rate(others, place, spreads, "residents")


def kind_rates(others: Sequence[Place], place: Place, spreads: FloatArray) -> Prediction:
    """Activated by residents in the others of its kind, urban or rural."""
    return _at_rate(_of_kind(others, place), place, spreads, "residents")


def kind_rates_of_recorded(others: Sequence[Place], place: Place, spreads: FloatArray) -> Prediction:
    """Activated by recorded residents in the others of its kind."""
    return _at_rate(_of_kind(others, place), place, spreads, "recorded")


def binomial_by_distance(others: Sequence[Place], place: Place, spreads: FloatArray) -> Prediction:
    """Logit of the rate of residents by kind and km to the kecamatan office, by maximum likelihood."""
    residents, activated = _column(others, "residents"), _column(others, "activated")
    known = _kind_and([other.km[DESK] for other in others], others)
    coefficients = np.array([np.log(activated.sum() / residents.sum()), 0.0, 0.0])
    for _ in range(_MOST_STEPS):
        rate = expit(known @ coefficients)
        weights = residents * rate * (1 - rate)
        step = np.linalg.solve(known.T @ (weights[:, None] * known), known.T @ (activated - residents * rate))
        coefficients += step
        if np.abs(step).max() < _ENOUGH:
            break
    (logit,) = _kind_and([place.km[DESK]], [place]) @ coefficients
    return around(place.residents * float(expit(logit)), calibration_value("table_spread"), spreads)


def loglinear_by_recorded(others: Sequence[Place], place: Place, spreads: FloatArray) -> Prediction:
    """Bayesian: log(count + 1/2) by kind and log of the recorded residents, exact for each spread."""
    log_counts = np.log(_column(others, "activated") + 0.5)
    known = _kind_and(np.log(_column(others, "recorded")), others)
    (asked,) = _kind_and([np.log(place.recorded)], [place])
    unsure = [calibration_value(f"loglinear_{what}_unsure") for what in ("rate", "urban", "recorded")]
    prior_mean = np.array([calibration_value("loglinear_rate"), 0.0, 1.0])
    prior_precision = np.diag(1 / np.square(unsure))
    means, sds = np.empty(len(spreads)), np.empty(len(spreads))
    for at, spread in enumerate(spreads):
        noise = calibration_value("table_spread") ** 2 + spread**2
        weights = 1 / (np.exp(-log_counts) + noise)
        covariance = np.linalg.inv(prior_precision + known.T @ (weights[:, None] * known))
        means[at] = asked @ covariance @ (prior_precision @ prior_mean + known.T @ (weights * log_counts))
        sds[at] = np.sqrt(asked @ covariance @ asked + np.exp(-means[at]) + noise)
    return Prediction(means, sds)


BASELINES: Final[Mapping[str, Baseline]] = MappingProxyType(
    {
        "overall rate": overall_rate,
        "urban and rural rates": kind_rates,
        "binomial: urban + distance": binomial_by_distance,
        "log-linear: urban + recorded": loglinear_by_recorded,
    }
)
"""The declared ones, by name."""


def _at_rate(others: Sequence[Place], place: Place, spreads: FloatArray, base: str) -> Prediction:
    rate = _column(others, "activated").sum() / _column(others, base).sum()
    return around(float(attrgetter(base)(place) * rate), calibration_value("table_spread"), spreads)


def _of_kind(others: Sequence[Place], place: Place) -> list[Place]:
    return [other for other in others if other.kind == place.kind]


def _column(places: Sequence[Place], name: str) -> FloatArray:
    return np.array([attrgetter(name)(place) for place in places], dtype=np.float64)


def _kind_and(values: Sequence[float] | FloatArray, places: Sequence[Place]) -> FloatArray:
    """A row for each place: 1, whether it is urban, its value."""
    urban = [place.kind == URBAN for place in places]
    return np.column_stack([np.ones(len(places)), urban, values]).astype(np.float64)
