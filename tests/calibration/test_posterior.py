"""A posterior says whether it may be used, and what the counts added."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.calibration.posterior import DRAWS
from tests.calibration.factories import made_posterior


def test_draws_at_random_have_converged():
    posterior = made_posterior()
    assert posterior.converged
    assert posterior.ess.min() > 1500


def test_ensembles_that_do_not_agree_have_not():
    posterior = made_posterior()
    apart = posterior.points.copy()
    apart[0, ..., 3] += 0.8
    assert not replace(posterior, points=apart).converged
    assert int(np.argmax(replace(posterior, points=apart).r_hat)) == 3


def test_walkers_that_hardly_move_have_too_few_draws():
    posterior = made_posterior()
    slow = np.cumsum(posterior.points, axis=1) / 14.0
    assert replace(posterior, points=slow).ess.min() < 400


def test_where_nothing_was_learnt_nothing_is_lost():
    summary = made_posterior().summary
    assert summary["contraction"].abs().max() < 0.15
    assert summary["shift"].abs().max() < 0.15


def test_published_counts_lie_inside_where_they_are_expected():
    predicted = made_posterior().predicted
    assert predicted["inside"].all()
    assert (predicted["low"] < predicted["published"]).all()


def test_draws_that_are_handed_on_carry_values_by_name():
    frame = made_posterior().frame
    assert len(frame) == DRAWS
    assert frame["structure.desk_share"].between(0.0, 1.0).all()
    assert {"spread", "intensity.Desa Teluk Mati", "recorded.Desa Teluk Mati", "expected.Desa Teluk Mati"} <= set(frame)


def test_arviz_gets_all_draws():
    data = made_posterior(walkers=2, steps=20).inference_data()
    assert data.posterior["values"].shape[:2] == (4, 40)
    assert data.observed_data["activated"].values[6] == pytest.approx(42)
