"""The schema of calibration files says what ikdsim itself says."""

import json
import tomllib
from pathlib import Path

from jsonschema import Draft7Validator

from ikdsim.calibration.editor_schema import CALIBRATION_FILE, calibration_schema, write_calibration_schema

FOLDER = Path(__file__).parents[2] / "experiments"
SHIPPED = FOLDER / "calibrate_babelan.toml"


def test_the_shipped_calibration_fits_and_names_its_schema():
    words = SHIPPED.read_text(encoding="utf-8")
    assert not list(Draft7Validator(calibration_schema()).iter_errors(tomllib.loads(words)))
    assert words.splitlines()[0] == f"#:schema {CALIBRATION_FILE}"


def test_what_ikdsim_refuses_is_marked_in_the_editor():
    assert list(Draft7Validator(calibration_schema()).iter_errors({"scenario": "a.toml", "walkers": 0}))


def test_the_shipped_schema_is_that_of_today():
    """If this fails, write it anew: `python tests/calibration/test_editor_schema.py`."""
    assert json.loads((FOLDER / CALIBRATION_FILE).read_text(encoding="utf-8")) == calibration_schema()


if __name__ == "__main__":
    write_calibration_schema(FOLDER)
