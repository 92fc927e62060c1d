"""One scenario under every combination of values."""

import pytest

from ikdsim import BadInput, run, sweep
from ikdsim.experiment import expected, runs
from ikdsim.experiment.gather import RunsFailed
from ikdsim.experiment.sweep import changed
from tests.experiment.factories import make_scenario

CAMPAIGN = make_scenario("campaign", posts=20)
OVER = {"decision.weekly": [0.03, 0.07], "campaign.extra_posts_per_week": [5.0, 40.0]}


@pytest.fixture(scope="module")
def swept():
    return sweep(CAMPAIGN, OVER, seeds=range(1, 3), scale=200)


def test_there_is_a_row_for_every_run(swept):
    assert list(swept.columns) == [*OVER, "seed", "activated", "cost_rupiah"]
    found = list(swept[[*OVER, "seed"]].itertuples(index=False, name=None))
    assert found == [(weekly, posts, seed) for weekly in (0.03, 0.07) for posts in (5.0, 40.0) for seed in (1, 2)]


def test_a_row_says_what_the_run_alone_says(swept):
    scenario = changed(CAMPAIGN, {"decision.weekly": 0.07, "campaign.extra_posts_per_week": 5.0})
    assert scenario.policies[0].extra_posts_per_week == 5.0
    alone = run(scenario, seed=2, scale=200)
    row = swept.iloc[5]
    assert (row["activated"], row["cost_rupiah"]) == (alone.activated[-1], pytest.approx(alone.total_cost))


def test_a_number_of_the_region_can_be_swept():
    found = sweep(CAMPAIGN, {"kecamatan_desk.officers": [1, 5]}, scale=200)
    assert found["activated"].nunique() == 2


def test_runs_that_are_kept_are_not_repeated(tmp_path, monkeypatch, swept):
    first = sweep(CAMPAIGN, OVER, seeds=[1], scale=200, folder=tmp_path)
    monkeypatch.setattr(runs, "run_to_end", None)
    assert sweep(CAMPAIGN, OVER, seeds=[1], scale=200, folder=tmp_path).equals(first)
    assert first["activated"].tolist() == swept[swept["seed"] == 1]["activated"].tolist()


def test_a_sweep_asks_for_nothing_that_it_does_not_tell(monkeypatch):
    monkeypatch.setattr(expected, "Twin", None)
    assert len(sweep(CAMPAIGN, {"decision.weekly": [0.07]}, scale=200)) == 1


def test_all_keys_and_values_that_cannot_be_are_told_at_once():
    with pytest.raises(BadInput) as refused:
        sweep(CAMPAIGN, {"decision.wekly": [1], "campaign.answers": [0.5, 7], "village_visits": ["many"]})
    faults = [(fault.code, fault.facts["key"]) for fault in refused.value.faults]
    assert faults == [
        ("sweep.unknown_key", "decision.wekly"),
        ("out_of_range", "campaign.answers"),
        ("not_a_number", "village_visits"),
    ]
    assert refused.value.faults[0].facts["nearest"] == "decision.weekly"


def test_a_run_that_fails_is_told_by_its_cause(monkeypatch):
    def failing(model):
        raise ZeroDivisionError("no officers at all")

    monkeypatch.setattr(runs, "run_to_end", failing)
    with pytest.raises(RunsFailed, match="no officers at all"):
        sweep(CAMPAIGN, {"decision.weekly": [0.03]}, scale=400)
