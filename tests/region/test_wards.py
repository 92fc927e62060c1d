"""A place has as many wards (RW) as halls would serve its residents."""

from itertools import pairwise

import pytest

from ikdsim.region.load import load_region
from ikdsim.region.wards import ward_starts
from tests.factories import make_parameters

BABELAN = load_region("babelan")


@pytest.mark.parametrize(("size", "bahagia", "hurip_jaya"), [(1250.0, 71, 4), (800.0, 111, 6), (2100.0, 42, 2)])
def test_wards_follow_from_residents(size, bahagia, hurip_jaya):
    starts = ward_starts(BABELAN, make_parameters({"population.ward_residents": size}))
    counts = [end - first for first, end in pairwise(starts)]
    assert counts[0] == bahagia
    assert counts[BABELAN.place_names.index("Desa Hurip Jaya")] == hurip_jaya


def test_every_place_has_a_ward():
    starts = ward_starts(BABELAN, make_parameters({"population.ward_residents": 2100.0}))
    assert starts[0] == 0
    assert len(starts) == len(BABELAN.places) + 1
    assert all(first < end for first, end in pairwise(starts))
