"""Calibrations in tests: all possible numbers are free, without trying what each of them moves."""

import pytest

from ikdsim.calibration import ensemble
from ikdsim.calibration.plan import load_calibration
from ikdsim.calibration.priors import possible_numbers
from tests.calibration.factories import calibration_file


@pytest.fixture
def calibration(tmp_path, monkeypatch):
    monkeypatch.setattr(ensemble, "bearing_numbers", lambda twin: possible_numbers(twin.setup.region))
    return load_calibration(calibration_file(tmp_path))
