"""Service load: who came, what became of it, and what time it took."""

import numpy as np
import pytest

from ikdsim.agency.assignment import ADDED, OFFICE, REASSIGNED, Task, assign, take_away
from ikdsim.agency.conditions import ExtraOfficers, Visit
from ikdsim.agency.officers import EVERYWHERE, LATE_HOURS, person
from ikdsim.agency.station import StationConditions
from ikdsim.engine.counters import Counters
from ikdsim.observe.observer import WeekSeen
from ikdsim.observe.service_load import LOADS, ServiceLoad
from ikdsim.service.kinds import BOTRAM_VILLAGE, DISTRICT_OFFICE, KECAMATAN_DESK, KINDS, TEAM_VISIT
from tests.factories import make_conditions, open_week

CAME, OFFERED, SERVED, APPOINTED, TURNED_AWAY, FAILED = range(len(LOADS))


def test_stations_of_a_kind_are_added_up():
    conditions = make_conditions()
    supply = open_week(conditions).supply
    stations = len(supply.kind)
    counters = Counters(*[np.zeros(stations, np.int64) for _ in Counters._fields])
    visits = supply.kind == BOTRAM_VILLAGE
    counters.came[visits] = 3
    counters.served[supply.kind == DISTRICT_OFFICE] = 5
    counters.appointed[supply.kind == DISTRICT_OFFICE] = 2
    counters.used_ms[visits] = 60_000
    counters.explained_ms[visits] = 90_000
    load = ServiceLoad(2, supply.kind)
    load.look(WeekSeen(1, conditions, supply, counters))
    assert visits.sum() == 2
    assert load.counts[1, BOTRAM_VILLAGE].tolist() == [6, 0, 0, 0, 0, 0]
    assert load.counts[1, DISTRICT_OFFICE].tolist() == [0, 0, 5, 2, 0, 0]
    assert load.counts.sum() == 13
    assert load.minutes_used[1, BOTRAM_VILLAGE] == 2.0
    assert load.minutes_explained[1, BOTRAM_VILLAGE] == 3.0
    assert not load.counts[0].any()


def seen(conditions):
    """A week under these conditions, as service load remembers it."""
    supply = open_week(conditions).supply
    counters = Counters(*[np.zeros(len(supply.kind), np.int64) for _ in Counters._fields])
    load = ServiceLoad(1, supply.kind)
    load.look(WeekSeen(0, conditions, supply, counters))
    return load


def test_other_services_lose_the_desk_of_whoever_is_out_but_not_of_whoever_is_hired():
    conditions = make_conditions()
    lost = {}
    for staff in (ADDED, REASSIGNED):
        before = seen(conditions).minutes_away[0]
        assign(Task("tour", "service_vehicle", 0, 2.0, 100.0, staff), conditions)
        lost[staff] = seen(conditions).minutes_away[0] - before
    working, ikd = conditions.structure.working_minutes(200.0), conditions.structure.ikd_minutes_at_desk(200.0, 1.0)
    assert lost == pytest.approx({ADDED: 0.0, REASSIGNED: working - ikd})
    assert 0.0 < lost[REASSIGNED] < 200.0


def test_a_desk_that_gives_all_its_time_to_ikd_loses_none_of_other_services():
    conditions = make_conditions()
    conditions.stations.append(StationConditions(OFFICE, ikd_time=1.0 / conditions.structure.desk_share))
    assign(Task("tour", "service_vehicle", 0, 2.0, 100.0, REASSIGNED), conditions)
    assert seen(conditions).minutes_away[0] == pytest.approx(0.0, abs=1e-9)


def test_evening_hours_at_the_own_desk_take_nothing_from_other_services():
    conditions = make_conditions()
    usual = seen(conditions).minutes_away[0]
    for officer in conditions.roster:
        take_away(officer, LATE_HOURS, 60.0, conditions)
    assert seen(conditions).minutes_away[0] == usual


def test_a_team_brings_minutes_for_activations_and_for_explaining():
    conditions = make_conditions()
    assert not seen(conditions).team_explaining.any()
    team = person(1, "team", EVERYWHERE, 0, 37.5, dedicated=True)
    conditions.visits.append(Visit(TEAM_VISIT, 0, (0,), 300.0, 0.8, crew=(team,)))
    conditions.extra_officers.append(
        ExtraOfficers(KECAMATAN_DESK, EVERYWHERE, 1000.0, 0.8, time_factor=1.0, crew=(team,))
    )
    minutes = seen(conditions).team_explaining[0]
    assert (minutes[TEAM_VISIT], minutes[KECAMATAN_DESK]) == pytest.approx((60.0, 200.0))
    assert minutes.sum() == pytest.approx(260.0)
    assert seen(conditions).team_activating[0, [TEAM_VISIT, KECAMATAN_DESK]] == pytest.approx([240.0, 800.0])


def test_whoever_came_was_served_failed_turned_away_or_given_an_appointment(finished):
    counts = finished.observations.service_load.counts
    assert (counts[:, :, CAME] == counts[:, :, [SERVED, APPOINTED, FAILED, TURNED_AWAY]].sum(axis=2)).all()
    assert counts[:, :, SERVED].sum() > 0
    assert counts[:, :, OFFERED].sum() > 0


def test_no_more_minutes_are_used_than_given_so_far(finished):
    load = finished.observations.service_load
    assert load.minutes_used.shape == (finished.last_week, len(KINDS))
    assert (load.minutes_used.cumsum(axis=0) <= load.minutes_given.cumsum(axis=0) + 1e-9).all()
    assert load.minutes_used.sum() > 0
    assert load.minutes_explained.sum() > 0
