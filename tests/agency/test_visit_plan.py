"""The plan of visits: fractions carry over, places take turns."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.agency.visit_plan import places_in_turn, visits_in_week
from tests.factories import COAST, TOWN, two_places

rates = st.floats(0.0, 20.0)
BOTH = ("Town", "Coast")


def visits(per_week: float, weeks: int) -> list[int]:
    return [number for week in range(weeks) for number in visits_in_week(per_week, week)]


def test_three_visits_in_ten_weeks_are_spread_out():
    assert [len(visits_in_week(0.3, week)) for week in range(10)] == [0, 0, 0, 1, 0, 0, 1, 0, 0, 1]


@given(per_week=rates, weeks=st.integers(1, 300))
def test_no_visit_is_lost_and_none_made_twice(per_week, weeks):
    made = visits(per_week, weeks)
    assert made == list(range(len(made)))
    assert abs(len(made) - per_week * weeks) < 1.0 + 1e-6


@pytest.mark.parametrize(("per_week", "weeks", "made"), [(0.3, 10, 3), (0.29, 100, 29), (0.57, 100, 57)])
def test_no_visit_is_lost_to_rounding(per_week, weeks, made):
    assert len(visits(per_week, weeks)) == made  # 0.29 x 100 falls short of 29 on a computer


@given(per_week=rates, weeks=st.integers(1, 300))
def test_the_places_take_turns(per_week, weeks):
    region = two_places()
    turns = Counter(place for week in range(weeks) for place in places_in_turn(per_week, week, BOTH, region))
    assert turns[TOWN] - turns[COAST] in (0, 1)
    assert turns.total() == math.floor(per_week * weeks + 1e-9)


def test_only_the_listed_places_are_visited_in_their_order():
    region = two_places()
    assert places_in_turn(3.0, 0, ("Coast", "Town"), region) == [COAST, TOWN, COAST]
    assert places_in_turn(2.0, 5, ("Coast",), region) == [COAST, COAST]
