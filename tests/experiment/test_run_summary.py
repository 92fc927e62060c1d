from dataclasses import asdict

import numpy as np
import pytest

from ikdsim.experiment.run_summary import RunSummary, is_whole, packed, unpacked


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


def test_what_is_packed_is_unpacked_again(summary):
    found = unpacked(packed(summary))
    for name, value in asdict(summary).items():
        assert np.array_equal(getattr(found, name), value)
    assert isinstance(found.cost, float)


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
    assert len(read) <= 2
    assert all(packed(unpacked(found)) == entry for found in read)
