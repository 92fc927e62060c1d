"""Draws of numbers: what is not known of a number is a range, and runs stand in different points of all ranges.

Every number of the register that is no lever, and every number of the region, is drawn evenly from its range; the
logarithm of an intensity is drawn from the normal distribution of which the range holds nine tenths, cut off there.
Points follow a scrambled Sobol' sequence (scipy), which fills all ranges evenly however many are taken, and the first
ones stay the same when more are asked for.
"""

from dataclasses import replace
from functools import cache
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.provenance import SourcedValue, load_parameters
from ikdsim.region.load import load_region
from ikdsim.region.places import INTENSITY
from ikdsim.scenario.scenario import Scenario

IN_RANGE: Final = 0.9
_SCRAMBLING: Final = 20250117
"""Seed of the scrambling of the sequence; any other would do."""


def drawn(scenario: Scenario, draw: int) -> Scenario:
    """The scenario in the point number `draw` (from 0); the numbers that it sets itself stay as it says."""
    register, region = scenario.numbers_of(load_parameters()), load_region(scenario.region)
    names = sorted(set(register) - set(register.levers))
    at = _point(draw, len(names) + len(region.numbers))
    parameters = {name: _value(register[name], part) for name, part in zip(names, at[: len(names)], strict=True)}
    own = {
        name.removeprefix(f"{region.name}."): _value(region.numbers[name], part)
        for name, part in zip(sorted(region.numbers), at[len(names) :], strict=True)
    }
    return replace(
        scenario,
        parameters={**parameters, **scenario.parameters},
        region_numbers={**own, **scenario.region_numbers},
    )


@cache
def _point(draw: int, numbers: int) -> NDArray[np.float64]:
    from scipy.stats.qmc import Sobol  # noqa: PLC0415  (slow to load)

    sequence = Sobol(numbers, scramble=True, rng=_SCRAMBLING)
    return np.array(sequence.random_base2(draw.bit_length())[draw])


def _value(number: SourcedValue, part: float) -> float:
    """The number that a `part` (0-1) of its possible values lie below."""
    if INTENSITY not in number.name:
        return float(number.low + part * (number.high - number.low))
    normal = NormalDist()
    at = normal.inv_cdf(0.5 + IN_RANGE * (part - 0.5)) / normal.inv_cdf(0.5 + IN_RANGE / 2)
    middle, half = np.log(number.low * number.high) / 2, np.log(number.high / number.low) / 2
    return float(np.clip(np.exp(middle + at * half), number.low, number.high))
