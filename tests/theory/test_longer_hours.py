"""Longer hours: a desk that opens in the evening draws more residents, and with overtime it has time for them."""

import pytest

from ikdsim.policy.longer_hours import LongerHours
from tests.theory.lever import START, assert_nothing_before_its_start, gain, minutes, under, work_otherwise

ALL_PLACES = under().setup.region.place_names
BAHAGIA = ALL_PLACES[:1]


def evenings(staff="added", desk="kecamatan_desk", places=ALL_PLACES, hours=6.0, officers=2):
    return LongerHours(
        name="x", start=START, desk=desk, places=places, hours_per_week=hours, officers=officers, staff=staff
    )


def test_evenings_with_overtime_mean_more_users_and_more_of_them_more():
    assert 0.0 < gain(evenings(hours=3.0)).sum() < gain(evenings(hours=9.0)).sum()


def test_at_a_desk_of_a_kelurahan_they_serve_its_own_residents():
    by_place = gain(evenings(desk="village_desk", places=BAHAGIA))
    assert by_place[0] > 3.0 * by_place[1:].max() > 0.0  # they leave time to others elsewhere


def test_only_that_desk_works_otherwise():
    changed = work_otherwise(evenings(desk="village_desk", places=BAHAGIA))
    assert set.union(*changed.values()) == {"village_desk"}
    assert "walk_in" in changed


@pytest.mark.parametrize("staff", ["added", "reassigned"])
def test_minutes_are_added_by_overtime_and_moved_without_it(staff):
    before, after = minutes(), minutes(evenings(staff))
    gained = {name: after[name] - before[name] for name in before}
    added = 2 * 360.0 * 0.85 if staff == "added" else 0.0
    assert gained.pop("kecamatan_desk") == pytest.approx(added, rel=0.01, abs=1.0)
    assert set(gained.values()) == {0.0}


def test_an_operator_gives_no_more_evenings_than_the_week_has_hours():
    whole_week = minutes(evenings("reassigned", "village_desk", BAHAGIA, hours=30.0))
    assert whole_week["village_desk"] == pytest.approx(minutes()["village_desk"], rel=0.001)


def test_overtime_is_paid_and_moved_hours_are_not():
    paid = [under(evenings(staff)).setup.programme.spent_until(100) for staff in ("added", "reassigned")]
    assert paid[0]["longer_hours"] > 0.0
    assert "longer_hours" not in paid[1]


def test_of_evenings_at_a_desk_of_the_regency_the_region_has_its_share_and_pays_it():
    outlet, own = (evenings(desk=desk) for desk in ("mall_outlet", "kecamatan_desk"))
    gained = minutes(outlet)["mall_outlet"] - minutes()["mall_outlet"]
    paid = [under(lever).setup.programme.spent_until(100)["longer_hours"] for lever in (outlet, own)]
    assert 0.0 < gained < 0.5 * 2 * 360.0
    assert paid[0] / paid[1] == pytest.approx(gained / (2 * 360.0 * 0.85), rel=0.02)


def test_nobody_changes_before_it():
    assert_nothing_before_its_start(evenings())
