"""A folder of scenario files, and two kinds of policy to write in them."""

from dataclasses import dataclass
from datetime import date

import pytest

from ikdsim import policy
from ikdsim.errors import BadInput
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters, SourcedValue
from ikdsim.scenario import load
from ikdsim.scenario.load import load_scenario
from ikdsim.schema import day, place_names, whole

BASELINE = """
title = { id = "Dasar", en = "Baseline" }
region = "babelan"
"""
BOAT = """
[[policy]]
kind = "boat"
start = 2027-01-04
crew = 3
"""
CHILD = 'extends = "baseline.toml"\n'


def told(faults):
    return [(fault.code, fault.facts.get("key"), fault.facts.get("line")) for fault in faults]


@dataclass(frozen=True, kw_only=True)
class Boat(Policy):
    """Officers come by boat."""

    kind = "boat"
    crew: int = whole(1, 9, "officers")
    places: tuple[str, ...] = place_names("all")

    def change(self, conditions, week):
        """Change nothing: these tests read files only."""


@dataclass(frozen=True, kw_only=True)
class Storm(Policy):
    """Nobody comes."""

    kind = "storm"
    seen: date | None = day(default=None, beyond_run=True)

    def change(self, conditions, week):
        """Change nothing, as a boat."""


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    monkeypatch.setattr(policy, "policy_kinds", lambda: {"boat": Boat, "storm": Storm})


@pytest.fixture(autouse=True)
def register(monkeypatch):
    rest = {"unit": "rupiah", "kind": "assumed", "source": "this test", "meaning": "a price"}
    names = ("cost.post", "cost.day")
    prices = {name: SourcedValue(name, value=5.0, low=0.0, high=10.0, **rest) for name in names}
    monkeypatch.setattr(load, "load_parameters", lambda: Parameters(prices))


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write a file into an empty folder in which the test then stands; bytes or text."""
    monkeypatch.chdir(tmp_path)

    def writer(name, content):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    writer("baseline.toml", BASELINE)
    return writer


@pytest.fixture
def faults(write):
    """The faults of a scenario file with the given content."""

    def finder(content, name="wrong.toml"):
        with pytest.raises(BadInput) as caught:
            load_scenario(write(name, content))
        return caught.value.faults

    return finder
