"""Prior draws: what Table 1 shows of the coast must be possible before anything is fitted.

Numbers are drawn as comparisons draw them (ikdsim/experiment/draws.py), each place for itself. The twin tells the
expected users in the week of Table 1.
"""

from dataclasses import replace

from benchmarks.jobs import BASELINE
from benchmarks.must_hold.rows import Row
from ikdsim.experiment.draws import drawn
from ikdsim.region.load import load_region
from ikdsim.region.places import INTENSITY
from ikdsim.scenario.scenario import Scenario
from ikdsim.setup import Setup
from ikdsim.twin import Twin

CHECK = "draw"
EVERYTHING, BUT_INTENSITY = "all numbers", "all but intensities"
SCALE = 5.0  # residents for whom one of the people stands from whom the twin makes its strata


def draw_rows(seed: int, done: set[str]) -> list[Row]:
    """Expected users of each place in the week of Table 1, for the draw number `seed`; nan if nobody can be so."""
    return [
        Row(CHECK, name, seed, _users(drawn_until_table(seed, name)))
        for name in (EVERYTHING, BUT_INTENSITY)
        if name not in done
    ]


def _users(scenario: Scenario) -> list[float]:
    seed = int(scenario.name)
    users = SCALE * Twin(Setup(scenario, seed, SCALE)).run().users[-1]
    return [round(float(count), 3) for count in users]


def drawn_until_table(seed: int, name: str) -> Scenario:
    """The baseline up to Table 1 with the numbers of the draw number `seed`, which is the scenario's name."""
    scenario = drawn(BASELINE.until(load_region(BASELINE.region).table_date), seed)
    own = scenario.region_numbers
    if name == BUT_INTENSITY:
        own = {key: value for key, value in own.items() if not key.startswith(INTENSITY)}
    return replace(scenario, name=str(seed), region_numbers=own)
