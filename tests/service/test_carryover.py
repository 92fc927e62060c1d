"""Kept time: stations of a scaled run lose to chance what real ones lose, and never have more than they were given."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.service.carryover import Carryover, most_kept
from ikdsim.service.kinds import VILLAGE_DESK
from ikdsim.service.supply import Station, Supply, new_supply

MINUTE = MILLISECONDS_PER_MINUTE
TURN_MINUTES = 8.0


def supply_with(minutes: np.ndarray) -> Supply:
    """A week in which stations have these minutes for IKD."""
    supply = new_supply([Station(VILLAGE_DESK, 0)] * len(minutes), 1, 1, 1)
    supply.capacity_ms[:] = minutes * MINUTE
    return supply


def one_desk(minutes: float) -> Supply:
    return supply_with(np.array([minutes]))


def test_what_nobody_used_is_there_next_week():
    kept = Carryover(1, TURN_MINUTES, scale=50.0)
    desk = one_desk(5.0)
    kept.settle(desk, np.array([2 * MINUTE]))
    assert kept.added_to(desk).capacity_ms.tolist() == [8 * MINUTE]
    assert desk.capacity_ms.tolist() == [5 * MINUTE]  # the week's own supply is left as it is


def test_at_one_to_one_nothing_is_kept():
    kept = Carryover(1, TURN_MINUTES, scale=1.0)
    kept.settle(one_desk(500.0), np.array([0]))
    assert kept.added_to(one_desk(500.0)).capacity_ms.tolist() == [500 * MINUTE]
    assert kept.ms.tolist() == [0]


def test_a_closed_station_uses_nothing_and_loses_nothing():
    kept = Carryover(1, TURN_MINUTES, scale=50.0)
    kept.settle(one_desk(5.0), np.array([0]))
    closed = one_desk(0.0)
    assert kept.added_to(closed).capacity_ms.tolist() == [0]
    kept.settle(closed, np.array([0]))
    assert kept.added_to(one_desk(1.0)).capacity_ms.tolist() == [6 * MINUTE]


weeks = st.lists(st.tuples(st.integers(0, 10**8), st.floats(0.0, 1.0)), max_size=30)


@given(weeks=weeks, scale=st.floats(0.5, 10_000.0))
def test_used_time_never_exceeds_what_was_given_so_far(weeks, scale):
    kept, given_ms, used_ms = Carryover(1, TURN_MINUTES, scale), 0, 0
    for capacity, share_used in weeks:
        supply = one_desk(0.0)
        supply.capacity_ms[:] = capacity
        used = (kept.added_to(supply).capacity_ms * share_used).astype(np.int64)
        kept.settle(supply, used)
        given_ms, used_ms = given_ms + capacity, used_ms + int(used[0])
        assert used_ms + int(kept.ms[0]) <= given_ms
        if capacity:
            assert 0 <= kept.ms[0] <= most_kept(supply.capacity_ms, np.array([TURN_MINUTES * MINUTE]), scale)[0]


def test_the_limit_is_far_below_a_week_of_a_real_desk():
    turns = 100.0
    most = most_kept(np.array([turns * MINUTE / 50]), np.array([1.0 * MINUTE]), scale=50.0)[0] / MINUTE
    assert most == pytest.approx(1.2533 * (turns**0.5 - (turns / 50) ** 0.5), rel=1e-3)


def share_lost(turns: float, scale: float, wanted: float) -> float:
    """Share of time unused after turns of one minute were wanted by chance, in proportion `wanted` to the time."""
    desks, warm_up, lasting = 400, 200, 400
    chance = np.random.default_rng(1)
    supply = supply_with(np.full(desks, turns / scale))
    kept = Carryover(desks, 1.0, scale)
    shares = []
    for week in range(warm_up + lasting):
        asked = chance.poisson(wanted * turns / scale, desks) * MINUTE
        used = np.minimum(asked, kept.added_to(supply).capacity_ms)
        kept.settle(supply, used)
        if week >= warm_up:
            shares.append(1.0 - used.mean() / supply.capacity_ms.mean())
    return float(np.mean(shares))


@pytest.mark.parametrize("scale", [4.0, 50.0])
@pytest.mark.parametrize("turns", [10.0, 100.0])
@pytest.mark.parametrize("wanted", [0.8, 1.0, 1.2])
def test_a_scaled_desk_loses_the_share_of_time_that_a_real_one_loses(turns, scale, wanted):
    assert share_lost(turns, scale, wanted) == pytest.approx(share_lost(turns, 1.0, wanted), abs=0.01)
