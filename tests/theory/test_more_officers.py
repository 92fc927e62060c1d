"""More officers: residents whom a full desk sent home are served, at that desk alone."""

import pytest

from ikdsim.policy.more_officers import MoreOfficers
from tests.theory.lever import START, assert_nothing_before_its_start, gain, minutes, under, work_otherwise

ALL_PLACES = under().setup.region.place_names
BAHAGIA = ALL_PLACES[:1]


def hired(officers=2, desk="kecamatan_desk", places=ALL_PLACES, only_ikd=False, part_of_week=1.0):
    return MoreOfficers(
        name="x",
        start=START,
        desk=desk,
        places=places,
        officers=officers,
        only_ikd=only_ikd,
        part_of_week=part_of_week,
    )


def test_more_officers_mean_more_users():
    assert 0.0 < gain(hired(1)).sum() < gain(hired(3)).sum()


def test_officers_who_do_nothing_but_ikd_bring_more_than_those_for_all_services():
    assert gain(hired(only_ikd=True)).sum() > gain(hired()).sum()


def test_a_desk_of_a_kelurahan_serves_its_own_residents():
    by_place = gain(hired(desk="village_desk", places=BAHAGIA))
    assert by_place[0] > 3.0 * by_place[1:].max() > 0.0  # they leave time to others elsewhere


def test_only_that_desk_works_otherwise():
    changed = work_otherwise(hired(desk="village_desk", places=BAHAGIA))
    assert set.union(*changed.values()) == {"village_desk"}


@pytest.mark.parametrize("part_of_week", [1.0, 0.4])
def test_the_desk_has_as_many_minutes_more_as_they_work(part_of_week):
    before, after = minutes(), minutes(hired(part_of_week=part_of_week))
    gained = {name: after[name] - before[name] for name in before}
    assert gained.pop("kecamatan_desk") == pytest.approx(2 * part_of_week * 2250.0 * 0.85, rel=0.01)
    assert set(gained.values()) == {0.0}


def test_of_an_officer_of_the_regency_the_region_has_its_share_and_pays_it():
    office, own = (hired(desk=desk) for desk in ("district_office", "kecamatan_desk"))
    minutes_gained = minutes(office)["district_office"] - minutes()["district_office"]
    assert 0.0 < minutes_gained < 0.02 * 2 * 2250.0
    paid = [under(lever).setup.programme.spent_until(100)["more_officers"] for lever in (office, own)]
    assert paid[0] / paid[1] == pytest.approx(minutes_gained / (2 * 2250.0 * 0.85), rel=0.02)


def test_nobody_changes_before_it():
    assert_nothing_before_its_start(hired())
