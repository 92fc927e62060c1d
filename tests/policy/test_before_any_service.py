"""IKD before any service: hours are added at every desk that is open, and paid."""

from datetime import date

import pytest

from ikdsim.agency.officers import EVERYWHERE
from ikdsim.clock import week_of
from ikdsim.policy.before_any_service import BeforeAnyService
from ikdsim.service.kinds import KINDS
from tests.factories import TOWN, make_conditions, make_parameters, two_places

START = date(2027, 1, 4)
PRICES = {"cost.new_rule": 5e6, "cost.officer_week": 1.5e6, "resources.officer_hours": 37.5}


def rule(minutes_from: str, hours: float = 0.0) -> BeforeAnyService:
    return BeforeAnyService(name="rule", start=START, minutes_from=minutes_from, added_hours=hours)


def week_under(policy: BeforeAnyService, later: int = 0):
    conditions = make_conditions(PRICES, week=week_of(START) + later)
    policy.change(conditions, conditions.week)
    return conditions


def test_hours_are_added_at_every_desk_for_ikd_alone():
    added = week_under(rule("added_hours", 10.0)).extra_officers
    assert {(KINDS[desk.kind], desk.place) for desk in added} == {
        *((point, EVERYWHERE) for point in ("district_office", "mall_outlet", "kecamatan_desk")),
        ("village_desk", TOWN),
    }
    assert {(desk.minutes, desk.ikd_share) for desk in added} == {(600.0, 1.0)}


def test_they_are_paid_by_the_hour_and_the_rule_is_told_once():
    assert week_under(rule("added_hours", 10.0)).costs["before_any_service"] == 5e6 + 4 * 10.0 * 40_000.0
    assert week_under(rule("added_hours", 10.0), later=1).costs["before_any_service"] == 4 * 10.0 * 40_000.0


def test_elsewhere_nobody_is_added():
    assert week_under(rule("other_services")).extra_officers == week_under(rule("ikd_time")).extra_officers == []


@pytest.mark.parametrize(
    ("minutes_from", "hours", "fits"),
    [
        ("added_hours", 10.0, True),
        ("added_hours", 0.0, False),
        ("ikd_time", 10.0, False),
        ("other_services", 0.0, True),
    ],
)
def test_hours_are_named_where_they_are_added_and_nowhere_else(minutes_from, hours, fits):
    misfits = rule(minutes_from, hours).misfits(two_places(), make_parameters())
    assert [misfit.code for misfit in misfits] == ([] if fits else ["hours_misfit"])
