"""The queue: officer time runs out, in an order drawn at random."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.randomness import ONE, uniform_draw
from ikdsim.service.queue import FOR_IKD, LAST_ROW, ON_AN_ERRAND, WITH_APPOINTMENT, gets_turn, queue_key

draws = st.integers(0, ONE - 1)
times = st.integers(0, 10_000_000)


@given(left=times, needed=st.integers(1, 10_000_000), drawn=draws)
def test_whoever_finds_time_enough_is_served(left, needed, drawn):
    assert gets_turn(left + needed, needed, drawn)
    assert not gets_turn(0, needed, drawn)


@pytest.mark.parametrize("left", [100, 250, 900])
def test_the_last_is_served_with_the_probability_of_the_time_that_is_left(left):
    served = sum(gets_turn(left, 1_000, int((k + 0.5) * ONE / 1_000)) for k in range(1_000))
    assert served == left


def served(capacity: int, needs: list[int], seed: int) -> int:
    """How many of a queue are served; the last one has what is left of the time, whether it suffices or not."""
    count = used = 0
    for resident, needed in enumerate(needs):
        left = capacity - used
        count += gets_turn(left, needed, uniform_draw(seed, resident, 1, 0))
        used += min(left, needed)
    return count


@given(capacity=times, needs=st.lists(st.integers(1, 2_000_000), max_size=40), seed=st.integers(0, 1_000))
def test_nobody_is_served_beyond_the_first_for_whom_time_is_short(capacity, needs, seed):
    enough = sum(sum(needs[: place + 1]) <= capacity for place in range(len(needs)))
    assert enough <= served(capacity, needs, seed) <= enough + 1


@pytest.mark.parametrize("capacity", [250, 2_250, 2_900])
def test_capacity_is_never_rounded_away(capacity):
    mean = sum(served(capacity, [1_000] * 9, seed) for seed in range(4_000)) / 4_000
    assert abs(mean - capacity / 1_000) < 4.0 * 0.5 / 4_000**0.5


stations = st.integers(0, 200)
groups = st.sampled_from((WITH_APPOINTMENT, FOR_IKD, ON_AN_ERRAND))
lots = st.integers(0, (ONE >> 2) - 1).map(lambda lot: lot << 2)
"""Draws that differ differ in the bits that a key keeps."""
arrivals = st.integers(0, LAST_ROW)
keys = st.tuples(stations, groups, lots, arrivals)


@given(one=keys, other=keys)
def test_arrivals_stand_by_station_then_by_group_then_by_lot_then_by_row(one, other):
    assert (queue_key(*one) < queue_key(*other)) == (one < other)


@given(station=stations, group=groups, drawn=draws, arrival=arrivals)
def test_the_row_can_be_read_from_its_key(station, group, drawn, arrival):
    assert queue_key(station, group, drawn, arrival) & LAST_ROW == arrival


def test_an_appointment_comes_before_ikd_and_ikd_before_an_errand_whatever_their_luck():
    unlucky, lucky = ONE - 1, 0
    assert queue_key(3, WITH_APPOINTMENT, unlucky, 9) < queue_key(3, FOR_IKD, lucky, 0)
    assert queue_key(3, FOR_IKD, unlucky, 9) < queue_key(3, ON_AN_ERRAND, lucky, 0)


@given(station=stations, drawn=draws)
def test_a_queue_key_fits_its_column(station, drawn):
    assert 0 <= queue_key(station, ON_AN_ERRAND, drawn, LAST_ROW) < 2**63
