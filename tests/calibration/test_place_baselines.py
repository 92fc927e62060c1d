"""Declared baselines for a place, from the others."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.calibration.numbers import calibration_value
from ikdsim.calibration.place_baselines import (
    BASELINES,
    DESK,
    binomial_by_distance,
    kind_rates,
    kind_rates_of_recorded,
    leave_one_out,
    loglinear_by_recorded,
    overall_rate,
)
from ikdsim.calibration.scores import score, spreads
from ikdsim.region.load import load_region
from ikdsim.region.places import URBAN

PLACES = load_region("babelan").places
OTHERS, LAST = PLACES[:-1], PLACES[-1]
FEW = np.array([0.2, 0.5])


def expected(prediction):
    return float(np.exp(prediction.log_means.mean()) - 0.5)


def of(column, places):
    return np.array([getattr(place, column) for place in places], dtype=float)


def test_the_rate_of_all_others():
    rate = of("activated", OTHERS).sum() / of("residents", OTHERS).sum()
    assert expected(overall_rate(OTHERS, LAST, FEW)) == pytest.approx(10_500 * rate)


def test_the_rate_of_its_kind():
    rural = [place for place in OTHERS if place.kind != URBAN]
    activated = of("activated", rural).sum()
    by_residents, by_recorded = kind_rates(OTHERS, LAST, FEW), kind_rates_of_recorded(OTHERS, LAST, FEW)
    assert expected(by_residents) == pytest.approx(10_500 * activated / of("residents", rural).sum())
    assert expected(by_recorded) == pytest.approx(7_350 * activated / of("recorded", rural).sum())


def test_the_binomial_line_finds_the_logits_that_made_the_counts():
    def true_rate(place):
        return 1 / (1 + np.exp(-(-3.0 + 0.8 * (place.kind == URBAN) - 0.2 * place.km[DESK])))

    many = [replace(place, residents=10**7, activated=round(10**7 * true_rate(place))) for place in PLACES]
    forecasts = leave_one_out(many, binomial_by_distance, FEW)
    assert [one.expected for one in forecasts] == pytest.approx([one.count.observed for one in forecasts], rel=1e-4)


def test_the_log_linear_baseline_is_a_normal_vector_seen_in_part():
    """The same by the joint distribution of all logarithms, instead of by the coefficients."""
    spread = 0.4
    noise = calibration_value("table_spread") ** 2 + spread**2
    unsure = [calibration_value(f"loglinear_{name}_unsure") for name in ("rate", "urban", "recorded")]
    urban = [place.kind == URBAN for place in PLACES]
    known = np.column_stack([np.ones(9), urban, np.log(of("recorded", PLACES))])
    mean = known @ [calibration_value("loglinear_rate"), 0.0, 1.0]
    joint = known @ np.diag(np.square(unsure)) @ known.T
    seen = joint[:-1, :-1] + np.diag(noise + 1 / (of("activated", OTHERS) + 0.5))
    logs = np.log(of("activated", OTHERS) + 0.5)
    asked = mean[-1] + joint[-1, :-1] @ np.linalg.solve(seen, logs - mean[:-1])
    variance = joint[-1, -1] - joint[-1, :-1] @ np.linalg.solve(seen, joint[:-1, -1])
    found = loglinear_by_recorded(OTHERS, LAST, np.array([spread]))
    assert found.log_means[0] == pytest.approx(asked)
    assert found.log_sds[0] == pytest.approx(np.sqrt(variance + noise + np.exp(-asked)))


@pytest.mark.parametrize("name", BASELINES)
def test_a_place_is_foretold_without_its_own_count(name):
    changed = [*OTHERS, replace(LAST, activated=7_000)]
    first, second = (leave_one_out(places, BASELINES[name], FEW)[-1] for places in (PLACES, changed))
    assert first.expected == second.expected
    assert second.log_density < first.log_density


@pytest.mark.parametrize(
    ("name", "rmse", "log_error"),
    [("overall rate", 3.22, 1.03), ("urban and rural rates", 1.45, 0.54), ("binomial: urban + distance", 1.44, 0.43)],
)
def test_scores_of_table_1(name, rmse, log_error):
    found = score(leave_one_out(PLACES, BASELINES[name], spreads()))
    assert (round(found.rmse, 2), round(found.log_error, 2)) == (rmse, log_error)


def test_without_a_spread_of_places_the_log_score_is_absurd():
    alone = score(leave_one_out(PLACES, overall_rate, np.zeros(1)))
    assert alone.log_score < -500 < -20 < score(leave_one_out(PLACES, overall_rate, spreads())).log_score
