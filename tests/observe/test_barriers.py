"""Barriers: each resident who does not use IKD stands before exactly one, the first."""

import numpy as np
import pytest

from ikdsim.observe.barriers import BARRIERS, count_barriers, first_barrier
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.state import initial_state
from tests.factories import make_model, writable

WEEK, ROW = 107, 0
CHILD = WEEK - 500


@pytest.fixture
def somebody():
    """A grown-up who has heard, is recorded, online and has a phone, and the state that may be changed."""
    residents = writable(make_model().residents)
    residents.birth_week[ROW] = -1_500
    residents.recorded_week[ROW] = residents.supported_week[ROW] = 1
    residents.online[ROW] = 1
    return residents, initial_state(len(residents.place))


def barrier_of(somebody, stage, tries=0):
    residents, state = somebody
    state.stage[ROW], state.tries[ROW] = stage, tries
    number = first_barrier(residents, state, WEEK)[ROW]
    return BARRIERS[number] if number >= 0 else None


@pytest.mark.parametrize(
    ("stage", "barrier"),
    [
        (s.UNAWARE, "not_heard"),
        (s.AWARE, "not_persuaded"),
        (s.FAVOURABLE, "not_persuaded"),
        (s.INTENDING, "no_access_yet"),
        (s.REFUSING, "refusing"),
        (s.LAPSED, "lapsed"),
        (s.ACTIVE, None),
        (s.CONFIRMED, None),
    ],
)
def test_each_stage_has_its_barrier(stage, barrier, somebody):
    assert barrier_of(somebody, stage) == barrier


def test_whoever_came_and_was_sent_home_was_not_served(somebody):
    assert barrier_of(somebody, s.INTENDING, tries=1) == "not_served"


@pytest.mark.parametrize(
    ("column", "value", "barrier"),
    [
        ("birth_week", CHILD, "under_17"),
        ("recorded_week", WEEK + 1, "not_recorded"),
        ("recorded_week", NO_WEEK, "not_recorded"),
        ("supported_week", NO_WEEK, "no_supported_phone"),
    ],
)
def test_what_a_resident_lacks_comes_before_what_they_think(column, value, barrier, somebody):
    getattr(somebody[0], column)[ROW] = value
    assert barrier_of(somebody, s.REFUSING) == barrier
    assert barrier_of(somebody, s.ACTIVE) is None


def test_being_offline_stands_in_the_way_of_hearing_only(somebody):
    somebody[0].online[ROW] = 0
    assert barrier_of(somebody, s.UNAWARE) == "no_signal"
    assert barrier_of(somebody, s.REFUSING) == "refusing"
    assert barrier_of(somebody, s.INTENDING, tries=1) == "not_served"


def test_the_first_barrier_is_the_one_that_counts(somebody):
    residents, _ = somebody
    residents.online[ROW] = 0
    residents.supported_week[ROW] = NO_WEEK
    assert barrier_of(somebody, s.UNAWARE) == "no_supported_phone"
    residents.recorded_week[ROW] = NO_WEEK
    assert barrier_of(somebody, s.UNAWARE) == "not_recorded"
    residents.birth_week[ROW] = CHILD
    assert barrier_of(somebody, s.UNAWARE) == "under_17"


def test_barriers_and_users_add_up_to_the_residents_of_each_place(finished):
    counts = count_barriers(finished.residents, finished.engine.state(), finished.week)
    users = finished.engine.world.counters.stage_by_place[:, [s.ACTIVE, s.CONFIRMED]].sum(axis=1)
    assert counts.shape == (len(finished.region.places), len(BARRIERS))
    assert np.array_equal(counts.sum(axis=1) + users, np.diff(finished.residents.place_start))
