"""What the model asks a region for."""

from datetime import date

from ikdsim.region.load import load_region


def test_the_target_is_30_percent_of_the_recorded():
    region = load_region("babelan")
    assert region.target == 58_640
    assert round(0.30 * region.target_base) == region.target


def test_the_table_has_a_date_and_the_regency_lends_a_share():
    region = load_region("babelan")
    assert region.table_date == date(2025, 1, 17)
    assert region.regency_share.value == 0.0724


def test_places_are_named_in_the_order_of_the_table():
    region = load_region("babelan")
    assert region.place_names == tuple(place.name for place in region.places)
    assert region.place_names[0] == "Kelurahan Bahagia"


def test_every_number_is_found_by_its_name():
    region = load_region("babelan")
    assert all(name == number.name for name, number in region.numbers.items())
    assert "babelan.kecamatan_desk.officers" in region.numbers
    assert "babelan.urban_weight" in region.numbers
