"""Tables for readers: no code is left in them."""

import pytest

from ikdsim.experiment.readable import head, place_label, readable
from ikdsim.experiment.tables import tables
from ikdsim.language import LANGUAGES
from tests.experiment.factories import make_comparison

COMPARISON = make_comparison({"baseline": [10.0, 20.0], "team": [12.0, 24.0]})


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", tables(COMPARISON))
def test_every_table_is_told_with_a_head_above_each_column(name, lang):
    frame = tables(COMPARISON)[name]
    told = readable(frame, COMPARISON, lang)
    heads = [head(column, lang) for column in told.columns]
    assert len(told) == len(frame)
    assert len(set(heads)) == len(heads)
    assert not any("_" in words for words in heads)
    texts = told.select_dtypes(include=["object", "string"])
    texts = texts.drop(columns="number_name", errors="ignore")  # a price file names numbers in the same way
    assert not any("_" in str(cell) for cell in texts.to_numpy().ravel())


def test_a_scenario_is_told_by_its_title():
    told = readable(tables(COMPARISON)["places"], COMPARISON, "id")
    assert set(told["scenario"]) == {"Skenario baseline", "Skenario team"}


def test_only_what_has_a_table_of_its_own_is_left_out():
    frame = tables(COMPARISON)["comparison"]
    left_out = set(frame.columns) - set(readable(frame, COMPARISON, "en").columns)
    assert left_out and all(name.startswith("taken_from_others_") for name in left_out)


def test_a_place_without_an_official_village_says_so():
    labels = {place.name: place_label(place, "id") for place in COMPARISON.region.places}
    told_apart = {name for name, label in labels.items() if label != name}
    assert told_apart == {place.name for place in COMPARISON.region.places if place.approximate}
    assert labels["Desa Teluk Mati"] == "Desa Teluk Mati (bukan desa resmi)"
