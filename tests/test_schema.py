"""Declared tables: what may stand in them, and all their faults at once."""

from dataclasses import dataclass
from datetime import date

import pytest

from ikdsim.schema import Where, choice, day, number, place_names, read, share, truth, whole, words

PLACES = {"Desa Hulu": frozenset({"all"}), "Desa Hilir": frozenset({"all"})}


@dataclass(frozen=True, kw_only=True)
class Boat:
    name: str = words()
    crew: int = whole(1, 9, "sailors")
    speed: float = number(0.5, 30, "knots", default=6.0)
    full: float = share(default=0.0)
    covered: bool = truth(default=False)
    launched: date | None = day(default=None)
    engine: str = choice(("sail", "diesel"), default="sail")
    harbours: tuple[str, ...] = place_names("all")


def boat(**changes):
    return {"name": "Bahtera", "crew": 3, **changes}


def faults_of(**changes):
    made, faults = read(Boat, boat(**changes), Where("boat.toml", "", {"crew": 4}), PLACES)
    assert made is None
    return faults


def test_a_right_table_becomes_an_instance():
    made, faults = read(Boat, boat(speed=7, harbours=["Desa Hilir"]), Where(), PLACES)
    assert faults == []
    assert made == Boat(name="Bahtera", crew=3, speed=7.0, harbours=("Desa Hilir",))
    assert isinstance(made.speed, float)


def test_every_place_is_the_default_where_all_is():
    made, _ = read(Boat, boat(), Where(), PLACES)
    assert made.harbours == tuple(PLACES)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"speed": "7"}, "“speed” must be a number such as 0.5"),
        ({"engine": "deisel"}, '“engine” cannot be "deisel" (perhaps “diesel” was meant)'),
        ({"crow": 1}, "there is no key “crow” here; remove it or use one of: name, crew"),
    ],
)
def test_a_wrong_value_is_one_fault_that_names_its_key(change, part):
    [fault] = faults_of(**change)
    assert part in fault.text("en")


def test_a_missing_key_comes_with_an_example():
    _, [fault] = read(Boat, {"name": "Bahtera"}, Where("boat.toml"), PLACES)
    assert "for instance: crew = 1" in fault.text("en")


def test_a_misspelt_key_is_not_missing_as_well():
    _, [fault] = read(Boat, {"name": "Bahtera", "crwe": 3}, Where("boat.toml"), PLACES)
    assert (fault.code, fault.facts["nearest"]) == ("unknown_key", "crew")


def test_all_faults_of_a_table_are_told_at_once():
    faults = faults_of(crew=0, speed="fast", harbours=["Desa Hulo", "Desa Hilri"], colour="red")
    assert [fault.code for fault in faults] == [
        "unknown_key",
        "out_of_range",
        "not_a_number",
        "unknown_place",
        "unknown_place",
    ]


def test_a_fault_knows_its_line_if_the_line_is_known():
    by_key = {fault.facts["key"]: fault for fault in faults_of(crew=0, speed=99)}
    assert by_key["crew"].text("en").startswith("boat.toml, line 4: ")
    assert by_key["speed"].text("en").startswith("boat.toml: ")


def test_a_key_without_a_line_has_that_of_the_head_of_its_table():
    _, [fault] = read(Boat, {"name": "Bahtera"}, Where("boat.toml", "[[boat]] Bahtera", {"": 12}))
    assert fault.text("en").startswith("boat.toml, line 12, [[boat]] Bahtera: the key “crew”")
