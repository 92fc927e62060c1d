"""Who goes first: inside a stratum people differ, so the readiest leave a stage and those who stay are less ready.

Readiness relative to the mean of the stratum is taken as gamma distributed, as in models of frailty (Vaupel, Manton and
Stallard 1979): among those who stay, it is gamma again, with the same relative variance and a lower mean. So it is
enough to follow two means: the openness of the aware and the decisiveness of the favourable.
"""

from ikdsim.kernel import rule


@rule
def of_stayers(mean: float, spread: float, chance: float) -> float:
    """Mean readiness of those who stay, of people with this mean and relative variance who left with this chance."""
    return mean / (1.0 + spread * chance)


@rule
def of_leavers(mean: float, spread: float, chance: float) -> float:
    """Mean readiness of those who leave: with those who stay, they have the mean of all."""
    return mean * (1.0 + spread) / (1.0 + spread * chance)


@rule
def with_openness(openness: float, link: float) -> float:
    """Mean relative decisiveness of people of this mean relative openness; `link` is the slope of one in the other."""
    return max(1.0 + link * (openness - 1.0), 0.0)


@rule
def mean_of(total: float, count: float) -> float:
    """A mean relative to that of the stratum, 1 where there is nobody."""
    return total / count if count > 0.0 else 1.0
