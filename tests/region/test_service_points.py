"""The desks that serve Babelan."""

from dataclasses import replace
from datetime import date

import pytest

from ikdsim.region.load import load_region, region_folder
from ikdsim.region.service_points import ServicePoint, read_service_points


def desks() -> dict[str, ServicePoint]:
    return {point.id: point for point in load_region("babelan").service_points}


def test_four_kinds_of_desk_serve_babelan():
    assert list(desks()) == ["district_office", "public_service_mall", "kecamatan_desk", "village_desk"]


def test_what_belongs_to_the_regency_reaches_babelan_by_its_share_of_the_residents():
    assert desks()["district_office"].share.value == round(245_330 / 3_387_601, 4)
    assert desks()["public_service_mall"].share == desks()["district_office"].share
    assert desks()["kecamatan_desk"].share.value == 1


def test_the_village_desk_stands_in_the_two_kelurahan():
    desk = desks()["village_desk"]
    assert desk.site() is None
    assert desk.places == ("Kelurahan Bahagia", "Kelurahan Kebalen Kota")


@pytest.mark.parametrize(("there", "places"), [(0.0, 2), (0.4, 2), (0.6, 3), (1.0, 3)])
def test_a_desk_of_unknown_existence_stands_if_its_number_says_so(there, places):
    numbers = load_region("babelan").numbers
    known = {**numbers, "babelan.hurip_jaya_desk": replace(numbers["babelan.hurip_jaya_desk"], value=there)}
    points = {point.id: point for point in read_service_points(region_folder("babelan"), "babelan", known)}
    assert len(points["village_desk"].places) == places
    assert ("Desa Hurip Jaya" in points["village_desk"].places) == (places == 3)


def test_the_mall_opens_during_2023_and_the_others_were_open_before():
    assert desks()["public_service_mall"].opens == date(2023, 7, 3)
    assert desks()["kecamatan_desk"].opens is None
    day_before, mall = date(2023, 7, 2), desks()["public_service_mall"]
    assert [mall.is_open(day) for day in (day_before, mall.opens)] == [False, True]
    assert desks()["kecamatan_desk"].is_open(day_before)


def test_every_number_of_a_desk_can_be_wrong_in_a_stated_range():
    for point in desks().values():
        for number in (number for number in point.numbers() if number is not None):
            assert number.low < number.high
