"""Numbers that may differ by place: that of the group, or one of the place's own."""

import pytest

from ikdsim.provenance import SourcedValue
from ikdsim.region.numbers_by_place import numbers_by_place

ROWS = [
    {"name": "Kota", "kind": "urban", "coastal": "no"},
    {"name": "Hulu", "kind": "rural", "coastal": "no"},
    {"name": "Pantai", "kind": "rural", "coastal": "yes"},
]


def share(name, value):
    rest = {"unit": "share", "kind": "assumed", "source": "this test", "meaning": "homes with signal"}
    return SourcedValue(name, value=value, low=0.0, high=1.0, **rest)


GROUPS = {
    name: share(name, value)
    for name, value in {"x.signal_urban": 0.9, "x.signal_inland": 0.7, "x.signal_coastal": 0.5}.items()
}


@pytest.mark.parametrize(("place", "value"), [("Kota", 0.9), ("Hulu", 0.7), ("Pantai", 0.5)])
def test_a_place_has_the_number_of_its_group(place, value):
    number = numbers_by_place("x.signal", ROWS, GROUPS, {})[f"x.signal.{place}"]
    assert (number.name, number.value, number.high) == (f"x.signal.{place}", value, 1.0)


def test_a_number_of_its_own_changes_one_place_only():
    made = numbers_by_place("x.signal", ROWS, GROUPS, {"x.signal.Pantai": 0.8})
    assert [number.value for number in made.values()] == [0.9, 0.7, 0.8]
