"""The record of a run, its birth certificate: everything that determines the result, and where its numbers come from.

What determines a result is hashed into a fingerprint. Two folders with the same fingerprint hold the same result, and
a record can be repeated where rules and data still are what they were.
"""

import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any, Final

from ikdsim.identity import determined_by, fingerprint
from ikdsim.provenance import SourcedValue, load_parameters
from ikdsim.region.load import load_region
from ikdsim.scenario.scenario import Scenario

RECORD_FILE: Final = "record.json"

_MADE_WITH: Final = ("numpy", "numba", "mesa", "pandas")
_CARRIED_NUMBERS: Final = {"name", "value", "unit", "kind", "source"}


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
            **determined_by(self.scenario, self.seed, self.scale),
            "title": dict(self.scenario.title),
            "engine": self.engine,
        }


def record(settings: Mapping[str, Any], facts: Mapping[str, Any]) -> dict[str, Any]:
    """A record of what `settings` determine; `facts` (command, times, numbers) do not enter the fingerprint."""
    return {
        "fingerprint": fingerprint(settings),
        "determined_by": dict(settings),
        "made_with": {
            "python": platform.python_version(),
            "platform": platform.platform(),
            **{name: version(name) for name in _MADE_WITH},
        },
        **facts,
    }


def as_json(document: Mapping[str, Any]) -> str:
    """`document` as indented JSON; a letter of a file name that is not UTF-8 is written as its number."""
    written = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return written.encode("utf-8", "backslashreplace").decode("utf-8")


def numbers_behind(scenario: Scenario) -> list[dict[str, Any]]:
    """Name, value, unit, kind and source of every number that enters a run of `scenario`."""
    register = scenario.numbers_of(load_parameters())
    return _carried([*register.values(), *load_region(scenario.region, scenario.region_numbers).numbers.values()])


def _carried(numbers: Iterable[SourcedValue]) -> list[dict[str, Any]]:
    return [{key: value for key, value in asdict(number).items() if key in _CARRIED_NUMBERS} for number in numbers]
