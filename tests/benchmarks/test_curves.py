"""When do two curves agree?"""

import pytest

from benchmarks.curves import CHECKED_WEEKS, checked_points, deviation

REFERENCE = [[100.0, 40.0], [110.0, 44.0], [90.0, 36.0]]


def test_the_points_are_totals_over_time_and_the_places_at_the_end():
    curve = [[week, 2 * week] for week in range(1, 105)]
    assert checked_points(curve) == [*(3.0 * week for week in CHECKED_WEEKS), 104.0, 208.0]


def test_a_curve_like_the_mean_does_not_deviate():
    assert deviation([[100.0, 40.0]], REFERENCE) == 0.0


def test_the_point_that_lies_farthest_off_counts_in_standard_errors():
    assert deviation([[110.0, 40.0]] * 3, REFERENCE) == pytest.approx(10 / (10 * (2 / 3) ** 0.5))
    assert deviation([[110.0, 80.0]] * 3, REFERENCE) == pytest.approx(40 / (4 * (2 / 3) ** 0.5))


def test_points_that_never_vary_are_held_to_one_resident():
    assert deviation([[3.0]], [[1.0], [1.0]]) == pytest.approx(2 / 1.5**0.5)
