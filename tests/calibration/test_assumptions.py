"""What a calibration takes for granted has an origin like every number."""

import pytest

from ikdsim.calibration.assumptions import assumption


def test_counts_err_by_a_tenth():
    assert assumption("count_error") == 0.10


def test_nothing_unknown_is_taken_for_granted():
    with pytest.raises(KeyError):
        assumption("count_errors")
