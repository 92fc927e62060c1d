"""Gather: from what single runs left to a comparison."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import RunSummary, cost_of
from ikdsim.region.load import load_region


def gather(plan: Plan, summaries: list[list[RunSummary]]) -> Comparison:
    """Put the summaries of a plan together; `summaries` holds those of each seed, in the order of the plan."""

    def stack(name: str) -> NDArray[Any]:
        by_seed = np.array([[getattr(summary, name) for summary in seed] for seed in summaries])
        return by_seed.swapaxes(0, 1)

    items = sorted({item for seed in summaries for summary in seed for item in summary.cost_items.tolist()})
    costs = [[cost_of(summary, items) for summary in seed] for seed in summaries]
    return Comparison(
        plan=plan,
        region=load_region(plan.scenarios[0].region),
        activated=stack("activated"),
        barriers=stack("barriers"),
        groups=stack("groups"),
        minutes=stack("minutes"),
        cost_items=tuple(items),
        cost_by_item=np.array(costs).swapaxes(0, 1),
        taken=stack("taken"),
        beside_cost=stack("beside_cost"),
        expected=np.array([summary.expected for summary in summaries[0]]),
    )
