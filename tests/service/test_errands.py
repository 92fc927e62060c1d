"""Errands come from needs: desks share them, distance deters a part."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.region.region import DEMAND
from ikdsim.service.kinds import DISTRICT_OFFICE, KECAMATAN_DESK
from tests.factories import COAST, ONE_WARD, TOWN, make_conditions, open_week, region_where, stations_of

YEARLY = 0.4


def errands(deterred, office=1.0, desk=1.0):
    numbers = {
        "implementation.errands_per_year": YEARLY,
        "implementation.errands_deterred": deterred,
        "implementation.attraction_district_office": office,
        "implementation.attraction_kecamatan_desk": desk,
        **ONE_WARD,
    }
    return open_week(make_conditions(numbers)).supply.errand * WEEKS_PER_YEAR


@settings(max_examples=30)
@given(office=st.floats(0.0, 5.0), desk=st.floats(0.1, 5.0))
def test_needs_that_nothing_deters_are_the_same_everywhere(office, desk):
    assert errands(0.0, office, desk).sum(axis=1) == pytest.approx([YEARLY, YEARLY])


def test_a_place_that_asks_for_more_has_more_errands_at_the_same_desks():
    usual, asking = (make_conditions(ONE_WARD, region=region_where(intensity_acts_on=DEMAND)) for _ in range(2))
    asking.places[COAST].intensity = 2.0
    before, after = (open_week(conditions).supply.errand for conditions in (usual, asking))
    assert after[COAST] == pytest.approx(2.0 * before[COAST])
    assert after[TOWN] == pytest.approx(before[TOWN])


def test_distance_deters_a_part_of_the_errands():
    by_place = errands(0.5).sum(axis=1)
    assert by_place[TOWN] == pytest.approx(YEARLY)  # the place that the desks draw most
    assert 0.5 * YEARLY < by_place[COAST] < by_place[TOWN]


def test_what_nothing_can_deter_remains_however_far_the_desk():
    assert errands(0.5).sum(axis=1)[COAST] > errands(0.9).sum(axis=1)[COAST] > 0.1 * YEARLY


def test_a_desk_that_draws_twice_as_strongly_gets_twice_as_many():
    conditions = make_conditions()
    office, desk = (stations_of(kind, conditions)[0] for kind in (DISTRICT_OFFICE, KECAMATAN_DESK))
    here = errands(0.4, office=1.0, desk=2.0)[TOWN]
    assert here[desk] == pytest.approx(2.0 * here[office])
