"""Readings of rows that bear no village's name: distances follow, and nothing else."""

from dataclasses import replace

import pytest

from ikdsim.region.load import load_region
from ikdsim.region.readings import as_read, readings_of

KEBALEN, TELUK_MATI = 3, 6


def test_the_shipped_region_is_read_as_c():
    region = load_region("babelan")
    assert as_read(region, "C") == region


@pytest.mark.parametrize(
    ("reading", "kebalen", "teluk_mati"),
    [("C", 2.8, 10.6), ("A", 2.8, 2.8), ("B1", 3.4, 2.2), ("B2", 2.2, 3.4)],
)
def test_distances_to_the_kecamatan_office_are_the_frozen_ones(reading, kebalen, teluk_mati):
    places = as_read(load_region("babelan"), reading).places
    assert places[KEBALEN].km["kecamatan_desk"] == pytest.approx(kebalen, abs=0.06)
    assert places[TELUK_MATI].km["kecamatan_desk"] == pytest.approx(teluk_mati, abs=0.06)


def test_a_reading_leaves_the_counts_alone():
    region, read = load_region("babelan"), as_read(load_region("babelan"), "B1")
    for before, after in zip(region.places, read.places, strict=True):
        same = {"stands_for", "latitude", "longitude", "area_km2", "km"}
        assert replace(after, **{name: getattr(before, name) for name in same}) == before


def test_every_reading_names_villages_that_there_are():
    assert set(readings_of("babelan")) == {"C", "A", "B1", "B2"}
    for reading in readings_of("babelan"):
        as_read(load_region("babelan"), reading)
