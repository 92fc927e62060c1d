"""Numbers by which counts are compared with forecasts; each has its origin, as all numbers of the model have."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from ikdsim.files import text_of
from ikdsim.provenance import SourcedValue, sourced_tables

CALIBRATION_FOLDER: Final = Path(__file__).parents[1] / "data" / "calibration"


def calibration_value(name: str) -> float:
    """The number called `name`, such as "table_spread", in its unit."""
    return calibration_numbers()[name].value


@cache
def calibration_numbers() -> dict[str, SourcedValue]:
    """Name -> number; raises BadInput for one without its origin."""
    return sourced_tables("", tomllib.loads(text_of(CALIBRATION_FOLDER / "numbers.toml")))
