import numpy as np
import pytest

from ikdsim.experiment.compare import carry_out, compare
from tests.experiment.factories import make_scenario, make_small_plan


@pytest.fixture(scope="module")
def small():
    return carry_out(make_small_plan())


def test_an_unchanged_scenario_changes_nobody(small):
    assert (small.activated[2] == small.activated[0]).all()
    assert small.gain(2).is_nothing


def test_seeds_differ(small):
    assert (small.activated[0, 0] != small.activated[0, 1]).any()


def test_a_campaign_costs_something_and_changes_somebody(small):
    assert (small.extra_cost[1] > 0).all()
    assert (small.gains[1] != 0).any()


@pytest.mark.slow
def test_processes_change_no_result(small):
    side_by_side = carry_out(make_small_plan(), jobs=2)
    for name in ("activated", "barriers", "cost", "taken", "expected"):
        assert np.array_equal(getattr(small, name), getattr(side_by_side, name))


def test_progress_is_told_in_runs():
    told = []
    carry_out(make_small_plan(), progress=lambda done, total: told.append((done, total)))
    assert told == [(3, 6), (6, 6)]


def test_compare_takes_seeds_from_the_first_on(small):
    scenarios = [make_scenario("baseline"), make_scenario("campaign", posts=20)]
    found = compare(scenarios, runs=1, seed=2, scale=200)
    assert found.plan.seeds == (2,)
    assert (found.activated[:, 0] == small.activated[:2, 1]).all()
