"""From the runs in a ledger to a comparison."""

import numpy as np
import pytest

from ikdsim.experiment.gather import RunsFailed, gather
from ikdsim.experiment.ledger import Failure, Ledger
from ikdsim.experiment.runs import run_seed
from tests.experiment.factories import make_small_plan
from tests.experiment.test_runs import all_runs

PLAN = make_small_plan(runs=2)


@pytest.fixture
def ledger():
    made = Ledger(None)
    for seed in PLAN.seeds:
        for run, summary in run_seed(PLAN, all_runs(PLAN, seed), None).summaries.items():
            made.keep(run, summary)
    return made


def test_every_run_stands_where_its_scenario_and_seed_do(ledger):
    found = gather(PLAN, ledger)
    for number, scenario in enumerate(PLAN.scenarios):
        for position, seed in enumerate(PLAN.seeds):
            kept = ledger.summary((scenario.name, seed))
            assert np.array_equal(found.activated[number, position], kept.activated)
            assert found.cost[number, position] == pytest.approx(kept.cost.sum())
            assert np.array_equal(found.groups[number, position], kept.groups)
    assert found.expected.shape == (3, len(PLAN.settings), found.activated.shape[2])


def test_a_seed_of_which_a_run_failed_is_left_out(ledger):
    ledger.keep_failure(Failure("campaign", 1, "out of memory"))
    found = gather(PLAN, ledger)
    assert found.plan.seeds == (2,)
    assert [failure.seed for failure in found.failures] == [1]
    assert found.activated.shape[1] == 1
    assert np.isnan(found.expected).all()


def test_nothing_can_be_compared_if_a_run_failed_of_every_seed(ledger):
    for seed in PLAN.seeds:
        ledger.keep_failure(Failure("team", seed, f"cause {seed}"))
    with pytest.raises(RunsFailed, match=r"^cause 1$"):
        gather(PLAN, ledger)


def test_scenarios_that_pay_for_different_things_share_the_items(ledger):
    found = gather(PLAN, ledger)
    campaign = found.cost_by_item[:, :, found.cost_items.index("campaign")].sum(axis=2)
    assert campaign[0].tolist() == campaign[2].tolist() == [0.0, 0.0]
    assert (campaign[1] > 0).all()
    assert {"campaign", "botram_village"} <= set(found.cost_items)
