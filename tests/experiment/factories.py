"""Comparisons made by hand, for tests to which it does not matter how the numbers came about."""

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ikdsim.experiment.bounds import REGISTER
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.plan import Plan, make_plan
from ikdsim.experiment.run_summary import SPANS
from ikdsim.observe.barriers import BARRIERS
from ikdsim.observe.groups import COUNTED, GROUP_NAMES
from ikdsim.policy.campaign import Campaign
from ikdsim.region.load import load_region
from ikdsim.result.beside_cost import BESIDE_COST
from ikdsim.result.taken import TAKEN
from ikdsim.scenario.scenario import Scenario
from ikdsim.service.kinds import KINDS
from tests import factories

LAST_DAY = date(2024, 12, 29)
WEEKS = 104


def make_scenario(
    name: str, posts: float = 0.0, end: date = LAST_DAY, parameters: Mapping[str, float] | None = None
) -> Scenario:
    """A scenario of two years, with a campaign from February 2023 on if it is to have `posts` a week."""
    campaign = Campaign(name="campaign", start=date(2023, 2, 6), extra_posts_per_week=posts, answers=1.0)
    return factories.make_scenario((campaign,) if posts else (), end, name, parameters)


def make_small_plan(runs: int = 2, scale: float = 200.0, numbers: str = REGISTER) -> Plan:
    """The baseline, a campaign and the baseline again."""
    scenarios = [make_scenario("baseline"), make_scenario("campaign", posts=20), make_scenario("unchanged")]
    return make_plan(scenarios, range(1, 1 + runs), scale=scale, numbers=numbers)


def make_comparison(
    at_horizon: dict[str, list[float]],
    cost: dict[str, list[float]] | None = None,
    taken: dict[str, list[list[float]]] | None = None,
    numbers: str = REGISTER,
) -> Comparison:
    """A comparison in which each run of a scenario rises evenly to so many activated residents of each place.

    `taken` from others has, for each run, the first numbers of TAKEN. The twin expects nobody.
    """
    seeds = range(len(next(iter(at_horizon.values()))))
    plan = make_plan([make_scenario(name, posts=1) for name in at_horizon], seeds, numbers=numbers)
    region = load_region("babelan")
    rising = np.linspace(0, 1, WEEKS)[:, None] * np.ones(len(region.places))
    last = np.array(list(at_horizon.values()))
    return Comparison(
        plan=plan,
        failures=(),
        region=region,
        activated=last[:, :, None, None] * rising,
        barriers=np.ones((*last.shape, len(region.places), len(BARRIERS))),
        groups=np.ones((*last.shape, len(region.places), len(GROUP_NAMES), len(COUNTED)), np.float32),
        minutes=np.ones((*last.shape, len(KINDS), len(SPANS), 2)),
        full=np.zeros((*last.shape, len(KINDS), 2), np.bool_),
        cost_items=("campaign",),
        cost_by_item=_of_the_first_year(np.array(list(cost.values())) if cost else np.zeros(last.shape)),
        taken=_filled(np.array(list(taken.values()))) if taken else np.zeros((*last.shape, len(TAKEN))),
        beside_cost=np.zeros((*last.shape, len(BESIDE_COST))),
        expected=np.zeros((len(last), len(plan.settings), WEEKS)),
    )


def _of_the_first_year(cost: NDArray[np.float64]) -> NDArray[np.float64]:
    """All of the cost of an only item in the first of two years."""
    return np.stack([cost, np.zeros(cost.shape)], axis=-1)[:, :, np.newaxis, :]


def _filled(taken: NDArray[np.float64]) -> NDArray[np.float64]:
    """With zeros for all of TAKEN that is not given."""
    return np.concatenate([taken, np.zeros((*taken.shape[:2], len(TAKEN) - taken.shape[2]))], axis=2)
