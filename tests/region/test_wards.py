"""A place has as many wards (RW) as halls would serve its residents."""

import numpy as np
import pytest

from ikdsim.region.load import load_region
from ikdsim.region.wards import place_of_wards, ward_starts
from tests.factories import make_parameters

BABELAN = load_region("babelan")


@pytest.mark.parametrize(("size", "bahagia", "hurip_jaya"), [(1250.0, 71, 4), (800.0, 111, 6), (2100.0, 42, 2)])
def test_wards_follow_from_residents(size, bahagia, hurip_jaya):
    counts = np.diff(ward_starts(BABELAN, make_parameters({"population.ward_residents": size})))
    assert counts[0] == bahagia
    assert counts[BABELAN.place_names.index("Desa Hurip Jaya")] == hurip_jaya


def test_every_place_has_a_ward_and_every_ward_a_place():
    starts = ward_starts(BABELAN, make_parameters())
    places = place_of_wards(starts)
    assert len(places) == starts[-1]
    assert set(places.tolist()) == set(range(len(BABELAN.places)))
    assert (np.diff(places) >= 0).all()
