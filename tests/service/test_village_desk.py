"""A village desk stands where access rights were granted, and serves its own residents."""

import dataclasses

import pytest

from ikdsim.service.kinds import VILLAGE_DESK
from ikdsim.service.village_desk import VillageDesk
from tests.factories import COAST, TOWN, make_conditions, open_week, stations_of, two_places


def test_only_places_with_access_rights_have_a_desk():
    assert VillageDesk().stations(two_places()) == [(VILLAGE_DESK, TOWN)]


def test_it_serves_its_own_residents_and_nobody_else():
    conditions = make_conditions({"implementation.walk_in": 0.2})
    (position,) = stations_of(VILLAGE_DESK, conditions)
    opening = open_week(conditions)
    open_share = 10.0 / opening.conditions.parameters.value("resources.officer_hours")
    assert opening.supply.walk_in[TOWN, position] == pytest.approx(0.2 * open_share)
    assert opening.supply.walk_in[COAST, position] == 0.0
    here = opening.place_of_ward == TOWN
    assert (opening.supply.errand[here, position] > 0.0).all()
    assert not opening.supply.errand[~here, position].any()


def test_access_rights_for_another_place_make_another_desk():
    region = two_places()
    points = [
        dataclasses.replace(point, places=("Town", "Coast")) if point.id == "village_desk" else point
        for point in region.service_points
    ]
    both = dataclasses.replace(region, service_points=tuple(points))
    assert [station.place for station in VillageDesk().stations(both)] == [TOWN, COAST]
