"""ikdsim data: what the model knows, with sources."""

import json

from ikdsim.provenance import load_parameters


def test_data_lists_what_there_is(ikdsim):
    assert "ikdsim data babelan" in ikdsim("data")[1]
    assert json.loads(ikdsim("data --json")[1])["names"] == ["babelan", "parameters"]


def test_a_region_is_told_with_its_places_and_its_audit(ikdsim):
    region = json.loads(ikdsim("data babelan --json")[1])
    assert len(region["places"]) == 9
    assert "Desa Hurip Jaya" in ikdsim("data babelan")[1]


def test_every_number_of_the_register_is_told_with_its_source(ikdsim):
    numbers = json.loads(ikdsim("data parameters --json")[1])["parameters"]
    assert {number["name"] for number in numbers} == set(load_parameters())
    assert all(number["source"] for number in numbers)
