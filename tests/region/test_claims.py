"""Printed figures, and how they are recomputed."""

import pytest

from ikdsim.region.claims import Figure, Quantity, read_claims
from ikdsim.region.load import load_region, region_folder

ALL_ACTIVATED = Quantity("activated")
RESIDENTS = Quantity("residents")


def computed(figure: Figure) -> float:
    region = load_region("babelan")
    return figure.compute(region, region.numbers)


def test_a_count_is_a_sum_over_places():
    assert computed(Figure(ALL_ACTIVATED, None, percent=False)) == 11_354


def test_a_place_can_be_left_out_or_taken_alone():
    without = Quantity("activated", without=("Desa Buni Bakti",))
    assert computed(Figure(without, None, percent=False)) == 11_134
    assert computed(Figure(Quantity("activated", "Desa Teluk Mati"), None, percent=False)) == 42


def test_a_rate_is_a_percentage_or_a_plain_ratio():
    assert computed(Figure(ALL_ACTIVATED, RESIDENTS, percent=True)) == pytest.approx(4.628, abs=0.001)
    assert computed(Figure(ALL_ACTIVATED, RESIDENTS, percent=False)) == pytest.approx(0.04628, abs=0.00001)


def test_a_number_of_the_region_can_be_the_whole():
    assert computed(Figure(ALL_ACTIVATED, Quantity("target"), percent=True)) == pytest.approx(19.36, abs=0.01)


def test_both_rates_of_every_row_are_claims():
    claims = read_claims(region_folder("babelan"))
    assert len([claim for claim in claims if claim.place]) == 18
    assert len({(claim.code, claim.place) for claim in claims}) == len(claims)
