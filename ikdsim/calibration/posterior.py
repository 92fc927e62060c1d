"""A posterior: the draws of all ensembles, whether they agree, and what the counts added to the prior."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ikdsim.calibration.draws_store import DrawsStore
from ikdsim.calibration.ensemble import Part
from ikdsim.calibration.plan import ENSEMBLES, Calibration
from ikdsim.calibration.problem import Problem

MOST_R_HAT: Final = 1.05
LEAST_ESS: Final = 400.0
DRAWS: Final = 400
"""Draws that are handed on, evenly spaced over all that were kept."""


@dataclass(frozen=True)
class Posterior:
    """Draws of a problem; arrays have shape (ensembles, steps, walkers, ...)."""

    problem: Problem
    points: NDArray[np.float64]
    log_likelihoods: NDArray[np.float64]
    expected: NDArray[np.float64]
    accepted: float
    """Share of the proposals that were taken."""

    @cached_property
    def r_hat(self) -> NDArray[np.float64]:
        """Split R-hat of each score over the ensembles: walkers of one are no chains."""
        from arviz import rhat  # noqa: PLC0415  (an extra)

        ensembles, steps, walkers, _ = self.points.shape
        pooled = self.points.reshape(ensembles, steps * walkers, -1)
        return np.array([float(rhat(pooled[..., k])) for k in range(pooled.shape[-1])])

    @cached_property
    def ess(self) -> NDArray[np.float64]:
        """Effective number of draws of each score: every walker is followed for itself."""
        from arviz import ess  # noqa: PLC0415

        ensembles, steps, walkers, scores = self.points.shape
        followed = self.points.transpose(0, 2, 1, 3).reshape(ensembles * walkers, steps, scores)
        return np.array([float(ess(followed[..., k])) for k in range(scores)])

    @property
    def converged(self) -> bool:
        """Whether all scores agree between ensembles and were drawn often enough."""
        return bool((self.r_hat < MOST_R_HAT).all() and (self.ess > LEAST_ESS).all())

    @cached_property
    def thinned(self) -> NDArray[np.int64]:
        """Positions of the draws that are handed on, in all draws one after the other."""
        total = int(np.prod(self.points.shape[:3]))
        return np.unique(np.linspace(0, total - 1, min(DRAWS, total)).astype(np.int64))

    def flat(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values of all draws, one after the other."""
        return values.reshape(-1, *values.shape[3:])

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The draws that are handed on: a row each, values of the numbers, place effects and recorded counts."""
        points = self.flat(self.points)[self.thinned]
        expected = self.flat(self.expected)[self.thinned]
        columns = dict(zip(self._value_names, self._values(points).T, strict=True))
        counts = {f"expected.{name}": own for name, own in zip(self._places, expected.T, strict=True)}
        return pd.DataFrame({**columns, **counts, "log_likelihood": self.flat(self.log_likelihoods)[self.thinned]})

    @cached_property
    def summary(self) -> pd.DataFrame:
        """A row each number: prior and posterior, how far its spread shrank and its middle moved, R-hat, draws."""
        points = self.flat(self.points)
        values = self._values(points)
        low, median, high = np.quantile(values, (0.05, 0.5, 0.95), axis=0)
        middle = np.quantile(points, 0.5, axis=0)
        return pd.DataFrame(
            {
                "name": self._value_names,
                "median": median,
                "low": low,
                "high": high,
                "shift": middle,
                "contraction": 1.0 - points.var(axis=0),
                "r_hat": self.r_hat,
                "ess": self.ess,
            }
        )

    @cached_property
    def predicted(self) -> pd.DataFrame:
        """A row each place: the published count, and what the draws expect of it, errors of counts included."""
        random = np.random.default_rng(0)
        predicted = self.problem.counted(self.flat(self.expected), random)
        low, median, high = np.quantile(predicted, (0.05, 0.5, 0.95), axis=0)
        published = [place.activated for place in self.problem.region.places]
        inside = [a <= y <= b for a, y, b in zip(low, published, high, strict=True)]
        return pd.DataFrame(
            {
                "place": self._places,
                "published": published,
                "median": median,
                "low": low,
                "high": high,
                "inside": inside,
                "used": self.problem.used,
            }
        )

    def inference_data(self) -> Any:
        """The draws that are kept as ArviZ's InferenceData; needs the extra "calibrate"."""
        import arviz  # noqa: PLC0415

        ensembles, steps, walkers, _ = self.points.shape
        shape = (ensembles, steps * walkers)
        values = self._values(self.points).reshape(*shape, -1)
        return arviz.from_dict(
            posterior={"values": values},
            posterior_predictive={"expected": self.expected.reshape(*shape, -1)},
            sample_stats={"log_likelihood": self.log_likelihoods.reshape(shape)},
            observed_data={"activated": np.array([place.activated for place in self.problem.region.places])},
            coords={"number": list(self._value_names), "place": list(self._places)},
            dims={"values": ["number"], "expected": ["place"], "activated": ["place"]},
        )

    @property
    def _places(self) -> tuple[str, ...]:
        return self.problem.region.place_names

    @property
    def _value_names(self) -> tuple[str, ...]:
        return tuple(name.replace("effect.", "intensity.", 1) for name in self.problem.names)

    def _values(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the scores mean: numbers, spread, intensities, and the recorded residents of places filled in."""
        problem = self.problem
        imputed = [place.recorded_imputed for place in problem.region.places]
        recorded = np.array([place.recorded for place in problem.region.places])[imputed]
        parts = (
            problem.values(points),
            problem.spread(points)[..., None],
            problem.intensities(points),
            problem.recorded(points)[..., imputed] * recorded,
        )
        return np.concatenate(parts, axis=-1)


def posterior_of(problem: Problem, calibration: Calibration, folder: Path) -> Posterior:
    """The posterior of a problem from the store in `folder`, without the steps that are thrown away."""
    with closing(DrawsStore(folder)) as store:
        ways = [_joined(list(store.parts(problem.acts_on, number))) for number in range(ENSEMBLES)]
    kept: Mapping[str, Any] = {
        name: np.array([getattr(way, name)[calibration.table.warm_up :] for way in ways])
        for name in ("points", "log_likelihoods", "expected")
    }
    return Posterior(problem, **kept, accepted=float(np.mean([way.accepted for way in ways])))


def _joined(parts: list[Part]) -> Part:
    """The whole way of an ensemble."""
    arrays = [np.concatenate(each) for each in zip(*(part[:3] for part in parts), strict=True)]
    points, log_likelihoods, expected = arrays
    accepted = np.mean([part.accepted for part in parts], axis=0)
    return Part(points, log_likelihoods, expected, accepted, parts[-1].random_state)
