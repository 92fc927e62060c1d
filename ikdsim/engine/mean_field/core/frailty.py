"""Who goes first: inside a stratum people differ, so the readiest leave a stage and those who stay are less ready.

Readiness relative to the mean of the stratum is taken as inverse Gaussian (Hougaard 1984), which is as skewed as the
inclination of residents: among those who stay it is inverse Gaussian again, with a lower mean and a relative variance
in proportion to it. So it is enough to follow two means: openness of the aware and decisiveness of the favourable.
`spread` is the relative variance at mean 1.
"""

import math

from ikdsim.kernel import rule


@rule
def hazard_of_dose(dose: float, spread: float) -> float:
    """Hazard at which people who are alike would leave as often as these do, of relative variance `spread`, by doses.

    Their mean dose is `dose`, and they leave with probability 1 - exp(-hazard).
    """
    return 2.0 * dose / (1.0 + math.sqrt(1.0 + 2.0 * spread * dose))


@rule
def of_stayers(mean: float, spread: float, hazard: float) -> float:
    """Mean readiness of those who stay, of people of this mean; `hazard` is that of hazard_of_dose."""
    return mean / (1.0 + spread * mean * hazard)


@rule
def of_leavers(mean: float, spread: float, chance: float) -> float:
    """Mean readiness of those who leave in a week in which few do: with those who stay, they have the mean of all."""
    return mean * (1.0 + spread * mean) / (1.0 + spread * mean * chance)


@rule
def with_openness(openness: float, link: float) -> float:
    """Mean relative decisiveness of people of this mean relative openness; `link` is the slope of one in the other."""
    return max(1.0 + link * (openness - 1.0), 0.0)


@rule
def mean_of(total: float, count: float) -> float:
    """A mean relative to that of the stratum, 1 where there is nobody."""
    return total / count if count > 0.0 else 1.0
