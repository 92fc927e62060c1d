"""The outlet in the mall serves nobody before it opens."""

from ikdsim.clock import week_of
from ikdsim.service.kinds import MALL_OUTLET
from tests.factories import make_conditions, open_week, stations_of, two_places

OPENS = week_of(two_places().service_point("mall_outlet").opens)


def mall_in(week):
    conditions = make_conditions(week=week)
    (position,) = stations_of(MALL_OUTLET, conditions)
    return open_week(conditions), position


def test_it_is_closed_before_it_opens():
    opening, mall = mall_in(OPENS - 1)
    assert opening.supply.capacity_ms[mall] == 0
    assert not opening.supply.walk_in[:, mall].any()
    assert not opening.supply.errand[:, mall].any()


def test_it_is_open_from_its_first_week_on():
    opening, mall = mall_in(OPENS)
    assert opening.supply.capacity_ms[mall] > 0
    assert opening.supply.walk_in[:, mall].all()
    assert opening.supply.errand[:, mall].all()
