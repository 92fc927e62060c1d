"""A visit of the team gives all its minutes to IKD."""

from ikdsim.agency.conditions import Visit
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.service.kinds import TEAM_VISIT
from tests.factories import TOWN, make_conditions, open_week, stations_of


def test_a_day_of_the_team_is_a_day_for_ikd():
    conditions = make_conditions()
    conditions.visits.append(Visit(TEAM_VISIT, TOWN, (0,), 1_440.0, ikd_share=1.0))
    stations = stations_of(TEAM_VISIT, conditions)
    supply = open_week(conditions).supply
    assert (supply.capacity_ms[stations] / MILLISECONDS_PER_MINUTE).tolist() == [1_440.0, 0.0]
