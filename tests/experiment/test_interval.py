import numpy as np
import pytest

from ikdsim.experiment.interval import UNKNOWN, band, band_of_known, interval


def test_nine_runs_in_ten_lie_between_low_and_high():
    values = np.arange(101.0)
    assert interval(values) == (50, 5, 95)


def test_an_interval_is_nothing_only_if_all_of_it_is_nothing():
    assert interval(np.zeros(10)).is_nothing
    assert not interval(np.array([-2.0, 0.0, 0.0, 3.0])).is_nothing
    assert not interval(np.full(10, 1.0)).is_nothing


def test_a_band_runs_over_the_first_axis():
    values = np.arange(101.0)[:, None] * np.array([1.0, 10.0])
    median, low, high = band(values)
    assert [*median, *low, *high] == [50, 500, 5, 50, 95, 950]


def test_runs_without_a_number_are_left_out():
    values = np.array([[1.0, np.nan], [3.0, np.nan], [np.nan, np.nan]])
    median, low, high = band_of_known(values)
    assert (median[0], low[0], high[0]) == pytest.approx((2.0, 1.1, 2.9))
    assert np.isnan(median[1])


def test_what_is_not_known_is_null_in_a_document():
    assert UNKNOWN.document() == {"median": None, "low": None, "high": None}
