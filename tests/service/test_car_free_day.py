"""A stand on a car-free day is for those who live near it, has IKD explained to all who stop, and serves no errands."""

import numpy as np
import pytest

from ikdsim.agency.conditions import Visit
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.randomness import ONE
from ikdsim.region.load import load_region
from ikdsim.service.errands import visitors
from ikdsim.service.kinds import CAR_FREE_DAY
from tests.factories import make_conditions, open_week, stations_of

BABELAN = load_region("babelan")
BAHAGIA = BABELAN.place_names.index("Kelurahan Bahagia")
NUMBERS = {"implementation.explaining_minutes": 2.0, "implementation.visit_errands": 0.14}


def week_with_a_stand(minutes, catchment=3000.0):
    numbers = {**NUMBERS, "implementation.car_free_day_catchment": catchment}
    conditions = make_conditions(numbers, region=BABELAN)
    conditions.visits.append(Visit(CAR_FREE_DAY, BAHAGIA, (), minutes, 0.5))
    return open_week(conditions), stations_of(CAR_FREE_DAY, conditions)[BAHAGIA]


def test_the_nearer_the_more_come():
    opening, stand = week_with_a_stand(1e6)
    first_wards = opening.ward_start[:-1]
    turnout = opening.supply.visit[first_wards, stand]
    assert turnout.argmax() == BAHAGIA
    assert 0.0 < turnout[BABELAN.place_names.index("Desa Hurip Jaya")] < 0.7 * turnout[BAHAGIA]


def test_all_who_stop_are_as_many_as_residents_next_door_would_be():
    few, many = (visitors(*week_with_a_stand(1e6, catchment)[::-1]) for catchment in (3000.0, 6000.0))
    assert many == pytest.approx(2 * few)
    assert few == pytest.approx(0.14 * 3000 * 0.57, rel=0.1)


def test_everybody_who_stops_is_offered_ikd_and_as_many_stop_as_officers_can_tell():
    opening, stand = week_with_a_stand(200.0)
    assert opening.supply.offer[stand] == opening.supply.offer_without_card[stand] == ONE
    assert visitors(stand, opening) == pytest.approx(100.0 / 2.0)
    assert opening.supply.errand_ms[stand] == 100 * MILLISECONDS_PER_MINUTE


def test_errands_and_desks_are_as_without_it():
    usual, (opening, stand) = open_week(make_conditions(NUMBERS, region=BABELAN)), week_with_a_stand(720.0)
    others = np.arange(len(opening.supply.offer)) != stand
    for name in ("capacity_ms", "errand_ms", "offer"):
        assert np.array_equal(getattr(opening.supply, name)[others], getattr(usual.supply, name)[others])
    assert np.array_equal(opening.supply.errand[:, others], usual.supply.errand[:, others])
