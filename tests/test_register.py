"""The register and the code know the same numbers: none is missing, none is idle."""

import dataclasses
import hashlib
import pickle
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import ikdsim
from ikdsim import run
from ikdsim.policy.blank_shortage import BlankShortage
from ikdsim.policy.data_breach import DataBreach
from ikdsim.policy.literacy_class import LiteracyClass
from ikdsim.policy.school_visit import SchoolVisit
from ikdsim.policy.village_leaders import VillageLeaders
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from tests.factories import shipped

REGISTER = tuple(load_parameters())
TOPICS = "|".join(sorted({name.split(".")[0] for name in REGISTER}))
NAME = re.compile(rf'(?<!text\()(?<!text\(f)(?<!Fault\()(?<!Fault\(f)"((?:{TOPICS})\.[a-z0-9_{{}}.]+)"')
"""A name in quotes, with {parts} to fill in, or a beginning that ends in an underscore; not the name of a sentence."""
PACKAGE = Path(ikdsim.__file__).parent


def names_in_the_code() -> list[str]:
    return sorted({name for path in PACKAGE.rglob("*.py") for name in NAME.findall(path.read_text(encoding="utf-8"))})


def matches(written: str) -> list[str]:
    """Names of the register that `written` can stand for."""
    pattern = re.sub(r"\{[^}]*\}", "[a-z0-9_]+", re.escape(written).replace(r"\{", "{").replace(r"\}", "}"))
    if written.endswith("_"):
        pattern += "[a-z0-9_]+"
    return [name for name in REGISTER if re.fullmatch(pattern, name)]


def test_the_search_finds_names_of_every_kind():
    written = names_in_the_code()
    assert "persuasion.spontaneous" in written
    assert any("{" in name for name in written)
    assert any(name.endswith("_") for name in written)


@pytest.mark.parametrize("written", names_in_the_code())
def test_a_name_in_the_code_is_in_the_register(written):
    assert matches(written)


def test_every_number_of_the_register_is_used():
    used = {name for written in names_in_the_code() for name in matches(written)}
    assert set(REGISTER) - used == set()


PLACES = load_region("babelan").place_names
EVERYTHING = dataclasses.replace(
    shipped("combined"),
    policies=(
        *shipped("combined").policies,
        VillageLeaders(name="leaders", start=date(2027, 1, 4), places=PLACES),
        LiteracyClass(name="class", start=date(2027, 1, 4), classes_per_week=20.0, seats=100, places=PLACES),
        SchoolVisit(name="school", start=date(2027, 1, 4), visits_per_week=2.0, places=PLACES, staff="added"),
        BlankShortage(name="shortage", start=date(2027, 1, 4)),
        DataBreach(name="breach", start=date(2027, 6, 7), severity=1.0),
    ),
)
"""All policies and shocks at once, so that every number has something to act on."""


@cache
def everything_a_run_leaves(name: str = "", value: float = 0.0) -> str:
    """Hash of all that is printed of a run with another `value` of the number called `name`."""
    scenario = dataclasses.replace(EVERYTHING, parameters={name: value} if name else {})
    result = vars(run(scenario, seed=1, scale=50.0))
    left = {part: found for part, found in result.items() if part not in ("scenario", "seconds", "region")}
    return hashlib.sha256(pickle.dumps(left)).hexdigest()


def moves_something(name: str) -> bool:
    number = load_parameters()[name]
    ends = [end for end in (number.low, number.high) if end != number.value]
    return any(everything_a_run_leaves(name, end) != everything_a_run_leaves() for end in ends)


@pytest.mark.parametrize("name", REGISTER)
def test_every_number_moves_something_that_is_printed(name):
    assert moves_something(name), f"{name} from {load_parameters()[name].low} to its high end changes nothing"


def test_a_lever_stands_at_today():
    today = {name: load_parameters().value(name) for name in load_parameters().levers}
    by_definition = {name: value for name, value in today.items() if name != "disposition.incentives"}
    assert set(by_definition.values()) <= {0.0, 1.0}
