import numpy as np

from ikdsim.experiment.interval import band, interval


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
