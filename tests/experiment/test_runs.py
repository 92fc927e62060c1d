from dataclasses import replace

import numpy as np
import pytest

from ikdsim import setup
from ikdsim.experiment import runs
from ikdsim.experiment.bounds import DRAWS
from ikdsim.experiment.ledger import Ledger, Run
from ikdsim.experiment.plan import make_plan
from ikdsim.experiment.runs import run_seed
from ikdsim.result.simulate import run, run_to_end
from tests.experiment.factories import make_scenario, make_small_plan

SEED = 1


def all_runs(plan, seed=SEED):
    """The runs of one seed, in the order of the plan."""
    return [Run(scenario.name, seed) for scenario in plan.scenarios]


def summaries(plan, folder=None, seed=SEED):
    """What they leave, in the same order."""
    return list(run_seed(plan, all_runs(plan, seed), folder).summaries.values())


@pytest.fixture
def simulated(monkeypatch):
    """Names of the scenarios that are run, in their order."""
    names = []

    def noted(model):
        names.append(model.setup.scenario.name)
        return run_to_end(model)

    monkeypatch.setattr(runs, "run_to_end", noted)
    return names


@pytest.fixture
def synthesised(monkeypatch):
    """One entry for each population that is made."""
    made = []

    def noted(*given):
        made.append(given)
        return synthesise(*given)

    synthesise = setup.synthesise
    monkeypatch.setattr(setup, "synthesise", noted)
    return made


def test_scenarios_share_one_population(synthesised):
    summaries(make_small_plan())
    assert len(synthesised) == 1


def test_a_scenario_that_changes_numbers_of_the_people_has_its_own(synthesised):
    scenarios = [make_scenario("baseline"), make_scenario("team", parameters={"population.phone_urban": 0.71})]
    summaries(make_plan(scenarios, range(1, 2), scale=400))
    assert len(synthesised) == 2


def test_scenarios_of_different_regional_numbers_have_different_pasts():
    four = {"kecamatan_desk.officers": 5.0, "village_visits": 9.0}
    scenarios = [
        make_scenario("baseline"),
        make_scenario("campaign", posts=1),
        *(replace(make_scenario(name, posts=1), region_numbers=four) for name in ("more", "more_again")),
    ]
    plan = make_plan(scenarios, range(1, 2), scale=200)
    together = summaries(plan)
    alone = run(scenarios[2], seed=SEED, scale=200)
    assert np.array_equal(together[2].activated, alone.activated_by_place)
    assert np.array_equal(together[2].activated, together[3].activated)
    assert not np.array_equal(together[2].activated, together[1].activated)


def test_a_shared_population_changes_no_result():
    plan = make_small_plan()
    together = summaries(plan)
    for scenario, summary in zip(plan.scenarios, together, strict=True):
        alone = run(scenario, SEED, plan.horizon, plan.scale, plan.engine)
        assert (summary.activated == alone.activated_by_place).all()
        assert summary.cost.sum() == pytest.approx(alone.total_cost)


def test_only_missing_runs_are_done(simulated):
    plan = make_small_plan()
    run_seed(plan, [Run("campaign", SEED)], None)
    assert simulated == ["campaign"]


def test_a_run_is_kept_as_soon_as_it_is_done(simulated, tmp_path, monkeypatch):
    def killed(model):
        if len(simulated) == 2:
            raise KeyboardInterrupt
        return run_to_end_noted(model)

    run_to_end_noted = runs.run_to_end
    monkeypatch.setattr(runs, "run_to_end", killed)
    plan = make_small_plan()
    with pytest.raises(KeyboardInterrupt):
        run_seed(plan, all_runs(plan), tmp_path)
    assert Ledger(tmp_path).runs() == {Run("baseline", SEED), Run("campaign", SEED)}


def test_a_run_that_fails_is_kept_with_its_cause_and_the_others_go_on(tmp_path, monkeypatch):
    def failing(model):
        if model.setup.scenario.name == "campaign":
            raise ZeroDivisionError("no officers at all")
        return run_to_end(model)

    monkeypatch.setattr(runs, "run_to_end", failing)
    plan = make_small_plan()
    done = run_seed(plan, all_runs(plan), tmp_path)
    assert [run.scenario for run in done.summaries] == ["baseline", "unchanged"]
    assert done.failures == Ledger(tmp_path).failures()
    assert done.failures == [("campaign", SEED, "ZeroDivisionError: no officers at all")]


def test_settings_are_worked_out_for_the_first_seed_and_kept_with_its_runs(tmp_path):
    plan = make_small_plan()
    first, second = (summaries(plan, tmp_path, seed) for seed in plan.seeds)
    assert [summary.expected.size for summary in second] == [0, 0, 0]
    assert all(summary.expected.shape == (len(plan.settings), 104) for summary in first)
    assert np.array_equal(first[0].expected, first[2].expected)
    kept = Ledger(tmp_path).summary(Run("campaign", SEED))
    assert np.array_equal(kept.expected, first[1].expected)


def test_drawn_numbers_are_those_of_the_seed_and_of_all_scenarios():
    plan = make_small_plan(runs=3, numbers=DRAWS)
    by_seed = [summaries(plan, seed=seed) for seed in plan.seeds]
    for seed, (baseline, _, unchanged) in zip(plan.seeds, by_seed, strict=True):
        alone = run(plan.scenarios_of(seed)[0], seed, plan.horizon, plan.scale)
        assert np.array_equal(baseline.activated, alone.activated_by_place)
        assert np.array_equal(baseline.activated, unchanged.activated)
    assert np.array_equal(by_seed[0][0].expected, summaries(make_small_plan())[0].expected)
