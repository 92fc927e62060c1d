"""Chance belongs to a resident and a decision, not to a stream.

Every draw is a hash of (seed, resident, decision, attempt). The same resident therefore has the same luck under every
policy (common random numbers), in any order of evaluation and on any number of threads. Draws are integers, so that
two engines compare them exactly; probabilities and hazards become integers through `as_draw` and `ONE`.

The mixing steps are those of SplitMix64 (Steele, Lea, Flood 2014).
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import kernel, leading_zeros, rule

ONE: Final = 1 << 32
"""One unit of cumulated hazard, and the number of equally likely uniform draws."""
GRAIN: Final = 1 << 13
"""Values at which residents move are kept in grains of so many units of 1/ONE, rounded up, to save memory."""
NEVER: Final = (1 << 31) - 1
"""A value in grains beyond any run: 4,096 units of hazard, 13 a week for six years."""

_LOG_BITS: Final = 12
_LOG_SIZE: Final = 1 << _LOG_BITS
_LN2: Final = round(float(np.log(2.0)) * ONE)
LOG_TABLE: Final[NDArray[np.int64]] = np.round(np.log1p(np.arange(_LOG_SIZE + 1) / _LOG_SIZE) * ONE).astype(np.int64)
"""ln(1 + k/4096) in units of 1/ONE; the one source of logarithms for every engine."""


@rule
def _mix(z: np.uint64) -> np.uint64:
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


@rule
def _bits(seed: int, resident: int, decision: int, attempt: int) -> np.uint64:
    golden = np.uint64(0x9E3779B97F4A7C15)
    z = _mix(np.uint64(seed) + golden)
    z = _mix(z ^ (np.uint64(resident) + golden))
    return _mix(z ^ ((np.uint64(decision) << np.uint64(32)) + np.uint64(attempt) + golden))


@rule
def uniform_draw(seed: int, resident: int, decision: int, attempt: int) -> int:
    """One of ONE equally likely whole numbers, 0 to ONE - 1."""
    return int(_bits(seed, resident, decision, attempt) >> np.uint64(32))


@rule
def as_draw(probability: float) -> int:
    """The whole number below which a uniform draw falls with `probability` (clipped to 0-1)."""
    return int(min(max(probability, 0.0), 1.0) * ONE)


@rule
def threshold(seed: int, resident: int, decision: int, attempt: int) -> int:
    """A draw from Exp(1) in units of 1/ONE: -ln(u) for u = (uniform draw + 1) / ONE."""
    return minus_logarithm(uniform_draw(seed, resident, decision, attempt) + 1)


@rule
def minus_logarithm(u: int) -> int:
    """-ln(u / ONE) in units of 1/ONE for whole u from 1 to ONE.

    It is ln2 times the position of the leading bit plus an interpolated table entry, in whole numbers.
    """
    exponent = 63 - leading_zeros(np.uint64(u))
    rest = (u << (32 - exponent)) - (1 << 32)
    cell = rest >> (32 - _LOG_BITS)
    within = rest & ((1 << (32 - _LOG_BITS)) - 1)
    low, high = LOG_TABLE[cell], LOG_TABLE[min(cell + 1, _LOG_SIZE)]
    return int((32 - exponent) * _LN2 - low - (((high - low) * within) >> (32 - _LOG_BITS)))


@rule
def due(value: int, threshold: int, factor: float) -> int:
    """Cumulative hazard, in grains, that moves a resident of own `factor` who draws a threshold where it is `value`."""
    if factor <= 0.0:
        return NEVER
    wait = threshold / factor
    if wait >= float(NEVER * GRAIN):
        return NEVER
    return min((value + int(wait) + GRAIN - 1) // GRAIN, NEVER)


@kernel
def uniforms(seed: int, first: int, count: int, decision: int, attempt: int = 0) -> NDArray[np.float64]:
    """Numbers in (0, 1), one for each of `count` residents from number `first` on, shape (count,)."""
    drawn = np.empty(count, np.float64)
    for i in range(count):
        drawn[i] = (uniform_draw(seed, first + i, decision, attempt) + 0.5) / ONE
    return drawn


@kernel
def uniforms_of(seed: int, residents: NDArray[np.int64], decision: int) -> NDArray[np.float64]:
    """Numbers in (0, 1) of the residents of these numbers, same shape."""
    drawn = np.empty(len(residents), np.float64)
    for i in range(len(residents)):
        drawn[i] = (uniform_draw(seed, residents[i], decision, 0) + 0.5) / ONE
    return drawn
