"""Numbers of the comparison, with their origin."""

import pytest

from ikdsim.calibration.numbers import calibration_numbers, calibration_value


def test_every_number_has_its_origin():
    assert all(number.source and number.meaning for number in calibration_numbers().values())


def test_a_number_is_found_by_its_name():
    assert calibration_value("table_spread") == 0.10
    with pytest.raises(KeyError):
        calibration_value("tabel_spread")
