"""What is expected where the engines draw at random: chances of rival causes, and the work a queue gets done."""

import math
from typing import Final

from ikdsim.kernel import rule

LONGEST: Final = 16.0
"""Hazard above which somebody leaves for certain, to the seventh digit."""
HALVINGS_SCALE: Final = 0.125
"""The series is taken at an eighth of the hazard, and doubled three times."""
SERIES: Final = tuple((-1.0) ** k / math.factorial(k + 1) for k in range(6))
"""Coefficients of (1 - exp(-x)) / x."""
SURE: Final = 6.0
"""Standard deviations of room above which no queue ever runs out of time."""
ROOT_OF_TWO_PI: Final = math.sqrt(2.0 * math.pi)
ROOT_OF_TWO: Final = math.sqrt(2.0)


@rule
def at_most_sure(hazard: float) -> float:
    """This hazard, or the one at which somebody leaves for certain."""
    return min(hazard, LONGEST)


@rule
def chance_per_hazard_up_to_sure(total: float) -> float:
    """The same for a hazard hardly above that of at_most_sure: a series, several times quicker than exponentials."""
    x = total * HALVINGS_SCALE
    share = SERIES[4] + x * SERIES[5]
    share = SERIES[0] + x * (SERIES[1] + x * (SERIES[2] + x * (SERIES[3] + x * share)))
    stays = 1.0 - x * share
    share *= 0.5 * (1.0 + stays)
    stays *= stays
    share *= 0.5 * (1.0 + stays)
    stays *= stays
    return share * 0.5 * (1.0 + stays)


@rule
def chance_per_hazard(total: float) -> float:
    """Probability to leave in a week of hazard `total`, divided by it: (1 - exp(-total)) / total, error below 1e-7.

    Of rival causes with constant hazards, each is first with its hazard times this number.
    """
    return 1.0 / total if total > LONGEST else chance_per_hazard_up_to_sure(total)


@rule
def chance_of(hazard: float) -> float:
    """Probability to leave in a week of this hazard: 1 - exp(-hazard)."""
    return hazard * chance_per_hazard(hazard)


@rule
def work_done(mean: float, variance: float, capacity: float) -> float:
    """Expected officer time used, when the time asked for has this mean and variance and `capacity` is there.

    The last turn is a lottery in proportion to the time that is left (queue.gets_turn): the expected work is that of
    E[min(asked, capacity)]. The time asked for is a sum over many who come by themselves, so it is taken as normal.
    """
    if mean <= 0.0 or capacity <= 0.0:
        return 0.0
    deviation = math.sqrt(variance)
    room = capacity - mean
    if room > SURE * deviation:
        return mean
    z = room / deviation
    undone = deviation * math.exp(-0.5 * z * z) / ROOT_OF_TWO_PI - room * 0.5 * math.erfc(z / ROOT_OF_TWO)
    return min(max(mean - undone, 0.0), mean, capacity)
