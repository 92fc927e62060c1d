"""Identity: what determines a run, and one hash of it.

Snapshots, results and comparisons are kept with this hash, and go on only where it is the same: same rules, same
numbers, same data, same scenario, seed and scale.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from ikdsim.files import hash_of
from ikdsim.provenance import PARAMETERS_FOLDER
from ikdsim.region.load import region_folder
from ikdsim.scenario.scenario import Scenario

PACKAGE: Final = Path(__file__).parent
SHOWS_ONLY: Final = frozenset({"__main__.py", "cli.py", "command", "data", "plot", "report"})
"""Files and folders of the package that tell results and do not make them; `data` carries benchmarks if installed."""
_DIGITS: Final = 12


def determined_by(scenario: Scenario, seed: int, scale: float) -> dict[str, Any]:
    """Everything that determines a run, as plain values that JSON can hold."""
    return {
        **rules_and_data(scenario.region),
        "scenario": scenario.resolved(),
        "seed": seed,
        "scale": float(scale),
    }


def rules_and_data(region: str) -> dict[str, str]:
    """Version of ikdsim, and hashes of its rules, its register of parameters and the data of `region`.

    They are those of the files as this process first asked for them, like the rules and numbers that it runs.
    """
    return {
        "ikdsim": version("ikdsim"),
        "code": _hash_of_rules(),
        "parameters": _hash_of_folder(PARAMETERS_FOLDER),
        "region_data": _hash_of_folder(region_folder(region)),
    }


def fingerprint(facts: Mapping[str, Any]) -> str:
    """Twelve hexadecimal digits that differ wherever `facts` differ."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:_DIGITS]


def rule_files(package: Path = PACKAGE) -> list[Path]:
    """The source files that make results, sorted; the same in a checkout and in an installed package."""
    sources = package.rglob("*.py")
    return sorted(path for path in sources if path.relative_to(package).parts[0] not in SHOWS_ONLY)


@cache
def _hash_of_folder(folder: Path) -> str:
    return hash_of(folder, folder.glob("*.*"))


@cache
def _hash_of_rules() -> str:
    return hash_of(PACKAGE, rule_files())
