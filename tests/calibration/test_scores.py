"""Scores of forecasts."""

import numpy as np
import pytest
from scipy.stats import norm

from ikdsim.calibration.scores import LeftOut, Prediction, around, better_by, judge, score, spreads


def said(observed, expected, own_spread=0.1, others=(0.5,)):
    return judge(LeftOut("Desa A", 10_000, observed), around(expected, own_spread, np.array(others)))


def test_the_density_is_that_of_the_logarithm_about_the_expected_count():
    spread = np.sqrt(1 / 100 + 0.1**2 + 0.5**2)
    assert said(150, 100).log_density == pytest.approx(norm.logpdf(np.log(150.5), np.log(100.5), spread))
    assert said(150, 100).expected == pytest.approx(100)


def test_a_mixture_is_the_mean_of_its_densities():
    both, one, other = (np.exp(said(150, 100, others=of).log_density) for of in ((0.2, 1.0), (0.2,), (1.0,)))
    assert both == pytest.approx((one + other) / 2)


def test_a_count_is_inside_the_middle_nine_tenths():
    prediction = Prediction(np.array([np.log(100.5)]), np.array([0.5]))
    edge = 100.5 * np.exp(0.5 * norm.ppf(0.95)) - 0.5
    assert judge(LeftOut("Desa A", 1000, edge - 1), prediction).inside
    assert not judge(LeftOut("Desa A", 1000, edge + 1), prediction).inside


def test_errors_are_of_rates_and_of_logarithms():
    found = score([said(300, 100), said(100, 100)])
    assert found.rmse == pytest.approx(100 * np.sqrt(((200 / 10_000) ** 2) / 2))
    assert found.log_error == pytest.approx(np.log(300.5 / 100.5) / 2)
    assert found.coverage == pytest.approx(0.5)


def test_the_log_score_is_a_sum_and_its_error_comes_from_the_summands():
    forecasts = [said(300, 100), said(100, 100), said(120, 100)]
    parts = np.array([one.log_density for one in forecasts])
    found = score(forecasts)
    assert found.log_score == pytest.approx(parts.sum())
    assert found.log_score_error == pytest.approx(np.sqrt(3) * np.std(parts, ddof=1))


def test_two_forecasts_of_the_same_counts_are_compared_in_pairs():
    good, bad = [said(100, 100), said(100, 110)], [said(100, 200), said(100, 210)]
    difference, error = better_by(good, bad)
    assert difference == pytest.approx(score(good).log_score - score(bad).log_score)
    assert difference > 0
    assert error < score(bad).log_score_error + score(good).log_score_error


def test_spreads_are_the_quantiles_of_their_prior():
    found = spreads()
    assert np.median(found) == pytest.approx(0.5, rel=0.01)
    assert np.std(np.log(found)) == pytest.approx(0.5, rel=0.02)
