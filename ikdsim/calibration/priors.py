"""Priors: every free number is even over its range, as experiment/draws.py draws it, and known as a normal score.

A point is a vector of independent standard normal scores. That of a number says which part of its range lies below its
value; moves that leave the normal distribution alone then leave the prior alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from ikdsim.calibration.quick_twin import QuickTwin
from ikdsim.provenance import SourcedValue, load_parameters
from ikdsim.region.places import INTENSITY
from ikdsim.region.region import Region

MADE_BEFORE: Final = ("population.", "cost.")
"""Numbers of the register that make people, or money: no calibration moves them."""
SETTLED: Final = ("latitude", "longitude", "signal", INTENSITY, "intensity_", "exists_", "target", "imputed_step")
"""Numbers of a region that make people, distances or targets, that hold for groups of places, or have a prior of their
own."""
FEW: Final = 3
"""Points of the prior at which it is tried what a number moves, beside the registered values."""
_SEED: Final = 20250117


@dataclass(frozen=True)
class Prior:
    """Free numbers of the register and of a region, evenly distributed."""

    register: tuple[SourcedValue, ...]
    region: tuple[SourcedValue, ...]

    @property
    def numbers(self) -> tuple[SourcedValue, ...]:
        """All of them: first those of the register."""
        return (*self.register, *self.region)

    def values(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values of the numbers at normal `scores`; same shape, numbers on the last axis."""
        low = np.array([number.low for number in self.numbers])
        high = np.array([number.high for number in self.numbers])
        return np.asarray(low + ndtr(scores) * (high - low))

    def named(self, values: Sequence[float]) -> tuple[dict[str, float], dict[str, float]]:
        """These `values` by name: those of the register, and those of the region without its name."""
        of = dict(zip((number.name for number in self.numbers), values, strict=True))
        region = {number.name.partition(".")[2]: of[number.name] for number in self.region}
        return {number.name: of[number.name] for number in self.register}, region


def possible_numbers(region: Region) -> Prior:
    """All numbers that a calibration on given people could move."""
    register = [number for name, number in load_parameters().items() if not name.startswith(MADE_BEFORE)]
    own = {name.partition(".")[2]: number for name, number in region.numbers.items()}
    of_region = [number for name, number in own.items() if not any(part in name for part in SETTLED)]
    moved = [number for number in register if number.name not in load_parameters().levers]
    return Prior(tuple(moved), tuple(of_region))


def bearing_numbers(twin: QuickTwin) -> Prior:
    """The numbers that move some count of the twin's last week, at the registered values or at a few drawn points."""
    prior = possible_numbers(twin.setup.region)
    random = np.random.default_rng(_SEED)
    registered = np.array([number.value for number in prior.numbers])
    bases = [registered, *prior.values(random.standard_normal((FEW, len(registered))))]
    bears = np.zeros(len(registered), bool)
    for base in bases:
        usual = twin.users(*prior.named(base.tolist()))
        for at in np.flatnonzero(~bears).tolist():
            moved = [twin.users(*prior.named(point)) for point in _moved(base, at, prior)]
            bears[at] = any((counts != usual).any() for counts in moved)
    kept = {number.name for number, does in zip(prior.numbers, bears, strict=True) if does}
    return Prior(*(tuple(number for number in part if number.name in kept) for part in (prior.register, prior.region)))


def _moved(base: NDArray[np.float64], at: int, prior: Prior) -> Iterator[list[float]]:
    """The point with one number at either end of its range."""
    for end in (prior.numbers[at].low, prior.numbers[at].high):
        moved = base.copy()
        moved[at] = end
        yield moved.tolist()
