"""The problem: how likely the published counts are at a point, which is numbers, place effects, recorded counts.

Counts err around what the twin expects: log(y + 1/2) ~ Normal(log(mu + 1/2), 1/mu + tau^2). Every place has an
intensity exp(sigma z), z ~ Normal(0, 1), on what officers do there or on what residents ask for; sigma is unsure
itself. Recorded counts that were filled in err as logits do. All of a point are independent standard normal scores.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.calibration.assumptions import assumption
from ikdsim.calibration.priors import Prior
from ikdsim.calibration.quick_twin import QuickTwin
from ikdsim.region.places import INTENSITY
from ikdsim.region.readings import as_read
from ikdsim.region.region import DEMAND, Region

HALF: Final = 0.5
"""Added to counts, so that none has no logarithm."""
LEAST: Final = 1e-9
ON_DEMAND: Final = "intensity_on_demand"


@dataclass(frozen=True)
class Problem:
    """What is asked of the published counts."""

    twin: QuickTwin
    prior: Prior
    acts_on: str
    """Where place effects act: SUPPLY or DEMAND."""
    reading: str
    """Which villages unnamed rows stand for, see region/readings.py."""
    left_out: tuple[str, ...] = ()
    """Places whose counts are not used."""

    @cached_property
    def region(self) -> Region:
        """The region as it is read."""
        return as_read(self.twin.setup.region, self.reading)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What each score of a point is of."""
        places = self.region.places
        numbers = [number.name for number in self.prior.numbers]
        recorded = [f"recorded.{place.name}" for place in places if place.recorded_imputed]
        return (*numbers, "spread", *(f"effect.{place.name}" for place in places), *recorded)

    @cached_property
    def used(self) -> NDArray[np.bool_]:
        """Whose counts are used; shape (places,)."""
        return np.array([place.name not in self.left_out for place in self.region.places])

    def numbers(self, point: NDArray[np.float64]) -> tuple[dict[str, float], dict[str, float]]:
        """Numbers of the register and of the region at a point, those of the region without its name."""
        values, own = self.prior.named(self.values(point).tolist())
        intensities = zip(self.region.place_names, self.intensities(point).tolist(), strict=True)
        own |= {f"{INTENSITY}{name}": value for name, value in intensities}
        return values, {**own, ON_DEMAND: float(self.acts_on == DEMAND)}

    def expected(self, point: NDArray[np.float64]) -> NDArray[np.float64]:
        """Activated residents of each place at the table's date that the twin expects; shape (places,)."""
        values, own = self.numbers(point)
        return self.twin.users(values, own, self.recorded(point), self.region)

    def values(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values of the free numbers; last axis as in the prior."""
        return self.prior.values(points[..., : len(self.prior.numbers)])

    def spread(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Standard deviation of the logarithms of intensities."""
        doubt = assumption("intensity_spread_doubt") * points[..., len(self.prior.numbers)]
        return np.asarray(assumption("intensity_spread") * np.exp(doubt))

    def intensities(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Intensity of each place, within its range; places on the last axis."""
        first, places = len(self.prior.numbers) + 1, self.region.places
        known = [self.region.numbers[f"{self.region.name}.{INTENSITY}{place.name}"] for place in places]
        low, high = np.array([(number.low, number.high) for number in known]).T
        effects = points[..., first : first + len(places)]
        return np.clip(np.exp(self.spread(points)[..., None] * effects), low, high)

    def recorded(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Recorded residents relative to those of the table; places on the last axis."""
        imputed = np.array([place.recorded_imputed for place in self.region.places])
        share = np.array([place.recorded / place.residents for place in self.region.places])
        factor = np.ones((*points.shape[:-1], len(share)))
        error = assumption("recorded_error") * points[..., len(points.T) - imputed.sum() :]
        odds = share[imputed] / (1.0 - share[imputed]) * np.exp(error)
        factor[..., imputed] = odds / (1.0 + odds) / share[imputed]
        return factor

    def log_likelihood(self, expected: NDArray[np.float64]) -> float:
        """Of the counts that are used, at what is `expected`."""
        counts = np.array([place.activated for place in self.region.places])[self.used]
        mu = np.maximum(expected[self.used], LEAST)
        variance = 1.0 / mu + assumption("count_error") ** 2
        miss = np.log(counts + HALF) - np.log(mu + HALF)
        return float(-0.5 * (miss**2 / variance + np.log(2.0 * np.pi * variance)).sum())

    def counted(self, expected: NDArray[np.float64], random: np.random.Generator) -> NDArray[np.float64]:
        """Counts as they might be published where so many are `expected`; same shape."""
        mu = np.maximum(expected, LEAST)
        error = np.sqrt(1.0 / mu + assumption("count_error") ** 2) * random.standard_normal(expected.shape)
        return np.asarray(np.maximum((mu + HALF) * np.exp(error) - HALF, 0.0))
