"""Sampling goes on where it was stopped, with the same draws."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from ikdsim.calibration import sample as module
from ikdsim.calibration.ensemble import problem_of
from ikdsim.calibration.posterior import posterior_of
from ikdsim.calibration.sample import sample


def points_in(folder, calibration):
    return posterior_of(problem_of(calibration, "demand"), calibration, folder).points


@pytest.mark.slow
def test_what_was_stopped_goes_on_with_the_same_draws(calibration, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "STEPS_A_PART", 5)
    folders = tmp_path / "whole", tmp_path / "stopped"
    for folder in folders:
        folder.mkdir()

    def stop(done, total):
        if done == 5:
            raise KeyboardInterrupt

    heard = []
    with ThreadPoolExecutor(1) as executor:
        sample(calibration, folders[0], executor, lambda done, total: heard.append((done, total)))
        with pytest.raises(KeyboardInterrupt):
            sample(calibration, folders[1], executor, stop)
        sample(calibration, folders[1], executor)
    assert heard[-1] == (12, 12)
    whole, stopped = (points_in(folder, calibration) for folder in folders)
    assert whole.shape[:3] == (4, 10, 2)
    assert np.array_equal(whole, stopped)
