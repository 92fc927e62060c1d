"""The plan of visits: which places are visited in a week when so many visits a week are planned.

Fractions are carried over: a rate of 0.3 a week gives a visit in every third or fourth week, in turn from place to
place.
"""

import math
from collections.abc import Sequence

from ikdsim.region.region import Region

ROUNDING_GUARD = 1e-9
"""Keeps sums such as 10 x 0.1 from falling just short of a whole visit."""


def visits_in_week(per_week: float, weeks_since_start: int) -> range:
    """Running numbers of the visits that fall into a week; `weeks_since_start` is 0 in the first."""
    done = math.floor(per_week * weeks_since_start + ROUNDING_GUARD)
    due = math.floor(per_week * (weeks_since_start + 1) + ROUNDING_GUARD)
    return range(done, due)


def places_in_turn(per_week: float, weeks_since_start: int, names: Sequence[str], region: Region) -> list[int]:
    """Numbers of the places visited in a week when the places `names` take turns."""
    numbers = [k for name in names for k, place in enumerate(region.places) if place.name == name]
    return [numbers[k % len(numbers)] for k in visits_in_week(per_week, weeks_since_start)]
