"""The draws of the residents of one place, and the two shapes of chance that the synthesis needs."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.randomness import uniforms

_PASSES: Final = 8


@dataclass(frozen=True)
class Draws:
    """Chance of `count` residents numbered from `first` on, under one `seed`."""

    seed: int
    first: int
    count: int

    @property
    def rows(self) -> slice:
        """Rows of these residents in the columns of the region."""
        return slice(self.first, self.first + self.count)

    def of(self, decision: int) -> NDArray[np.float64]:
        """Numbers in (0, 1) for one decision, shape (count,)."""
        return uniforms(self.seed, self.first, self.count, decision)


def waits(drawn: NDArray[np.float64], mean_weeks: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Exponential waits in weeks with mean `mean_weeks`, from numbers in (0, 1); same shape as `drawn`."""
    return -np.log(drawn) * mean_weeks


def chances(relative: NDArray[np.float64], counted: NDArray[np.bool_], mean: float) -> NDArray[np.float64]:
    """Scale `relative` chances so that the `counted` residents have the published `mean`; none beyond 1.

    What is cut off at 1 is given to the others in the next pass; same shape as `relative`.
    """
    chance = relative
    for _ in range(_PASSES):
        reached = float(chance[counted].sum())
        if reached:
            chance = np.minimum(chance * (mean * float(counted.sum()) / reached), 1.0)
    return chance
