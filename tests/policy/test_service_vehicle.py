"""The service vehicle tours the listed places on the region's share of its days."""

from datetime import date

import pytest

from ikdsim.clock import week_of
from ikdsim.errors import BadInput
from ikdsim.policy.service_vehicle import ServiceVehicle
from tests.factories import make_conditions, two_places

START = date(2027, 1, 4)
FIRST = week_of(START)


def tour(vehicles=1, days_per_week=5.0, region_share=0.2, staff="reassigned"):
    return ServiceVehicle(
        name="x",
        start=START,
        vehicles=vehicles,
        days_per_week=days_per_week,
        places=("Coast",),
        region_share=region_share,
        staff=staff,
    )


def days_in(policy, weeks):
    """Days on tour in the first weeks."""
    planned = [make_conditions(week=FIRST + week) for week in range(weeks)]
    for conditions in planned:
        policy.change(conditions, conditions.week)
    return sum(len(conditions.visits) for conditions in planned)


@pytest.mark.parametrize(("vehicles", "share", "days"), [(1, 0.2, 50), (2, 0.2, 100), (1, 0.1, 25), (1, 1.0, 250)])
def test_the_region_gets_its_share_of_the_days_of_every_vehicle(vehicles, share, days):
    assert days_in(tour(vehicles=vehicles, region_share=share), 50) == days


def test_without_a_share_of_its_own_that_of_the_regency_holds():
    share = two_places().regency_share.value
    assert days_in(tour(days_per_week=7.0, region_share=None), 200) == int(200 * 7 * share)


def test_more_officers_than_there_are_cannot_be_sent():
    conditions = make_conditions(week=FIRST)
    with pytest.raises(BadInput) as refused:
        tour(vehicles=20, days_per_week=7.0, region_share=1.0).change(conditions, FIRST)
    assert "“x” needs 3 officers" in refused.value.faults[0].text("en")


def test_hired_crews_have_no_such_limit():
    conditions = make_conditions(week=FIRST)
    tour(vehicles=20, days_per_week=7.0, region_share=1.0, staff="added").change(conditions, FIRST)
    assert len(conditions.visits) == 140
    assert not {duty.officer for duty in conditions.duties} & set(conditions.roster)
