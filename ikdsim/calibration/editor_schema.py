"""The JSON Schema of calibration files, by which editors complete and check keys, see experiment/editor_schema.py."""

import json
from pathlib import Path
from typing import Final

from ikdsim.calibration.plan import CalibrationTable
from ikdsim.experiment.editor_schema import SCHEMA, Schema, table_schema

CALIBRATION_FILE: Final = "calibration.schema.json"


def calibration_schema() -> Schema:
    """What may stand in a calibration file."""
    return {"$schema": SCHEMA, "title": "ikdsim calibration", **table_schema(CalibrationTable)}


def write_calibration_schema(folder: Path) -> None:
    """Write the schema into the folder of the files that name it."""
    words = json.dumps(calibration_schema(), indent=1, ensure_ascii=False)
    (folder / CALIBRATION_FILE).write_text(f"{words}\n", encoding="utf-8")
