"""Appointments are kept where they were made, and who was sent home tries another desk."""

import pytest

from ikdsim.engine.mean_field.core import desks
from ikdsim.engine.mean_field.core.state import State
from ikdsim.service.supply import WALKING_IN
from tests.engine.mean_field.factories import make_state
from tests.factories import COAST, TOWN, called

keep_appointments = called(desks.keep_appointments)
FIRST, SECOND, THIRD = range(3)


def desks_state(*shares: float) -> State:
    """Town's walk-ins share out among three desks, the only stations that are open."""
    state = make_state()
    state.supply.stations["share"] = 0.0
    state.supply.stations["capacity_ms"] = 1.0
    state.supply.open_stations[:] = -1
    for number, share in enumerate(shares):
        state.supply.stations["share"][0, number, TOWN, WALKING_IN] = share
        state.supply.open_stations[0, number] = number
    return state


def test_who_has_an_appointment_comes_to_the_same_station_once():
    state = desks_state(0.5, 0.5)
    state.queues["booked"][TOWN, FIRST], state.queues["booked_ms"][TOWN, FIRST] = 4.0, 40.0
    keep_appointments(0, TOWN, state)
    assert state.queues["appointed"][TOWN, :2].tolist() == [4.0, 0.0]
    assert state.queues["appointed_ms"][TOWN, :2].tolist() == [40.0, 0.0]
    assert not state.queues["booked"].any()
    assert not state.queues["appointed"][COAST].any()


def test_where_the_station_is_gone_they_go_to_the_desks():
    state = desks_state(0.0, 0.25, 0.75)
    state.supply.stations["capacity_ms"][0, FIRST] = 0.0
    state.queues["booked"][TOWN, FIRST], state.queues["booked_ms"][TOWN, FIRST] = 8.0, 80.0
    keep_appointments(0, TOWN, state)
    assert state.queues["appointed"][TOWN, :3].tolist() == [0.0, 2.0, 6.0]
    assert state.queues["appointed_ms"][TOWN, :3].tolist() == [0.0, 20.0, 60.0]


def test_where_nobody_was_sent_home_all_walk_in_as_usual():
    state = desks_state(0.5, 0.25, 0.25)
    keep_appointments(0, TOWN, state)
    assert state.queues["again"][TOWN, :3].tolist() == [0.5, 0.25, 0.25]


def test_who_was_sent_home_tries_another_desk():
    state = desks_state(0.5, 0.25, 0.25)
    state.queues["sent_home"][TOWN, FIRST] = 10.0
    keep_appointments(0, TOWN, state)
    assert state.queues["again"][TOWN, :3].tolist() == [0.0, 0.5, 0.5]
    assert not state.queues["sent_home"].any()


def test_each_avoids_the_desk_that_sent_them_home():
    state = desks_state(0.5, 0.25, 0.25)
    state.queues["sent_home"][TOWN, [FIRST, SECOND]] = 6.0, 2.0
    keep_appointments(0, TOWN, state)
    again = [0.25 * 2.0 / 3.0, 0.75 * 0.5, 0.75 * 0.5 + 0.25 / 3.0]
    assert state.queues["again"][TOWN, :3].tolist() == pytest.approx(again)


def test_the_only_desk_gets_them_again():
    state = desks_state(1.0)
    state.queues["sent_home"][TOWN, FIRST] = 6.0
    keep_appointments(0, TOWN, state)
    assert state.queues["again"][TOWN, FIRST] == 1.0


def test_whose_attempt_failed_avoids_no_desk():
    state = desks_state(0.5, 0.25, 0.25)
    state.places["failed"][TOWN], state.queues["sent_home"][TOWN, FIRST] = 6.0, 2.0
    keep_appointments(0, TOWN, state)
    again = [0.75 * 0.5, 0.75 * 0.25 + 0.25 * 0.5, 0.75 * 0.25 + 0.25 * 0.5]
    assert state.queues["again"][TOWN, :3].tolist() == pytest.approx(again)
