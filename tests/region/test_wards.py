"""Wards: every place has as many as come nearest to its residents, one at least."""

import dataclasses

import numpy as np
import pytest

from ikdsim.region.wards import place_of_wards, ward_starts
from tests.factories import make_parameters, two_places


@pytest.mark.parametrize(("size", "starts"), [(1250.0, [0, 2, 4]), (1000.0, [0, 3, 6]), (50_000.0, [0, 1, 2])])
def test_a_place_has_so_many_wards_as_come_nearest_to_its_residents(size, starts):
    parameters = make_parameters({"population.ward_residents": size})
    assert ward_starts(two_places(), parameters).tolist() == starts  # 3,000 residents in each place


def test_a_larger_place_has_more_wards():
    town, coast = two_places().places
    region = dataclasses.replace(two_places(), places=(dataclasses.replace(town, residents=10_000), coast))
    counts = np.diff(ward_starts(region, make_parameters({"population.ward_residents": 1000.0})))
    assert counts.tolist() == [10, 3]


def test_every_ward_knows_its_place():
    assert place_of_wards(np.array([0, 2, 3])).tolist() == [0, 0, 1]
