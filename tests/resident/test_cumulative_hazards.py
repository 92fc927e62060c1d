"""Cumulative hazards only grow, add up exactly, and belong to a nation, a place, an occupation or a neighbourhood."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.resident import causes as c
from ikdsim.resident.cumulative_hazards import advance, has_passed, new_cumulative_hazards, position, share_of_week

PLACES, OCCUPATIONS, NEIGHBOURHOODS = 2, 6, 5


@pytest.fixture
def cumulative():
    return new_cumulative_hazards(PLACES, OCCUPATIONS, NEIGHBOURHOODS)


def read(cumulative, cause, place=0, occupation=0, neighbourhood=0):
    return cumulative.value[position(cumulative, cause, place, occupation, neighbourhood)] / ONE


def test_a_week_adds_its_hazard_to_the_cumulative_hazard_of_its_group_alone(cumulative):
    advance(cumulative, {c.MEDIA: 0.25, c.WALK_IN: np.array([0.5, 0.125])})
    assert read(cumulative, c.MEDIA) == 0.25
    assert [read(cumulative, c.WALK_IN, place=place) for place in (0, 1)] == [0.5, 0.125]
    assert cumulative.value.sum() == 0.875 * ONE


@given(hazards=st.lists(st.floats(0.0, 5.0), min_size=1, max_size=30))
def test_cumulative_hazards_only_grow_and_add_up_in_any_order(hazards):
    forwards, backwards = new_cumulative_hazards(1, 1, 1), new_cumulative_hazards(1, 1, 1)
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
    assert cumulative.increment[position(cumulative, c.MEDIA, 0, 0, 0)] == 0.125 * ONE
    assert read(cumulative, c.MEDIA) == 0.625


SHARED = {c.NATION: 1, c.PLACE: PLACES, c.OCCUPATION: OCCUPATIONS, c.NEIGHBOURHOOD: NEIGHBOURHOODS}


@pytest.mark.parametrize("cause", range(len(c.CAUSES)))
def test_only_members_of_the_group_share_a_cumulative_hazard(cause, cumulative):
    groups = [(p, o, n) for p in range(PLACES) for o in range(OCCUPATIONS) for n in range(NEIGHBOURHOODS)]
    of_group = {}
    for place, occupation, neighbourhood in groups:
        member = {c.NATION: 0, c.PLACE: place, c.OCCUPATION: occupation, c.NEIGHBOURHOOD: neighbourhood}
        at = position(cumulative, cause, place, occupation, neighbourhood)
        assert of_group.setdefault(member[c.CAUSES[cause].group], at) == at
    assert len(set(of_group.values())) == SHARED[c.CAUSES[cause].group]


def test_no_two_causes_share_a_cumulative_hazard(cumulative):
    last = (PLACES - 1, OCCUPATIONS - 1, NEIGHBOURHOODS - 1)
    ends = [(position(cumulative, k, 0, 0, 0), position(cumulative, k, *last)) for k in range(len(c.CAUSES))]
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
