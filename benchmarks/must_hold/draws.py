"""Prior draws: what Table 1 shows of the coast must be possible before anything is fitted.

Every number of the register that is no lever and every number of the region is drawn evenly from its range, each place
for itself; the logarithm of an intensity is drawn from the normal distribution of which the range holds 90 %, cut off
there. The twin tells the expected users in the week of Table 1.
"""

from dataclasses import replace
from statistics import NormalDist

import numpy as np

from benchmarks.jobs import BASELINE
from benchmarks.must_hold.rows import Row
from ikdsim.provenance import SourcedValue, load_parameters
from ikdsim.region.load import load_region
from ikdsim.scenario.scenario import Scenario
from ikdsim.setup import Setup
from ikdsim.twin import Twin

CHECK = "draw"
EVERYTHING, BUT_INTENSITY = "all numbers", "all but intensities"
SCALE = 5.0  # residents for whom one of the people stands from whom the twin makes its strata
IN_RANGE = 0.9


def draw_rows(seed: int, done: set[str]) -> list[Row]:
    """Expected users of each place in the week of Table 1, for the draw number `seed`; nan if nobody can be so."""
    return [
        Row(CHECK, name, seed, _users(drawn(seed, name))) for name in (EVERYTHING, BUT_INTENSITY) if name not in done
    ]


def _users(scenario: Scenario) -> list[float]:
    seed = int(scenario.name)
    users = SCALE * Twin(Setup(scenario, seed, SCALE)).run().users[-1]
    return [round(float(count), 3) for count in users]


def drawn(seed: int, name: str) -> Scenario:
    """The baseline up to Table 1 with the numbers of the draw number `seed`, which is the scenario's name."""
    region, register = load_region(BASELINE.region), load_parameters()
    draw = np.random.default_rng(seed)
    numbers = {key: _drawn(register[key], draw) for key in sorted(set(register) - set(register.levers))}
    own = {key.removeprefix(f"{region.name}."): _drawn(region.numbers[key], draw) for key in sorted(region.numbers)}
    if name == BUT_INTENSITY:
        own = {key: value for key, value in own.items() if not is_intensity(key)}
    until = BASELINE.until(region.table_date)
    return replace(until, name=str(seed), parameters=numbers, region_numbers=own)


def is_intensity(key: str) -> bool:
    """Whether a number of the region is the intensity of a place."""
    return "intensity." in key


def _drawn(number: SourcedValue, draw: np.random.Generator) -> float:
    at = draw.random()
    if not is_intensity(number.name):
        return float(number.low + at * (number.high - number.low))
    part = NormalDist().inv_cdf(0.5 + IN_RANGE * (at - 0.5)) / NormalDist().inv_cdf(0.5 + IN_RANGE / 2)
    middle, half = np.log(number.low * number.high) / 2, np.log(number.high / number.low) / 2
    return float(np.clip(np.exp(middle + part * half), number.low, number.high))
