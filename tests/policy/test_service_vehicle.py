"""The service vehicle tours the listed places on the region's share of its days."""

from datetime import date

import pytest

from ikdsim.clock import week_of
from ikdsim.policy.service_vehicle import ServiceVehicle
from ikdsim.service.kinds import SERVICE_VEHICLE
from tests.factories import COAST, make_conditions, two_places

START = date(2027, 1, 4)
FIRST = week_of(START)
NUMBERS = {
    "cost.vehicle_price": 1_000.0,
    "cost.vehicle_day": 10.0,
    "resources.vehicle_officers": 3.0,
    "resources.visit_minutes": 300.0,
}


def tour(vehicles=1, days_per_week=5.0, region_share=0.2):
    return ServiceVehicle(
        name="x",
        start=START,
        vehicles=vehicles,
        days_per_week=days_per_week,
        places=("Coast",),
        region_share=region_share,
    )


def week_under(policy, week=FIRST):
    conditions = make_conditions(NUMBERS, week=week)
    policy.change(conditions, week)
    return conditions


def days_in(policy, weeks):
    return sum(len(week_under(policy, FIRST + week).visits) for week in range(weeks))


def test_a_stop_has_a_crew_of_its_own_and_a_car_of_its_own():
    (visit,) = week_under(tour()).visits
    assert (visit.kind, visit.place, visit.minutes) == (SERVICE_VEHICLE, COAST, 900.0)
    assert visit.own_vehicle


@pytest.mark.parametrize(("vehicles", "share", "days"), [(1, 0.2, 50), (2, 0.2, 100), (1, 0.1, 25), (1, 1.0, 250)])
def test_the_region_gets_its_share_of_the_days_of_every_vehicle(vehicles, share, days):
    assert days_in(tour(vehicles=vehicles, region_share=share), 50) == days


def test_without_a_share_of_its_own_that_of_the_regency_holds():
    share = two_places().regency_share.value
    assert days_in(tour(days_per_week=7.0, region_share=None), 200) == int(200 * 7 * share)


def test_the_region_pays_its_share_of_the_car_once_and_then_every_day():
    policy = tour(vehicles=2)
    assert week_under(policy, FIRST).costs == {"service_vehicle": 2 * 0.2 * 1_000.0 + 2 * 10.0}
    assert week_under(policy, FIRST + 1).costs == {"service_vehicle": 2 * 10.0}
