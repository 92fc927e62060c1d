"""What happened in a region is in every run of it, and reads like the policies of a scenario."""

import dataclasses
from datetime import date

import pytest

from ikdsim.errors import BadInput
from ikdsim.scenario.history import history_policies
from tests.factories import two_places
from tests.scenario.conftest import Boat, Storm


def region_with(*tables):
    return dataclasses.replace(two_places(), history=tables)


BOAT = {"kind": "boat", "name": "ferry", "start": date(2024, 1, 1), "crew": 2}
STORM = {"kind": "storm", "name": "storm", "start": date(2023, 2, 6)}


def test_policies_of_the_past_keep_their_order_and_their_kinds():
    boat, storm = history_policies(region_with(BOAT, STORM))
    assert (type(boat), boat.name, boat.crew, boat.places) == (Boat, "ferry", 2, ("Town", "Coast"))
    assert (type(storm), storm.start) == (Storm, date(2023, 2, 6))


def test_a_region_without_a_past_has_none():
    assert history_policies(region_with()) == []


def test_a_mistake_in_the_past_is_told_under_the_file_of_the_region():
    with pytest.raises(BadInput) as raised:
        history_policies(region_with(STORM, BOAT | {"crow": 2, "places": ["Atlantis"]}))
    assert [fault.code for fault in raised.value.faults] == ["unknown_key", "unknown_place"]
    assert {fault.facts["file"] for fault in raised.value.faults} == {"babelan/history.toml"}
