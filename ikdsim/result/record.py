"""The record of a run, its birth certificate: everything that determines the result, and where its numbers come from.

What determines a result is hashed into a fingerprint. Two folders with the same fingerprint hold the same result, and
a record can be repeated where rules and data still are what they were.
"""

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from ikdsim.provenance import PARAMETERS_FOLDER, SourcedValue, load_parameters
from ikdsim.region.load import load_region, region_folder
from ikdsim.scenario.scenario import Scenario

RECORD_FILE: Final = "record.json"

_PACKAGE: Final = Path(__file__).parent.parent
_MADE_WITH: Final = ("numpy", "numba", "mesa", "pandas")
_CARRIED_NUMBERS: Final = {"name", "value", "unit", "kind", "source"}
_DIGITS: Final = 12


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a user decides about one run."""

    scenario: Scenario
    """Its end is the day up to which it is run."""
    seed: int
    scale: float
    engine: str

    def determined_by(self) -> dict[str, Any]:
        """Everything that determines the result, as plain values that JSON can hold."""
        return {
            **rules_and_data(self.scenario.region),
            "scenario": self.scenario.resolved(),
            "title": dict(self.scenario.title),
            "seed": self.seed,
            "scale": float(self.scale),
            "engine": self.engine,
        }


def rules_and_data(region: str) -> dict[str, str]:
    """Version of ikdsim, and hashes of its code, its register of parameters and the data of `region`."""
    return {
        "ikdsim": version("ikdsim"),
        "code": _hash_of(_PACKAGE.rglob("*.py")),
        "parameters": _hash_of(PARAMETERS_FOLDER.glob("*.toml")),
        "region_data": _hash_of(region_folder(region).glob("*.*")),
    }


def fingerprint(determined_by: Mapping[str, Any]) -> str:
    """Twelve hexadecimal digits that differ wherever `determined_by` differs."""
    return hashlib.sha256(json.dumps(determined_by, sort_keys=True).encode()).hexdigest()[:_DIGITS]


def record(determined_by: Mapping[str, Any], facts: Mapping[str, Any]) -> dict[str, Any]:
    """A record; `facts` (command, times, numbers) are carried along and do not enter the fingerprint."""
    return {
        "fingerprint": fingerprint(determined_by),
        "determined_by": dict(determined_by),
        "made_with": {
            "python": platform.python_version(),
            "platform": platform.platform(),
            **{name: version(name) for name in _MADE_WITH},
        },
        **facts,
    }


def numbers_behind(scenario: Scenario) -> list[dict[str, Any]]:
    """Name, value, unit, kind and source of every number that enters a run of `scenario`."""
    register = load_parameters().with_values(scenario.parameters)
    return _carried([*register.values(), *load_region(scenario.region).numbers.values()])


def _hash_of(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:_DIGITS]


def _carried(numbers: Iterable[SourcedValue]) -> list[dict[str, Any]]:
    return [{key: value for key, value in asdict(number).items() if key in _CARRIED_NUMBERS} for number in numbers]
