"""A branch is the same, to the last bit, as running through."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from ikdsim.branch import branch_from, last_shared_week
from ikdsim.clock import sunday_of
from ikdsim.errors import BadInput
from ikdsim.model import IkdModel
from ikdsim.scenario.load import load_scenarios
from ikdsim.snapshot import load_snapshot
from tests.factories import SCENARIOS, run_to, shipped

BASELINE, COMBINED = shipped("baseline"), shipped("combined")
LAST_WEEK_OF_2026 = 209


def assert_same_run(one: IkdModel, other: IkdModel) -> None:
    for name, here, there in zip(one.engine.state()._fields, one.engine.state(), other.engine.state(), strict=True):
        assert np.array_equal(here, there), name
    assert np.array_equal(one.observations.adoption.stages, other.observations.adoption.stages)
    assert np.array_equal(one.observations.service_load.counts, other.observations.service_load.counts)
    assert one.observations.spending.by_item.keys() == other.observations.spending.by_item.keys()
    for item, rupiah in one.observations.spending.by_item.items():
        assert np.array_equal(rupiah, other.observations.spending.by_item[item]), item
    assert one.datacollector.get_model_vars_dataframe().equals(other.datacollector.get_model_vars_dataframe())


@pytest.fixture(scope="module")
def snapshot():
    return run_to(IkdModel(BASELINE, seed=2, scale=100), LAST_WEEK_OF_2026).snapshot()


@pytest.mark.parametrize("scenario", [BASELINE, COMBINED], ids=["the same scenario", "another scenario"])
def test_a_branch_equals_running_through(snapshot, scenario):
    branched = branch_from(snapshot, scenario)
    branched.run()
    through = IkdModel(scenario, seed=2, scale=100)
    through.run()
    assert branched.activated > 0
    assert_same_run(branched, through)


def test_a_snapshot_is_not_changed_by_those_who_go_on_from_it(snapshot):
    before = {name: array.copy() for name, array in snapshot.arrays.items()}
    branch_from(snapshot, COMBINED).run()
    assert all(np.array_equal(before[name], array) for name, array in snapshot.arrays.items())


def test_stations_keep_their_unused_time_over_a_branch(snapshot):
    through = run_to(IkdModel(BASELINE, seed=2, scale=100), LAST_WEEK_OF_2026)
    assert through.carryover.ms.any()
    assert np.array_equal(branch_from(snapshot, BASELINE).carryover.ms, through.carryover.ms)


def test_a_snapshot_comes_back_from_its_file(snapshot, tmp_path):
    snapshot.save(tmp_path / "past.npz")
    branched = branch_from(load_snapshot(tmp_path / "past.npz"), COMBINED)
    branched.run()
    through = IkdModel(COMBINED, seed=2, scale=100)
    through.run()
    assert_same_run(branched, through)
    assert [path.name for path in tmp_path.iterdir()] == ["past.npz"]


def test_all_shipped_scenarios_share_their_past_until_2027():
    scenarios = load_scenarios([SCENARIOS])
    assert len(scenarios) == len(list(SCENARIOS.glob("*.toml"))) > 1
    assert last_shared_week(scenarios) == LAST_WEEK_OF_2026


def codes(raised: pytest.ExceptionInfo[BadInput]) -> list[str]:
    return [fault.code for fault in raised.value.faults]


def test_a_scenario_with_another_past_is_refused():
    later = run_to(IkdModel(COMBINED, seed=2, scale=200), LAST_WEEK_OF_2026 + 1).snapshot()
    with pytest.raises(BadInput) as raised:
        branch_from(later, BASELINE)
    assert codes(raised) == ["other_past"]
    assert "baseline" in str(raised.value)


CHANGED_SINCE = {"_hash_of_rules": lambda: "another", "version": lambda *_: "another"}


@pytest.mark.parametrize("changed", CHANGED_SINCE)
def test_a_snapshot_of_other_rules_or_another_version_is_refused_in_one_sentence(changed, snapshot, monkeypatch):
    monkeypatch.setattr(f"ikdsim.identity.{changed}", CHANGED_SINCE[changed])
    with pytest.raises(BadInput) as raised:
        branch_from(snapshot, BASELINE)
    assert codes(raised) == ["other_past"]
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [("parameters", "persuasion.spontaneous", 0.003), ("region_numbers", "kecamatan_desk.officers", 4)],
)
def test_changed_numbers_make_another_past(snapshot, table, name, value):
    changed = replace(BASELINE, **{table: {name: value}})
    with pytest.raises(BadInput) as raised:
        branch_from(snapshot, changed)
    assert codes(raised) == ["other_past"]


def test_a_scenario_that_ends_before_the_snapshot_is_refused(snapshot):
    with pytest.raises(BadInput) as raised:
        branch_from(snapshot, replace(BASELINE, end=date(2026, 12, 20)))
    assert codes(raised) == ["other_past"]


def test_a_snapshot_of_the_last_week_is_a_run_that_is_over():
    through = IkdModel(BASELINE, seed=2, scale=200)
    through.run()
    branched = branch_from(through.snapshot(), BASELINE)
    assert_same_run(branched, through)
    assert not branched.running
    branched.run()
    with pytest.raises(BadInput) as raised:
        branched.step()
    assert codes(raised) == ["run_is_over"]


def test_a_run_that_is_over_goes_on_under_a_scenario_that_ends_later():
    short = IkdModel(replace(BASELINE, end=sunday_of(LAST_WEEK_OF_2026)), seed=2, scale=200)
    short.run()
    branched = branch_from(short.snapshot(), BASELINE)
    through = IkdModel(BASELINE, seed=2, scale=200)
    for model in (branched, through):
        model.run()
    assert_same_run(branched, through)


def test_a_snapshot_before_the_first_week_is_the_start_itself(tmp_path):
    IkdModel(BASELINE, seed=2, scale=200).snapshot().save(tmp_path / "start.npz")
    branched = branch_from(load_snapshot(tmp_path / "start.npz"), COMBINED)
    through = IkdModel(COMBINED, seed=2, scale=200)
    for model in (branched, through):
        model.run()
    assert_same_run(branched, through)


@pytest.mark.parametrize("week", [1, LAST_WEEK_OF_2026])
def test_a_branch_branches_again(week):
    through = IkdModel(COMBINED, seed=2, scale=200)
    once = branch_from(run_to(IkdModel(BASELINE, seed=2, scale=200), week).snapshot(), BASELINE)
    twice = branch_from(run_to(once, LAST_WEEK_OF_2026).snapshot(), COMBINED)
    for model in (twice, through):
        model.run()
    assert_same_run(twice, through)
