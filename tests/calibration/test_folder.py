"""The folder of a calibration holds draws, tables and pictures, and belongs to one calibration."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from ikdsim.calibration.folder import moved_most, open_folder, store_posterior
from ikdsim.errors import BadInput
from tests.calibration.factories import made_posterior


def test_everything_is_there(tmp_path):
    posterior = made_posterior(walkers=2, steps=50)
    store_posterior(posterior, np.ones((2, 9)), tmp_path, "en")
    names = {path.name for path in (tmp_path / "supply").iterdir()}
    assert names == {
        *("draws.parquet", "posterior.nc", "summary.csv", "places.csv"),
        *("trace.png", "prior-posterior.png", "counts.png"),
    }
    assert len(pd.read_parquet(tmp_path / "supply" / "draws.parquet")) == 400


def test_the_number_that_moved_most_comes_first():
    posterior = made_posterior(walkers=2, steps=50)
    points = posterior.points.copy()
    points[..., 4] = 2.0 + 0.1 * points[..., 4]
    assert moved_most(replace(posterior, points=points), 3)[0] == posterior.problem.names[4]


def test_a_folder_of_another_calibration_is_refused(calibration, tmp_path):
    folder = tmp_path / "results"
    open_folder(folder, calibration, {})
    open_folder(folder, calibration, {})
    other = replace(calibration, table=replace(calibration.table, seed=2))
    with pytest.raises(BadInput) as refused:
        open_folder(folder, other, {})
    assert [fault.code for fault in refused.value.faults] == ["result.folder_of_another"]
