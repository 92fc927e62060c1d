import numpy as np
import pytest

from ikdsim.experiment.run_summary import (
    RunSummary,
    cost_of,
    read_summary,
    summarise,
    write_summary,
    years_of,
)
from ikdsim.result.simulate import run
from tests.experiment.factories import make_scenario


@pytest.fixture
def summary():
    return RunSummary(
        activated=np.arange(6, dtype=np.float32).reshape(3, 2),
        barriers=np.ones((2, 10), np.float32),
        groups=np.ones((2, 20, 4), np.float32),
        minutes=np.ones((8, 2, 2)),
        cost_items=np.array(["campaign", "ikd_team"]),
        cost=np.array([[1.5e9, 0.0], [2.0, 3.0]]),
        taken=np.array([12.0, 30.0]),
        beside_cost=np.array([1.0, 2.0, 3.0]),
        expected=np.array([[1.0, 5.0], [2.0, 6.0]]),
    )


def test_what_is_written_is_read_again(summary, tmp_path):
    path = tmp_path / "runs" / "baseline-1.npz"
    write_summary(summary, path)
    found = read_summary(path)
    assert (found.activated == summary.activated).all()
    assert (found.barriers == summary.barriers).all()
    assert found.cost_items.tolist() == ["campaign", "ikd_team"]
    assert (found.cost == summary.cost).all()
    assert (found.groups == summary.groups).all()
    assert (found.minutes == summary.minutes).all()
    assert found.taken.tolist() == [12.0, 30.0]
    assert (found.beside_cost == summary.beside_cost).all()
    assert (found.expected == summary.expected).all()


def test_only_the_finished_file_is_left(summary, tmp_path):
    write_summary(summary, tmp_path / "baseline-1.npz")
    assert [path.name for path in tmp_path.iterdir()] == ["baseline-1.npz"]


def test_a_run_that_is_not_there_is_to_be_done(tmp_path):
    assert read_summary(tmp_path / "baseline-1.npz") is None


@pytest.mark.parametrize("kept", [0, 10, 200])
def test_so_is_one_whose_file_is_broken(summary, tmp_path, kept):
    path = tmp_path / "baseline-1.npz"
    write_summary(summary, path)
    path.write_bytes(path.read_bytes()[:kept])
    assert read_summary(path) is None


def test_whatever_byte_is_damaged_the_run_is_read_whole_or_done_again(summary, tmp_path):
    path = tmp_path / "baseline-1.npz"
    write_summary(summary, path)
    whole = path.read_bytes()
    again = 0
    for at in range(0, len(whole), 5):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        found = read_summary(path)
        again += found is None
        assert found is None or (found.activated == summary.activated).all()
    assert again > len(whole) // 20


@pytest.fixture(scope="module")
def result():
    return run(make_scenario("campaign", posts=20), scale=200)


def test_a_run_is_kept_in_small(result):
    kept = summarise(result, np.zeros((0, 0)))
    assert np.allclose(kept.activated.sum(axis=1), result.activated)
    assert kept.groups.shape == (9, 20, 4)
    assert sum(np.asarray(value).nbytes for value in vars(kept).values()) < 20_000


def test_what_it_cost_is_kept_by_item_and_year(result):
    kept = summarise(result, np.zeros((0, 0)))
    of_campaign = kept.cost[kept.cost_items.tolist().index("campaign")]
    assert kept.cost.sum() == pytest.approx(result.total_cost)
    assert of_campaign.tolist() == pytest.approx(
        [result.costs["campaign"][:52].sum(), result.costs["campaign"][52:].sum()]
    )


def test_time_given_and_used_is_kept_over_the_run_and_its_last_year(result):
    kept = summarise(result, np.zeros((0, 0)))
    assert np.allclose(kept.minutes[:, 0, 0], result.minutes_given.sum(axis=0))
    assert np.allclose(kept.minutes[:, 1, 1], result.minutes_used[-52:].sum(axis=0))


def test_a_week_belongs_to_the_year_of_its_monday():
    assert list(years_of(1, 52)) == [2023]
    assert list(years_of(52, 53)) == [2023, 2024]


def test_what_a_run_did_not_pay_for_cost_nothing(summary):
    assert cost_of(summary, ["a", "campaign", "ikd_team"]).tolist() == [[0.0, 0.0], [1.5e9, 0.0], [2.0, 3.0]]
