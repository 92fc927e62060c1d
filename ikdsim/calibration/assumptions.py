"""What a calibration takes for granted, see data/calibration.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from ikdsim.provenance import sourced_tables

ASSUMPTIONS_FILE: Final = Path(__file__).parents[1] / "data" / "calibration.toml"


@cache
def assumption(name: str) -> float:
    """The number called `name`; KeyError if there is none."""
    document = tomllib.loads(ASSUMPTIONS_FILE.read_text(encoding="utf-8"))
    return sourced_tables("", document)[name].value
