"""A calibration in words, in both languages."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.report.calibration import calibration_text, convergence_text
from tests.calibration.factories import made_posterior


@pytest.mark.parametrize(("lang", "told"), [("en", "Every place has an effect of its own"), ("id", "Setiap tempat")])
def test_counts_and_what_they_added_are_told(lang, told):
    words = calibration_text(made_posterior(), np.full((3, 9), 777.0), lang)
    assert told in words
    assert "777" in words
    assert "Desa Teluk Mati" in words


def test_nothing_learnt_is_said_to_be_assumed():
    posterior = made_posterior(steps=1000)
    free = len(posterior.problem.prior.numbers)
    assert f"0 of {free} free numbers" in calibration_text(posterior, np.zeros((0, 9)), "en")


def test_a_count_that_was_not_used_is_marked():
    posterior = made_posterior(walkers=2, steps=50)
    without = replace(posterior, problem=replace(posterior.problem, left_out=("Desa Buni Bakti",)))
    assert "not used" in calibration_text(without, np.zeros((0, 9)), "en")


def test_what_has_not_converged_must_not_be_used():
    posterior = made_posterior()
    apart = posterior.points.copy()
    apart[0] += 1.0
    assert "do not use" in convergence_text(replace(posterior, points=apart), "en")
    assert convergence_text(posterior, "en").startswith("Converged")
    assert "free numbers lost" not in calibration_text(replace(posterior, points=apart), np.zeros((0, 9)), "en")
