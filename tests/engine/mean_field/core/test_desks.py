"""Whoever has an appointment comes to that desk; whoever was sent home tries another."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import desks
from ikdsim.engine.mean_field.core.state import State
from ikdsim.service.supply import WALKING_IN
from tests.engine.mean_field.factories import make_state
from tests.factories import COAST, TOWN, called

keep_appointments, station_at = called(desks.keep_appointments), called(desks.station_at)


def desks_state(*shares: float) -> State:
    """A week in which Town walks in at the first stations in these shares, all of which have time."""
    state = make_state()
    stations = state.supply.stations[0]
    stations["share"], stations["capacity_ms"] = 0.0, 1.0
    stations["share"][: len(shares), TOWN, WALKING_IN] = shares
    state.supply.open_stations[0] = -1
    state.supply.open_stations[0, : len(shares)] = range(len(shares))
    return state


def shares_again(state: State) -> list[float]:
    """Where those of Town who walk in again go, by station."""
    keep_appointments(0, TOWN, state)
    return state.queues["again"][TOWN].tolist()


def test_a_station_is_that_of_the_supply_of_the_week():
    state = desks_state(0.5, 0.5)
    state.supply.stations["capacity_ms"][0, 1] = 7.0
    assert station_at(0, 1, state)["capacity_ms"] == 7.0


def test_those_booked_last_week_come_this_week_to_the_same_desk():
    state = desks_state(0.25, 0.75)
    state.queues["booked"][TOWN, 1], state.queues["booked_ms"][TOWN, 1] = 8.0, 80.0
    keep_appointments(0, TOWN, state)
    queue = state.queues[TOWN, 1]
    assert (queue["appointed"], queue["appointed_ms"]) == (8.0, 80.0)
    assert (queue["booked"], queue["booked_ms"]) == (0.0, 0.0)
    assert state.queues["appointed"].sum() == 8.0


def test_an_appointment_where_nobody_serves_this_week_is_kept_at_the_desks():
    state = desks_state(0.25, 0.75, 0.0)
    state.supply.stations["capacity_ms"][0, 2] = 0.0
    state.queues["booked"][TOWN, 2], state.queues["booked_ms"][TOWN, 2] = 8.0, 80.0
    keep_appointments(0, TOWN, state)
    assert state.queues["appointed"][TOWN, :3].tolist() == [2.0, 6.0, 0.0]
    assert state.queues["appointed_ms"][TOWN, :3].tolist() == [20.0, 60.0, 0.0]


def test_where_nobody_was_sent_home_all_walk_in_alike():
    assert shares_again(desks_state(0.25, 0.75))[:2] == [0.25, 0.75]


def test_those_sent_home_share_out_among_the_other_desks():
    state = desks_state(0.5, 0.25, 0.25)
    state.queues["sent_home"][TOWN, 0] = 5.0
    assert shares_again(state)[:3] == [0.0, 0.5, 0.5]
    assert not state.queues["sent_home"].any()


def test_desks_that_sent_home_exchange_their_residents():
    state = desks_state(0.5, 0.5)
    state.queues["sent_home"][TOWN, :2] = 3.0, 1.0
    assert shares_again(state)[:2] == [0.25, 0.75]


def test_the_only_desk_sees_them_again():
    state = desks_state(1.0)
    state.queues["sent_home"][TOWN, 0] = 5.0
    assert shares_again(state)[0] == pytest.approx(1.0)


def test_other_places_do_not_mind():
    state = desks_state(0.5, 0.5)
    state.queues["booked"][TOWN, 0] = state.queues["sent_home"][TOWN, 0] = 5.0
    before = state.queues[COAST].copy()
    keep_appointments(0, TOWN, state)
    assert np.array_equal(state.queues[COAST], before)
