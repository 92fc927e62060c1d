"""The queue: officer time runs out, in an order drawn at random."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.randomness import ONE, uniform_draw
from ikdsim.service.queue import gets_turn, queue_key

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
arrivals = st.integers(0, 2**22 - 1)


@given(one=st.tuples(stations, draws, arrivals), other=st.tuples(stations, draws, arrivals))
def test_arrivals_stand_by_station_then_by_lot_then_by_row(one, other):
    assert (queue_key(*one) < queue_key(*other)) == (one < other)


@given(station=stations, drawn=draws, arrival=arrivals)
def test_the_row_can_be_read_from_its_key(station, drawn, arrival):
    assert queue_key(station, drawn, arrival) & (2**22 - 1) == arrival
