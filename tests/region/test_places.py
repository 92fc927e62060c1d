"""The nine places of Table 1 as the model sees them."""

from dataclasses import replace

import pytest

from ikdsim.errors import BadInput
from ikdsim.region.files import read_files
from ikdsim.region.load import load_region, region_folder
from ikdsim.region.places import Place, imputed_percent, places_of


def place(name: str) -> Place:
    return next(place for place in load_region("babelan").places if place.name == name)


def test_the_table_counts_245_330_residents_in_nine_places():
    places = load_region("babelan").places
    assert [sum(getattr(place, column) for place in places) for column in ("residents", "recorded", "activated")] == [
        245_330,
        186_337,
        11_354,
    ]
    assert [place.name for place in places][::8] == ["Kelurahan Bahagia", "Desa Buni Bakti"]


def test_two_kelurahan_are_urban_and_three_desa_lie_at_the_coast():
    places = load_region("babelan").places
    assert [place.name for place in places if place.kind == "urban"] == [
        "Kelurahan Bahagia",
        "Kelurahan Kebalen Kota",
    ]
    assert [place.name for place in places if place.coastal] == [
        "Desa Pantai Hurip",
        "Desa Teluk Mati",
        "Desa Hurip Jaya",
    ]


def test_teluk_mati_takes_the_mean_of_the_two_coastal_villages():
    first, second, mean = place("Desa Hurip Jaya"), place("Desa Pantai Hurip"), place("Desa Teluk Mati")
    assert mean.approximate and not first.approximate
    assert mean.latitude == pytest.approx((first.latitude + second.latitude) / 2)
    assert mean.area_km2 == pytest.approx((first.area_km2 + second.area_km2) / 2)
    for desk, km in mean.km.items():
        assert km == pytest.approx((first.km[desk] + second.km[desk]) / 2)


def test_desa_kebalen_takes_the_mean_of_the_two_villages_that_the_table_leaves_out():
    kebalen = place("Desa Kebalen")
    assert kebalen.stands_for == ("Desa Kedung Pengawas", "Desa Kedungjaya")
    assert kebalen.km["kecamatan_desk"] == pytest.approx(2.8, abs=0.05)


def test_distances_are_those_measured_on_the_boundaries():
    assert place("Desa Hurip Jaya").km["district_office"] == pytest.approx(38.3, abs=0.06)
    assert place("Kelurahan Kebalen Kota").km["kecamatan_desk"] == pytest.approx(2.9, abs=0.06)


def test_a_desk_in_the_village_is_no_way_and_elsewhere_the_nearest_counts():
    assert place("Kelurahan Bahagia").km["village_desk"] == 0
    assert place("Desa Babelan Kota").km["village_desk"] == place("Kelurahan Bahagia").km["kecamatan_desk"]


def test_the_signal_falls_from_the_city_to_the_coast():
    assert place("Kelurahan Bahagia").signal > place("Desa Muara Bakti").signal > place("Desa Hurip Jaya").signal


@pytest.mark.parametrize(
    ("residents", "recorded", "percent"), [(12_467, 7_480, 60), (24_521, 18_390, 75), (88_583, 68_412, None)]
)
def test_a_count_that_is_a_round_share_is_recognised(residents, recorded, percent):
    assert imputed_percent(residents, recorded, step=5) == percent


def test_six_recorded_counts_are_filled_in():
    assert sum(place.recorded_imputed for place in load_region("babelan").places) == 6


def test_more_recorded_than_residents_cannot_be():
    files = read_files(region_folder("babelan"))
    counts = {"Desa A": ("100", "120", "10"), "Desa B": ("100", "60", "70"), "Desa C": ("100", "60", "0")}
    columns = ("residents", "recorded", "activated")
    rows = [{"name": name, **dict(zip(columns, row, strict=True))} for name, row in counts.items()]
    with pytest.raises(BadInput) as problem:
        places_of(replace(files, places=rows), {}, ())
    assert [fault.facts["place"] for fault in problem.value.faults] == ["Desa A", "Desa B"]


def test_every_place_has_an_intensity_with_a_range():
    region = load_region("babelan")
    assert {place.intensity for place in region.places} == {1.0}
    number = region.numbers["babelan.intensity.Desa Hurip Jaya"]
    assert (number.kind, number.low < 1.0 < number.high) == ("assumed", True)
