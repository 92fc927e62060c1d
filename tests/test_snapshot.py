"""A snapshot is pure data, kept in a file whole or not at all."""

import json

import numpy as np
import pytest

from ikdsim.errors import BadInput
from ikdsim.snapshot import Snapshot, load_snapshot, owned


@pytest.fixture
def snapshot():
    """What two owners keep of a week."""
    standing = np.array([(3, 200), (5, 10)], [("stage", np.uint8), ("trust", np.uint8)])
    arrays = owned("engine", {"standing": standing, "contacts": np.arange(400)})
    return Snapshot(7, seed=2, scale=50.0, past_hash="abc", arrays=arrays | owned("carryover", {"ms": np.arange(3)}))


def refusal(path):
    """The sentence by which a file is refused."""
    with pytest.raises(BadInput) as raised:
        load_snapshot(path)
    assert [fault.code for fault in raised.value.faults] == ["not_a_snapshot"]
    return str(raised.value)


def test_every_owner_finds_its_own_arrays(snapshot):
    assert set(snapshot.of("engine")) == {"standing", "contacts"}
    assert snapshot.of("carryover")["ms"].tolist() == [0, 1, 2]
    assert snapshot.of("eng") == {}


def test_it_comes_back_from_its_file_as_it_was(snapshot, tmp_path):
    snapshot.save(tmp_path / "past.npz")
    again = load_snapshot(tmp_path / "past.npz")
    assert (again.week, again.seed, again.scale, again.past_hash) == (7, 2, 50.0, "abc")
    assert again.arrays.keys() == snapshot.arrays.keys()
    for name, array in snapshot.arrays.items():
        assert np.array_equal(again.arrays[name], array), name
        assert again.arrays[name].dtype == array.dtype, name
    assert [path.name for path in tmp_path.iterdir()] == ["past.npz"]


def test_a_folder_that_is_not_there_is_refused(snapshot, tmp_path):
    with pytest.raises(BadInput, match="cannot be written"):
        snapshot.save(tmp_path / "nowhere" / "past.npz")


@pytest.mark.parametrize("cut", [0, 10, 1000])
def test_a_damaged_file_is_refused_in_one_sentence(snapshot, tmp_path, cut):
    path = tmp_path / "past.npz"
    snapshot.save(path)
    path.write_bytes(path.read_bytes()[:cut])
    assert "\n" not in refusal(path)


def test_a_flipped_bit_is_noticed(snapshot, tmp_path):
    path = tmp_path / "past.npz"
    snapshot.save(path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    refusal(path)


def test_a_damaged_head_of_an_array_is_noticed(snapshot, tmp_path):
    path = tmp_path / "past.npz"
    snapshot.save(path)
    content = bytearray(path.read_bytes())
    for start in [at for at in range(len(content)) if content[at : at + 6] == b"\x93NUMPY"]:
        damaged = content.copy()
        damaged[start + 8] ^= 32
        path.write_bytes(damaged)
        refusal(path)


def test_an_array_that_the_directory_of_the_file_has_lost_is_missed(snapshot, tmp_path):
    path = tmp_path / "past.npz"
    snapshot.save(path)
    content = path.read_bytes()
    lost = content.rindex(b"carryover.ms.npy")
    path.write_bytes(content[:lost] + b"x" + content[lost + 1 :])
    refusal(path)


@pytest.mark.parametrize("about", [{}, {"week": 3}, []])
def test_arrays_of_somebody_else_are_refused(about, tmp_path):
    np.savez(tmp_path / "other.npz", about=np.array(json.dumps(about)), measured=np.arange(3))
    refusal(tmp_path / "other.npz")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(BadInput, match=r"none\.npz"):
        load_snapshot(tmp_path / "none.npz")


def test_it_says_what_it_is_in_a_line(snapshot):
    assert repr(snapshot) == "Snapshot(week 7, seed=2, scale=50: 0.0 MB)"
