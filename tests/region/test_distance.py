"""Distances on the map."""

import pytest

from ikdsim.region.distance import great_circle_km


def test_a_degree_of_longitude_at_the_equator_is_111_km():
    assert great_circle_km((0.0, 107.0), (0.0, 108.0)) == pytest.approx(111.195, abs=0.001)


def test_a_degree_of_longitude_shrinks_towards_the_pole():
    assert great_circle_km((60.0, 107.0), (60.0, 108.0)) == pytest.approx(111.195 / 2, rel=1e-3)


def test_the_way_back_is_as_long_and_home_is_no_way():
    bahagia, hurip_jaya = (-6.18378, 107.01901), (-6.06866, 107.02303)
    assert great_circle_km(bahagia, hurip_jaya) == great_circle_km(hurip_jaya, bahagia)
    assert great_circle_km(bahagia, bahagia) == 0
