import numpy as np
import pytest

from ikdsim.experiment.run_summary import RunSummary, read_summary, write_summary


@pytest.fixture
def summary():
    return RunSummary(
        activated=np.arange(6.0).reshape(3, 2),
        barriers=np.ones((2, 10)),
        cost=1.5e9,
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
    assert found.cost == 1.5e9
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
