"""A desk of the regency serves whoever comes: the region's part of its time follows from who lives where."""

import dataclasses

import pytest

from ikdsim.region.demand import attraction, errands_at, kilometres_of_place, share_of_time
from ikdsim.region.load import load_region
from ikdsim.region.wards import ward_starts
from tests.factories import make_conditions, make_parameters, open_week

BABELAN = load_region("babelan")
DESKS = tuple(point.id for point in BABELAN.service_points)
OFFICE, OUTLET = "district_office", "mall_outlet"


def share(desk, region=BABELAN, desks=DESKS, **values):
    parameters = make_parameters({f"implementation.{name}": value for name, value in values.items()})
    return share_of_time(region.service_point(desk), region, desks, parameters)


@pytest.mark.parametrize("desk", ["kecamatan_desk", "village_desk"])
def test_a_desk_of_its_own_serves_the_region_alone(desk):
    assert share(desk) == 1.0


def test_the_far_office_serves_babelan_less_than_its_part_of_the_residents():
    assert share(OFFICE) < BABELAN.regency_share.value < share(OUTLET)


def test_where_distance_does_not_count_everybody_has_a_part_by_number():
    away = {"distance_decay": 1e9, "attraction_village_desk": 0.0}
    assert share(OFFICE, **away) == pytest.approx(245_330 / 3_387_601)


def test_the_more_distance_counts_the_less_is_left_of_a_far_desk():
    shares = [share(OFFICE, distance_decay=km) for km in (25.0, 10.0, 5.0, 3.0)]
    assert shares == sorted(shares, reverse=True)


def test_residents_who_move_nearer_ask_for_more_of_a_desk():
    near = [dataclasses.replace(place, km={**place.km, OFFICE: 1.0}) for place in BABELAN.places]
    assert share(OFFICE, dataclasses.replace(BABELAN, places=tuple(near))) > 2.0 * share(OFFICE)


def test_a_region_alone_in_its_regency_has_all_the_time():
    assert share(OFFICE, dataclasses.replace(BABELAN, kecamatan=())) == 1.0


def test_a_desk_that_is_not_open_yet_draws_nobody_away():
    without = tuple(desk for desk in DESKS if desk != OUTLET)
    assert share(OFFICE, desks=without) != share(OFFICE)


def strength(further_hours=0.0, **numbers):
    """Attraction of a village desk with such `officers` and `hours_per_week`."""
    region = load_region("babelan", {f"village_desk.{name}": value for name, value in numbers.items()})
    parameters = make_parameters({"implementation.attraction_village_desk": 0.8})
    return attraction(region.service_point("village_desk"), parameters, further_hours)


def test_a_desk_draws_as_far_as_it_is_staffed_and_no_further():
    assert strength(officers=0.5, hours_per_week=15.0) == pytest.approx(0.8 * 0.2)
    assert strength(officers=0.05, hours_per_week=15.0) == pytest.approx(0.8 * 0.02)
    assert strength(officers=0.0) == 0.0
    assert strength(officers=2.0, hours_per_week=37.5) == strength(officers=1.0, hours_per_week=37.5) == 0.8


def test_a_team_that_sits_at_a_desk_is_staff_of_it():
    assert strength(officers=1.0, hours_per_week=7.5, further_hours=15.0) == pytest.approx(0.8 * 0.6)


def test_babelan_brings_what_the_week_of_the_model_brings():
    conditions = make_conditions(region=BABELAN)
    supply = open_week(conditions).supply
    office, first_ward = list(supply.kind).index(0), ward_starts(BABELAN, conditions.parameters)
    desks = {point.id: attraction(point, conditions.parameters) for point in BABELAN.service_points}
    for row, place in enumerate(BABELAN.places):
        yearly = desks[OFFICE] * errands_at(OFFICE, kilometres_of_place(place, BABELAN), desks, conditions.parameters)
        assert supply.errand[first_ward[row], office] * 52.1775 == pytest.approx(yearly, rel=1e-3)
