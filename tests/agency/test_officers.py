"""Who works for the office: as many as the region says, unlike one another, the same whatever is planned."""

import dataclasses

import pytest

from ikdsim.agency.officers import EVERYWHERE, person, roster
from tests.factories import TOWN, make_parameters, two_places

UNEQUAL = {"resources.hours_spread": 0.2}


def officers(seed=1, numbers=None, region=None):
    return roster(seed, region or two_places(), make_parameters(numbers))


def with_officers(point_id, count):
    """The two places, with another number of officers at one desk."""
    region = two_places()
    points = [
        dataclasses.replace(point, officers=dataclasses.replace(point.officers, value=count))
        if point.id == point_id
        else point
        for point in region.service_points
    ]
    return dataclasses.replace(region, service_points=tuple(points))


def test_every_desk_has_its_people_and_its_hours():
    for point in two_places().service_points:
        here = [officer for officer in officers(numbers=UNEQUAL) if officer.post == point.id]
        assert len(here) == point.officers.value
        assert sum(officer.hours for officer in here) == pytest.approx(
            point.officers.value * point.hours_per_week.value
        )


def test_people_at_a_village_desk_belong_to_its_place():
    assert {officer.place for officer in officers() if officer.post == "village_desk"} == {TOWN}
    assert {officer.place for officer in officers() if officer.post != "village_desk"} == {EVERYWHERE}


def test_work_is_divided_unevenly():
    hours = [officer.hours for officer in officers(numbers=UNEQUAL) if officer.post == "district_office"]
    assert len(set(hours)) == len(hours)
    assert 37.5 * 0.65 < min(hours) < 37.5 < max(hours) < 37.5 * 1.5
    equal = officers(numbers={"resources.hours_spread": 0.0})
    assert {officer.hours for officer in equal if officer.post == "district_office"} == {37.5}


def test_a_fraction_of_an_officer_is_one_who_works_fewer_hours():
    here = [one for one in officers(region=with_officers("kecamatan_desk", 1.5)) if one.post == "kecamatan_desk"]
    assert len(here) == 2
    assert sum(officer.hours for officer in here) == pytest.approx(1.5 * 37.5)


def test_a_desk_without_officers_has_nobody():
    assert not [one for one in officers(region=with_officers("kecamatan_desk", 0)) if one.post == "kecamatan_desk"]


def test_chance_is_that_of_the_seed_and_the_person():
    assert officers(seed=1) == officers(seed=1)
    assert officers(seed=1) != officers(seed=2)
    assert len({officer.skill_luck for officer in officers()}) == len(officers())


def test_a_colleague_more_changes_nobody():
    few = officers(region=with_officers("kecamatan_desk", 2))
    more = officers(region=with_officers("kecamatan_desk", 3))
    assert {(one.post, one.rank, one.skill_luck) for one in few} < {
        (one.post, one.rank, one.skill_luck) for one in more
    }


def test_somebody_is_the_same_whenever_asked():
    assert person(7, "team", EVERYWHERE, 2, 37.5) == person(7, "team", EVERYWHERE, 2, 37.5)
