"""Conditions of a place: alike today, but for the intensity that the region states."""

import dataclasses

import pytest

from ikdsim.agency.place import PlaceConditions, contacts, intensity, usual_places
from ikdsim.region.region import DEMAND, SUPPLY
from tests.factories import region_where, two_places


def test_today_no_place_differs_from_another_but_in_signal():
    assert usual_places(two_places()) == [PlaceConditions(signal=1.0), PlaceConditions(signal=0.6)]


def test_the_intensities_are_those_of_the_region():
    town, coast = two_places().places
    region = region_where(places=(town, dataclasses.replace(coast, intensity=3.0)))
    assert [place.intensity for place in usual_places(region)] == [1.0, 3.0]


@pytest.mark.parametrize(("side", "expected"), [(SUPPLY, (2.0, 1.0, 2.0)), (DEMAND, (1.0, 2.0, 1.0))])
def test_intensity_acts_on_one_side(side, expected):
    place, region = PlaceConditions(intensity=2.0), region_where(intensity_acts_on=side)
    acts = (intensity(place, region, SUPPLY), intensity(place, region, DEMAND), contacts(place, region))
    assert acts == expected
