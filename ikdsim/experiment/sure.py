"""How sure a comparison is of a mean gain: a bootstrap over its pairs of runs, and whether more runs are needed.

Runs of the same numbers are drawn together, because they say the same about what numbers do.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.experiment.bounds import REGISTER
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.interval import Interval, interval
from ikdsim.experiment.plan import SEEDS_A_DRAW

RESAMPLES: Final = 2000
_LUCK: Final = 1
"""Seed of the bootstrap, so that the same runs always say the same."""


def mean_gain(comparison: Comparison, number: int) -> Interval:
    """Mean gain of the region as it would come out again and again: median, and the points 5 % and 95 %."""
    gains = comparison.gains[number].sum(axis=1)
    groups = [gains[_group(comparison) == group] for group in np.unique(_group(comparison))]
    sums, sizes = np.array([group.sum() for group in groups]), np.array([len(group) for group in groups])
    picked = np.random.default_rng(_LUCK).integers(len(groups), size=(RESAMPLES, len(groups)))
    return interval(sums[picked].sum(axis=1) / sizes[picked].sum(axis=1))


def is_sure(comparison: Comparison, residents: float) -> bool:
    """Whether every mean gain is known to so many `residents` more or less."""
    if len(np.unique(_group(comparison))) == 1:
        return False
    ranges = [mean_gain(comparison, number) for number in comparison.plan.others]
    return all(found.high - found.low <= 2 * residents for found in ranges)


def chance_and_numbers(comparison: Comparison, number: int) -> tuple[float, float] | None:
    """Standard deviations of the gain of the region: by chance alone, and by the numbers that are drawn.

    None where there are no two runs of the same numbers and no two of different ones.
    """
    gains = comparison.gains[number].sum(axis=1)
    pairs = [gains[_group(comparison) == group] for group in np.unique(_group(comparison))]
    whole = np.array([pair for pair in pairs if len(pair) == SEEDS_A_DRAW])
    if comparison.plan.numbers == REGISTER or len(whole) < 2:
        return None
    chance = np.mean((whole[:, 0] - whole[:, 1]) ** 2) / 2
    numbers = np.var(whole.mean(axis=1), ddof=1) - chance / SEEDS_A_DRAW
    return float(np.sqrt(chance)), float(np.sqrt(max(numbers, 0.0)))


def variance_reduction(comparison: Comparison, number: int) -> float | None:
    """How many times fewer runs pairing needs for a gain: the variance without it over the variance with it.

    None where the gain is the same in every run, or there is only one.
    """
    ends = comparison.at_horizon.sum(axis=2)
    own, baseline = ends[number], ends[comparison.plan.baseline]
    paired = np.var(own - baseline)
    return None if paired == 0.0 else float((np.var(own) + np.var(baseline)) / paired)


def _group(comparison: Comparison) -> NDArray[np.int64]:
    """For each run, which others have the same numbers: all of a draw, or none but itself."""
    seeds = np.array(comparison.plan.seeds) - comparison.plan.first_seed
    return np.asarray(seeds if comparison.plan.numbers == REGISTER else seeds // SEEDS_A_DRAW)
