"""The register and the code know the same numbers: none is missing, none is idle."""

import dataclasses
import hashlib
import pickle
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

import ikdsim
from ikdsim import run
from ikdsim.observe.service_load import LOADS
from ikdsim.policy import policy_kinds
from ikdsim.policy.base import Policy
from ikdsim.provenance import LEVER, load_parameters
from ikdsim.region.load import load_region
from ikdsim.scenario.policies import read_policy
from ikdsim.schema import Where, fields_of
from tests.factories import shipped

REGISTER = tuple(load_parameters())
TOPICS = "|".join(sorted({name.split(".")[0] for name in REGISTER}))
NAME = re.compile(rf'(?<!text\()(?<!text\(f)(?<!Fault\()(?<!Fault\(f)"((?:{TOPICS})\.[a-z0-9_{{}}.]+)"')
"""A name in quotes, with {parts} to fill in, or a beginning that ends in an underscore; not the name of a sentence."""
PACKAGE = Path(ikdsim.__file__).parent
CASES = Path(__file__).parent / "policy" / "cases"


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


def is_lever(name: str) -> bool:
    return load_parameters()[name].kind == LEVER


SENT_HOME = LOADS.index("turned_away")
COMBINED = shipped("combined")
EVERYWHERE_BY_THE_HIRED = {"places": "all", "staff": "added", "catchment": 2500}
"""So that a policy meets many residents in several wards, and no other policy has the same officers."""


def at_work(kind: str) -> Policy:
    """The policy of the first case that shows `kind` at work."""
    cases = tomllib.loads((CASES / f"{kind}.toml").read_text(encoding="utf-8"))["case"]
    own = next(case["policy"] for case in cases if case["after"])
    wide = {key: value for key, value in EVERYWHERE_BY_THE_HIRED.items() if key in fields_of(policy_kinds()[kind])}
    places = load_region("babelan").described_places
    policy, faults = read_policy({"name": kind, "kind": kind, **own, **wide}, Where(), places)
    assert policy, faults
    return policy


OTHERS = policy_kinds().keys() - {policy.kind for policy in COMBINED.policies} - {"budget"}
EVERYTHING = dataclasses.replace(COMBINED, policies=(*COMBINED.policies, *map(at_work, sorted(OTHERS))))
"""All policies and shocks at once, so that every number has something to act on; a budget would stop some of them."""


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


CAPACITY = ("resources.", "structure.")
IDLE = {"structure.team_handling", "resources.officer_hours"}
"""The team of this scenario has time for all who come to it: how quick it is, or how long its week, changes nobody."""


@cache
def users_and_sent_home(name: str = "", value: float = 0.0) -> str:
    """Hash of users by week and of those who were sent home, with another `value` of the number called `name`."""
    result = run(dataclasses.replace(EVERYTHING, parameters={name: value} if name else {}), seed=1, scale=50.0)
    return hashlib.sha256(pickle.dumps((result.activated, result.load[..., SENT_HOME].sum(axis=1)))).hexdigest()


@pytest.mark.parametrize("name", [name for name in REGISTER if name.startswith(CAPACITY) or is_lever(name)])
def test_a_lever_and_a_number_of_capacity_move_users_or_those_sent_home(name):
    number = load_parameters()[name]
    ends = [end for end in (number.low, number.high) if end != number.value]
    assert any(users_and_sent_home(name, end) != users_and_sent_home() for end in ends) == (name not in IDLE)


def test_a_lever_stands_at_today():
    today = {name: load_parameters().value(name) for name in load_parameters().levers}
    by_definition = {name: value for name, value in today.items() if name != "disposition.incentives"}
    assert set(by_definition.values()) <= {0.0, 1.0}
