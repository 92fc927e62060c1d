"""The desks that serve Babelan."""

from dataclasses import replace
from datetime import date

import pytest

from ikdsim.region.load import load_region
from ikdsim.region.service_points import ServicePoint


def desks() -> dict[str, ServicePoint]:
    return {point.id: point for point in load_region("babelan").service_points}


def test_four_kinds_of_desk_serve_babelan():
    assert list(desks()) == ["district_office", "mall_outlet", "kecamatan_desk", "village_desk"]


def test_office_and_outlet_serve_the_whole_regency():
    assert [name for name, desk in desks().items() if desk.serves_regency] == ["district_office", "mall_outlet"]


def test_the_village_desk_stands_in_the_two_kelurahan():
    desk = desks()["village_desk"]
    assert desk.site is None
    assert desk.places == ("Kelurahan Bahagia", "Kelurahan Kebalen Kota")


@pytest.mark.parametrize(("there", "places"), [(0.0, 2), (0.4, 2), (0.6, 3), (1.0, 3)])
def test_a_desk_of_unknown_existence_stands_if_its_number_says_so(there, places):
    region = load_region("babelan", {"village_desk.exists.Desa Hurip Jaya": there})
    points = {point.id: point for point in region.service_points}
    assert len(points["village_desk"].places) == places
    assert ("Desa Hurip Jaya" in points["village_desk"].places) == (places == 3)


def test_the_mall_opens_during_2023_and_the_others_were_open_before():
    assert desks()["mall_outlet"].opens == date(2023, 7, 3)
    assert desks()["kecamatan_desk"].opens is None
    day_before, mall = date(2023, 7, 2), desks()["mall_outlet"]
    assert [mall.is_open(day) for day in (day_before, mall.opens)] == [False, True]
    assert desks()["kecamatan_desk"].is_open(day_before)


def test_every_number_of_a_desk_can_be_wrong_in_a_stated_range():
    for point in desks().values():
        for number in point.numbers.values():
            assert number.low < number.high


def test_a_desk_that_may_not_exist_is_open_only_if_it_does():
    desk = desks()["kecamatan_desk"]
    assert desk.exists is not None
    assert desk.exists.kind == "inferred"
    open_at = {value: with_number(desk, "exists", value).is_open(date(2024, 1, 1)) for value in (0.0, 0.4, 0.6, 1.0)}
    assert open_at == {0.0: False, 0.4: False, 0.6: True, 1.0: True}


@pytest.mark.parametrize("number", ["officers", "hours_per_week"])
def test_a_desk_without_officers_or_hours_is_not_open(number):
    assert not with_number(desks()["village_desk"], number, 0.0).is_open(date(2024, 1, 1))


def with_number(desk: ServicePoint, name: str, value: float) -> ServicePoint:
    return replace(desk, **{name: replace(getattr(desk, name), value=value)})
