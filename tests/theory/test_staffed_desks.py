"""A desk with more officers, or open for longer, never lowers adoption: it draws as many as it has the time to serve.

Officers are alike here, or else one who joins may be worse than the others.
"""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from ikdsim.region.load import load_region
from ikdsim.twin import Twin
from tests.factories import make_scenario

END = date(2026, 12, 27)
SCALE = 50.0
ALIKE = {"resources.skill_spread": 0.0, "disposition.attitude_spread": 0.0}
DESKS = [point.id for point in load_region("babelan").service_points]


@cache
def twin() -> Twin:
    return Twin(make_scenario(end=END, parameters=ALIKE), seed=1, scale=SCALE)


def users(**numbers: float) -> float:
    """Expected users at the end of 2026 where the region has these numbers."""
    scenario = twin().setup.scenario
    return float(twin().under(replace(scenario, region_numbers=numbers)).run().users[-1].sum())


@pytest.mark.parametrize("desk", DESKS)
@pytest.mark.parametrize("number", ["officers", "hours_per_week"])
def test_adoption_rises_from_the_least_to_the_most_that_a_desk_may_have(desk, number):
    shipped = getattr(load_region("babelan").service_point(desk), number)
    grid = [shipped.low + (shipped.high - shipped.low) * part for part in (0.0, 0.01, 0.05, 0.2, 0.5, 0.75, 1.0)]
    adopted = [users(**{f"{desk}.{number}": value}) for value in grid]
    assert adopted == sorted(adopted)
    assert adopted[-1] > adopted[0]
