from dataclasses import asdict

import numpy as np
import pytest

from ikdsim.experiment.run_summary import RunSummary, is_whole, packed, summarise, unpacked, years_of
from ikdsim.result.simulate import run
from tests.experiment.factories import make_scenario


@pytest.fixture
def summary():
    return RunSummary(
        activated=np.arange(6.0).reshape(3, 2),
        barriers=np.ones((2, 10)),
        groups=np.ones((2, 20, 4), np.float32),
        minutes=np.ones((8, 2, 2)),
        cost_items=np.array(["campaign", "ikd_team"]),
        cost=np.array([[1.5e9, 0.0], [2.0, 3.0]]),
        taken=np.array([12.0, 30.0]),
        beside_cost=np.array([1.0, 2.0, 3.0]),
        expected=np.array([[1.0, 5.0], [2.0, 6.0]]),
    )


def test_what_is_packed_is_unpacked_again(summary):
    found = unpacked(packed(summary))
    for name, value in asdict(summary).items():
        assert np.array_equal(getattr(found, name), value)


def test_the_same_summary_is_always_the_same_bytes(summary):
    assert packed(summary) == packed(unpacked(packed(summary)))


@pytest.mark.parametrize("entry", [b"", b"nothing of ours", None, "text"])
def test_what_is_no_summary_is_known(entry):
    assert not is_whole(entry)


def test_whatever_byte_is_damaged_or_missing_is_known(summary):
    entry = packed(summary)
    assert is_whole(entry)
    assert not any(is_whole(entry[:kept]) for kept in range(len(entry)))
    damaged = [entry[:at] + bytes([entry[at] ^ 1]) + entry[at + 1 :] for at in range(len(entry))]
    read = [found for found in damaged if is_whole(found)]  # there are bits between blocks that mean nothing
    assert len(read) <= 8
    assert all(packed(unpacked(found)) == entry for found in read)


@pytest.fixture(scope="module")
def result():
    return run(make_scenario("campaign", posts=20), scale=200)


def test_a_run_is_kept_in_small(result):
    kept = summarise(result, np.zeros((0, 0)))
    assert np.allclose(kept.activated.sum(axis=1), result.activated)
    assert kept.groups.shape == (9, 20, 4)
    assert sum(np.asarray(value).nbytes for value in vars(kept).values()) < 30_000


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
