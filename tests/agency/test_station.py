"""Conditions of a service point: one desk may work otherwise than all others."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pytest

from ikdsim.agency.assignment import minutes_by_activity
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.agency.station import StationConditions, at_station
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.model import IkdModel
from ikdsim.policy.base import Policy
from ikdsim.service.kinds import BOTRAM_VILLAGE, KINDS, MALL_OUTLET, VILLAGE_DESK
from tests.factories import COAST, LIVELY, TOWN, make_conditions, make_model, open_week, run_to, stations_of

NUMBERS = {"structure.desk_share": 0.2, "structure.fragmentation": 0.0, "disposition.attitude": 0.2}
OUTLET = KINDS[MALL_OUTLET]
WEEKS = 100
EVERYWHERE_ALIKE = StationConditions(OUTLET)


@dataclass(frozen=True, kw_only=True)
class IkdAtTheOutlet(Policy):
    """The outlet in the mall is told to give IKD twice its time, and to offer it twice as often."""

    kind = "ikd_at_the_outlet"
    title = {"id": "Gerai mengutamakan IKD", "en": "The outlet puts IKD first"}
    decided_by = "regency"

    def change(self, conditions, week):
        """Tell the officers of the outlet, and nobody else."""
        conditions.stations.append(StationConditions(OUTLET, attitude=2.0, ikd_time=2.0))


POLICY = IkdAtTheOutlet(name="x", start=date(2023, 8, 7))


def opened(change=None, week=300):
    conditions = make_conditions(NUMBERS, week)
    if change is not None:
        change(conditions, week)
    return open_week(conditions)


def test_a_policy_for_one_desk_changes_that_desk_and_no_other():
    usual, changed = opened(), opened(POLICY.change)
    (outlet,) = stations_of(MALL_OUTLET, usual.conditions)
    for name in ("offer", "capacity_ms", "station_factor"):
        before, after = getattr(usual.supply, name), getattr(changed.supply, name)
        assert np.flatnonzero(after != before).tolist() == [outlet], name
        assert after[outlet] > before[outlet], name
    for name in ("time_factor", "failure", "walk_in", "errand", "visit"):
        assert np.array_equal(getattr(usual.supply, name), getattr(changed.supply, name)), name
    assert changed.supply.capacity_ms[outlet] == pytest.approx(2 * usual.supply.capacity_ms[outlet], abs=1)
    both = changed.supply.capacity_ms + changed.supply.errand_ms
    assert both[outlet] == pytest.approx(usual.supply.capacity_ms[outlet] + usual.supply.errand_ms[outlet], abs=1)


def test_an_officers_week_has_as_many_minutes_as_before():
    usual, changed = opened().conditions, opened(POLICY.change).conditions
    officer = next(officer for officer in usual.roster if officer.post == OUTLET)
    before, after = minutes_by_activity(officer, usual), minutes_by_activity(officer, changed)
    assert after["desk"] == pytest.approx(2 * before["desk"])
    assert sum(after.values()) == pytest.approx(sum(before.values())) == pytest.approx(60 * officer.hours)


def test_residents_notice_it_in_both_engines():
    end, scale = date(2024, 12, 31), 100.0
    usual, told = (run_to(make_model((POLICY,) * by, end, scale, parameters=LIVELY), WEEKS) for by in (0, 1))
    objects = run_to(IkdModel(told.setup, engine="objects"), WEEKS)
    assert told.activated == objects.activated > usual.activated
    stages = [resident.stage for resident in objects.engine.residents]
    assert np.array_equal(told.engine.state().stage, stages)


def test_skill_and_clarity_are_those_of_the_station_too():
    (outlet,) = stations_of(MALL_OUTLET, make_conditions())
    skilled = opened(lambda conditions, _: conditions.stations.append(StationConditions(OUTLET, skill=2.0)))
    clear = opened(lambda conditions, _: conditions.stations.append(StationConditions(OUTLET, clarity=2.0)))
    usual = opened().supply
    assert skilled.supply.time_factor[outlet] < usual.time_factor[outlet]
    assert skilled.supply.failure[outlet] < usual.failure[outlet]
    assert clear.supply.station_factor[outlet] == pytest.approx(2.0 * usual.station_factor[outlet])


def test_nobody_gives_more_than_all_the_time():
    changed = opened(lambda conditions, _: conditions.stations.append(StationConditions(OUTLET, ikd_time=99.0)))
    (outlet,) = stations_of(MALL_OUTLET, changed.conditions)
    assert changed.supply.errand_ms[outlet] == 0
    assert changed.supply.capacity_ms[outlet] > MILLISECONDS_PER_MINUTE


def test_what_several_say_of_a_station_multiplies():
    said = [StationConditions(OUTLET, attitude=2.0), StationConditions(OUTLET, attitude=1.5, clarity=0.5)]
    assert at_station(said, OUTLET, EVERYWHERE) == StationConditions(OUTLET, attitude=3.0, clarity=0.5)
    assert at_station([], OUTLET, EVERYWHERE) == EVERYWHERE_ALIKE


def test_a_kind_of_desk_may_differ_in_one_place_or_in_all():
    desk = KINDS[VILLAGE_DESK]
    said = [StationConditions(desk, attitude=2.0), StationConditions(desk, TOWN, attitude=1.5)]
    assert [at_station(said, desk, place).attitude for place in (TOWN, COAST)] == [3.0, 2.0]
    assert at_station(said, KINDS[BOTRAM_VILLAGE], TOWN).attitude == 1.0
