"""What numbers of the regency mean in the region."""

from dataclasses import replace
from datetime import date

import pytest

from ikdsim.policy.campaign import Campaign
from ikdsim.policy.service_vehicle import ServiceVehicle
from ikdsim.report.meaning import meanings
from tests.factories import make_scenario

START = date(2023, 3, 6)


def tour(vehicles, region_share=None):
    places = ("Desa Hurip Jaya",)
    return ServiceVehicle(
        name="tour", start=START, vehicles=vehicles, days_per_week=4.0, places=places, region_share=region_share
    )


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "3 vehicles of the regency = about 45 days a year in Babelan (share 7.24%)"),
        ("id", "3 mobil kabupaten = sekitar 45 hari setahun di Babelan (bagian 7,24%)"),
    ],
)
def test_vehicles_of_the_regency_are_told_in_days_here(lang, told):
    assert meanings(make_scenario((tour(3),)), lang) == [told]


def test_a_share_of_its_own_is_the_one_that_is_told():
    [told] = meanings(make_scenario((tour(1, region_share=1.0),)), "en")
    assert told == "1 vehicle of the regency = about 209 days a year in Babelan (share 100.00%)"


def test_a_share_that_the_scenario_sets_for_the_region_is_told_too():
    scenario = replace(make_scenario((tour(1),)), region_numbers={"regency_share": 0.05})
    assert "about 10 days a year in Babelan (share 5.00%)" in meanings(scenario, "en")[0]


def test_a_policy_without_numbers_of_the_regency_has_nothing_to_say():
    assert meanings(make_scenario((Campaign(name="posts", start=START, extra_posts_per_week=3.0),)), "en") == []
