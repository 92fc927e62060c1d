"""A remote desk is there where officers are put, and all places call it alike."""

import pytest

from ikdsim.agency.conditions import ExtraOfficers
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.service.kinds import REMOTE_DESK
from ikdsim.service.limits import keep_within_limits
from tests.factories import make_conditions, open_week, stations_of

VALUES = {"implementation.remote_calls": 0.2, "implementation.full_week_hours": 37.5}


def week_with(hours: float):
    conditions = make_conditions(VALUES)
    if hours:
        conditions.extra_officers.append(ExtraOfficers(REMOTE_DESK, EVERYWHERE, 60.0 * hours, 1.0, 0.7))
    return conditions


@pytest.mark.parametrize(("hours", "hazard"), [(0.0, 0.0), (18.75, 0.1), (37.5, 0.2), (375.0, 0.2)])
def test_it_is_called_as_often_as_somebody_answers_from_everywhere_alike(hours, hazard):
    conditions = week_with(hours)
    (station,) = stations_of(REMOTE_DESK, conditions)
    supply = open_week(conditions).supply
    assert supply.remote[:, station].tolist() == pytest.approx([hazard] * 2)
    assert supply.capacity_ms[station] == hours * 3_600_000
    assert not supply.walk_in[:, station].any() and not supply.errand[:, station].any()


def test_it_takes_from_no_other_desk():
    usual, remote = open_week(week_with(0.0)).supply, open_week(week_with(37.5)).supply
    (station,) = stations_of(REMOTE_DESK, week_with(0.0))
    assert (usual.capacity_ms[:station] == remote.capacity_ms[:station]).all()
    assert (usual.errand == remote.errand).all()


def test_officers_may_be_put_there():
    keep_within_limits(week_with(37.5), make_conditions, [])
