"""A day at a school is for those who attend: they are offered IKD, and nobody else comes."""

import numpy as np

from ikdsim.agency.conditions import Visit
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.randomness import ONE
from ikdsim.service.kinds import SCHOOL_VISIT
from tests.factories import TOWN, make_conditions, open_week, stations_of


def test_who_attends_is_offered_ikd_and_nobody_else_is_drawn():
    usual, conditions = open_week(make_conditions()), make_conditions()
    conditions.visits.append(Visit(SCHOOL_VISIT, TOWN, (), 720.0, 0.75))
    opening, (town, coast) = open_week(conditions), stations_of(SCHOOL_VISIT, conditions)
    assert opening.supply.offer[town] == ONE
    assert opening.supply.capacity_ms[[town, coast]].tolist() == [540 * MILLISECONDS_PER_MINUTE, 0]
    assert opening.supply.errand_ms[town] == 180 * MILLISECONDS_PER_MINUTE
    assert np.array_equal(opening.supply.errand, usual.supply.errand)
    assert not opening.supply.visit.any() and not opening.announced.any()
