"""Readings of rows 4 and 7 of Table 1."""

import pytest

from ikdsim.calibration.readings import readings, region_read_as
from ikdsim.region.load import load_region

NAMED = {reading.name: reading for reading in readings()}


def km(name):
    places = {place.name: place for place in region_read_as("babelan", NAMED[name]).places}
    return [round(places[row].km["kecamatan_desk"], 1) for row in ("Desa Kebalen", "Desa Teluk Mati")]


def test_the_first_reading_is_that_of_the_shipped_region():
    assert region_read_as("babelan", readings()[0]) == load_region("babelan")


@pytest.mark.parametrize(
    ("name", "distances"), [("C", [2.8, 10.6]), ("A", [2.8, 2.8]), ("B1", [3.4, 2.2]), ("B2", [2.2, 3.4])]
)
def test_each_reading_moves_the_two_rows(name, distances):
    assert km(name) == distances


def test_a_reading_changes_only_where_the_two_rows_lie():
    shipped, other = load_region("babelan"), region_read_as("babelan", NAMED["A"])
    assert [a.name for a, b in zip(shipped.places, other.places, strict=True) if a != b] == ["Desa Teluk Mati"]
    counts = [(place.residents, place.recorded, place.activated, place.signal) for place in shipped.places]
    assert counts == [(place.residents, place.recorded, place.activated, place.signal) for place in other.places]


def test_only_the_reading_that_was_chosen_after_others_had_failed_is_not_blind():
    assert {name: reading.not_blind for name, reading in NAMED.items() if reading.not_blind} == {
        "C": ("Desa Teluk Mati",)
    }
