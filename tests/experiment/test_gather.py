"""From single runs to a comparison."""

import numpy as np

from ikdsim.experiment.gather import gather
from ikdsim.experiment.run_summary import RunSummary
from tests.experiment.factories import make_small_plan


def make_summary(seed, items, rupiah):
    return RunSummary(
        activated=np.full((104, 9), seed, np.float32),
        barriers=np.ones((9, 10), np.float32),
        groups=np.ones((9, 20, 4), np.float32),
        minutes=np.ones((8, 2, 2)),
        cost_items=np.array(items, np.str_),
        cost=np.full((len(items), 2), rupiah),
        taken=np.zeros(4),
        beside_cost=np.zeros(3),
        expected=np.zeros((5, 104)),
    )


def test_runs_stand_under_their_scenario_and_seed():
    plan = make_small_plan(runs=2)
    summaries = [[make_summary(seed, [], 0.0) for _ in plan.scenarios] for seed in plan.seeds]
    comparison = gather(plan, summaries)
    assert comparison.at_horizon.shape == (3, 2, 9)
    assert comparison.at_horizon[:, 1].tolist() == [[2.0] * 9] * 3


def test_scenarios_that_pay_for_different_things_share_the_items():
    plan = make_small_plan(runs=1)
    items = (["botram_village"], ["botram_village", "campaign"], [])
    comparison = gather(plan, [[make_summary(1, paid, 10.0) for paid in items]])
    assert comparison.cost_items == ("botram_village", "campaign")
    assert comparison.cost_by_item[:, 0, :, 0].tolist() == [[10.0, 0.0], [10.0, 10.0], [0.0, 0.0]]
    assert comparison.cost[:, 0].tolist() == [20.0, 40.0, 0.0]
