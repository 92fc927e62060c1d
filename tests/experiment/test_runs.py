from dataclasses import replace

import numpy as np
import pytest

from ikdsim import setup
from ikdsim.experiment import runs
from ikdsim.experiment.plan import make_plan
from ikdsim.experiment.run_summary import read_summary
from ikdsim.experiment.runs import run_path, run_seed
from ikdsim.result.simulate import run, run_to_end
from tests.experiment.factories import make_scenario, make_small_plan

SEED = 1


def never():
    return False


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
    run_seed(make_small_plan(), SEED, None, never)
    assert len(synthesised) == 1


def test_a_scenario_that_changes_numbers_of_the_people_has_its_own(synthesised):
    scenarios = [make_scenario("baseline"), make_scenario("team", parameters={"population.phone_urban": 0.71})]
    run_seed(make_plan(scenarios, range(1, 2), scale=400), SEED, None, never)
    assert len(synthesised) == 2


def test_scenarios_of_different_regional_numbers_have_different_pasts():
    four = {"kecamatan_desk.officers": 5.0, "village_visits": 9.0}
    scenarios = [
        make_scenario("baseline"),
        make_scenario("campaign", posts=1),
        *(replace(make_scenario(name, posts=1), region_numbers=four) for name in ("more", "more_again")),
    ]
    plan = make_plan(scenarios, range(1, 2), scale=200)
    together = run_seed(plan, SEED, None, never)
    alone = run(scenarios[2], seed=SEED, scale=200)
    assert np.array_equal(together[2].activated, alone.activated_by_place.astype(np.float32))
    assert np.array_equal(together[2].activated, together[3].activated)
    assert not np.array_equal(together[2].activated, together[1].activated)


def test_a_shared_population_changes_no_result():
    plan = make_small_plan()
    together = run_seed(plan, SEED, None, never)
    for scenario, summary in zip(plan.scenarios, together, strict=True):
        alone = run(scenario, SEED, plan.horizon, plan.scale, plan.engine)
        assert (summary.activated == alone.activated_by_place.astype(np.float32)).all()
        assert summary.cost.sum() == pytest.approx(alone.total_cost)


def test_finished_runs_are_not_repeated(simulated, tmp_path):
    plan = make_small_plan()
    first = run_seed(plan, SEED, tmp_path, never)
    run_path(tmp_path, "campaign", SEED).unlink()
    again = run_seed(plan, SEED, tmp_path, never)
    assert simulated == ["baseline", "campaign", "unchanged", "campaign"]
    assert all(np.array_equal(old.activated, new.activated) for old, new in zip(first, again, strict=True))


def test_a_run_is_kept_as_soon_as_it_is_done(simulated, tmp_path):
    plan = make_small_plan()
    done = run_seed(plan, SEED, tmp_path, lambda: len(simulated) == 2)
    assert len(done) == 2
    assert read_summary(run_path(tmp_path, "campaign", SEED)) is not None
    assert read_summary(run_path(tmp_path, "unchanged", SEED)) is None


def test_settings_are_worked_out_for_the_first_seed_and_kept_with_its_runs(tmp_path):
    plan = make_small_plan()
    first, second = (run_seed(plan, seed, tmp_path, never) for seed in plan.seeds)
    assert [summary.expected.size for summary in second] == [0, 0, 0]
    assert all(summary.expected.shape == (len(plan.settings), 104) for summary in first)
    assert np.array_equal(first[0].expected, first[2].expected)
    kept = read_summary(run_path(tmp_path, "campaign", SEED))
    assert np.array_equal(kept.expected, first[1].expected)
