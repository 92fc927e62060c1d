"""Cumulative hazards only grow, add up exactly, and belong to a nation, place, occupation, neighbourhood or ward."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.resident import causes as c
from ikdsim.resident.cumulative_hazards import (
    Groups,
    advance,
    has_passed,
    new_cumulative_hazards,
    position,
    share_of_week,
)

SIZES = 2, 6, 5, 4
"""Places, occupations, neighbourhoods and wards."""
FIRST = Groups(0, 0, 0, 0)


@pytest.fixture
def cumulative():
    return new_cumulative_hazards(*SIZES)


def read(cumulative, cause, place=0):
    return cumulative.value[position(cumulative, cause, FIRST._replace(place=place))] / ONE


def test_a_week_adds_its_hazard_to_the_cumulative_hazard_of_its_group_alone(cumulative):
    advance(cumulative, {c.MEDIA: 0.25, c.WALK_IN: np.array([0.5, 0.125])})
    assert read(cumulative, c.MEDIA) == 0.25
    assert [read(cumulative, c.WALK_IN, place=place) for place in (0, 1)] == [0.5, 0.125]
    assert cumulative.value.sum() == 0.875 * ONE


@given(hazards=st.lists(st.floats(0.0, 5.0), min_size=1, max_size=30))
def test_cumulative_hazards_only_grow_and_add_up_in_any_order(hazards):
    forwards, backwards = (new_cumulative_hazards(1, 1, 1, 1) for _ in range(2))
    last = 0.0
    for hazard in hazards:
        advance(forwards, {c.MEDIA: hazard})
        assert read(forwards, c.MEDIA) >= last
        last = read(forwards, c.MEDIA)
    for hazard in reversed(hazards):
        advance(backwards, {c.MEDIA: hazard})
    assert np.array_equal(forwards.value, backwards.value)
    assert last == pytest.approx(sum(hazards), abs=1e-7)


def test_the_step_is_what_this_week_added(cumulative):
    advance(cumulative, {c.MEDIA: 0.5})
    advance(cumulative, {c.MEDIA: 0.125})
    assert cumulative.increment[position(cumulative, c.MEDIA, FIRST)] == 0.125 * ONE
    assert read(cumulative, c.MEDIA) == 0.625


GROUP = {c.PLACE: 0, c.OCCUPATION: 1, c.NEIGHBOURHOOD: 2, c.WARD: 3}
"""Position of the number of each group but the nation."""


@pytest.mark.parametrize("cause", range(len(c.CAUSES)))
def test_only_members_of_the_group_share_a_cumulative_hazard(cause, cumulative):
    group, of_group = c.CAUSES[cause].group, {}
    for numbers in product(*map(range, SIZES)):
        number = 0 if group == c.NATION else numbers[GROUP[group]]
        at = position(cumulative, cause, Groups(*numbers))
        assert of_group.setdefault(number, at) == at
    assert len(set(of_group.values())) == (1 if group == c.NATION else SIZES[GROUP[group]])


def test_no_two_causes_share_a_cumulative_hazard(cumulative):
    last = Groups(*(size - 1 for size in SIZES))
    ends = [(position(cumulative, k, FIRST), position(cumulative, k, last)) for k in range(len(c.CAUSES))]
    assert all(end < begin for (_, end), (begin, _) in pairwise(ends))
    assert ends[-1][1] == len(cumulative.value) - 1


def test_the_cumulative_hazard_passes_thresholds_in_order_within_the_week():
    assert share_of_week(100, 200 * GRAIN, 100 * GRAIN) == 0.0
    assert share_of_week(125, 200 * GRAIN, 100 * GRAIN) == 0.25
    assert share_of_week(200, 200 * GRAIN, 100 * GRAIN) == 1.0


def test_a_cumulative_hazard_has_passed_a_threshold_once_it_stands_at_it():
    assert [has_passed(value, 3) for value in (3 * GRAIN - 1, 3 * GRAIN, 3 * GRAIN + 1)] == [False, True, True]


def test_never_is_passed_by_no_cumulative_hazard_however_far_it_has_come():
    assert has_passed((NEVER - 1) * GRAIN, NEVER - 1)
    assert not has_passed((NEVER + 1) * GRAIN, NEVER)
