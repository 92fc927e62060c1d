from datetime import date

import pytest

from tests.plot.factories import make_backdrop, make_curve


@pytest.mark.parametrize(
    ("last", "count"), [(date(2025, 1, 12), 0), (date(2025, 1, 19), 11_354)], ids=["a week too early", "in time"]
)
def test_a_published_count_is_in_sight_once_the_weeks_reach_its_day(last, count):
    assert make_backdrop(last).count_in_sight == count


def test_a_band_reaches_higher_than_its_curve():
    backdrop = make_backdrop()
    assert make_curve("As today", backdrop, 1_000).highest == 1_000
    assert make_curve("As today", backdrop, 1_000, width=100).highest == 1_050
