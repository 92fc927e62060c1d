"""JSON Schemas of scenario, experiment and price files, by which editors complete and check keys while somebody writes.

They are made of the same declarations that ikdsim reads files by. A file names its schema in its first line
(`#:schema ...`), which common editors for TOML understand and ikdsim passes over as a remark.
"""

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ikdsim.experiment.experiment_table import ExperimentTable
from ikdsim.fields import REQUIRED, Choice, Day, Field, Names, Number, PlaceNames, Truth, Whole, Words
from ikdsim.language import LANGUAGES
from ikdsim.policy import policy_kinds
from ikdsim.policy.base import Policy
from ikdsim.policy.catchment import Wards
from ikdsim.provenance import SourcedValue, load_parameters
from ikdsim.region.load import load_region, region_names
from ikdsim.scenario.prices import PriceTable, known_prices
from ikdsim.scenario.source_file import ScenarioTable, Tables, Titles
from ikdsim.schema import fields_of

SCENARIO_FILE: Final = "scenario.schema.json"
EXPERIMENT_FILE: Final = "experiment.schema.json"
PRICE_FILE: Final = "price.schema.json"
SCHEMA: Final = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def scenario_schema() -> Schema:
    """What may stand in a scenario file; all of it may be left to the file that it extends."""
    schema = table_schema(ScenarioTable)
    schema["properties"]["region"]["enum"] = region_names()
    schema["properties"]["parameters"] = _numbers(load_parameters())
    own = [_own_numbers(name) for name in region_names()]
    schema["properties"]["region_numbers"] = {"anyOf": own}
    schema["properties"]["policy"]["items"] = {"oneOf": [_policy_schema(kind) for kind in policy_kinds().values()]}
    return {"$schema": SCHEMA, "title": "ikdsim scenario", **schema}


def experiment_schema() -> Schema:
    """What may stand in an experiment file."""
    schema = table_schema(ExperimentTable)
    schema["properties"]["sweep"] = {"type": "object", "additionalProperties": {"type": "array", "minItems": 1}}
    return {"$schema": SCHEMA, "title": "ikdsim experiment", **schema}


def price_schema() -> Schema:
    """What may stand in a price file."""
    tables = {name: _price_schema(price) for name, price in known_prices().items()}
    return {
        "$schema": SCHEMA,
        "title": "ikdsim prices",
        "type": "object",
        "properties": tables,
        "additionalProperties": False,
    }


def _price_schema(price: SourcedValue) -> Schema:
    schema = table_schema(PriceTable)
    schema["properties"]["unit"] = {"const": price.unit}
    return {**schema, "description": price.meaning}


def write_schemas(scenarios: Path, experiments: Path) -> None:
    """Write all schemas, each into the folder of the files that name it."""
    for path, schema in (
        (scenarios / SCENARIO_FILE, scenario_schema()),
        (experiments / EXPERIMENT_FILE, experiment_schema()),
        (experiments / PRICE_FILE, price_schema()),
    ):
        path.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _policy_schema(kind: type[Policy]) -> Schema:
    schema = table_schema(kind)
    schema["properties"]["kind"] = {"const": kind.kind, "description": kind.title["en"]}
    schema["required"] = ["kind", *(key for key in schema["required"] if key != "name")]
    return schema


def table_schema(table: type) -> Schema:
    """What may stand in a table whose keys are declared as fields."""
    fields = fields_of(table)
    required = [key for key, field in fields.items() if field.default is REQUIRED]
    properties = {key: _field_schema(field) for key, field in fields.items()}
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _field_schema(field: Field) -> Schema:
    if isinstance(field, Number):
        kind = "integer" if isinstance(field, Whole) else "number"
        return {"type": kind, "minimum": field.low, "maximum": field.high, "description": field.unit}
    if isinstance(field, Choice):
        return {"type": "string", "enum": list(field.options)}
    return copy.deepcopy(next((schema for kind, schema in _PLAIN.items() if isinstance(field, kind)), _OTHER))


_OTHER: Final[Schema] = {"type": "object"}
_TEXT: Final[Schema] = {"type": "string", "minLength": 1}
_LIST: Final[Schema] = {"type": "array", "items": _TEXT}
_BOTH: Final[Schema] = dict.fromkeys(LANGUAGES, _TEXT)
_PLAIN: Final[Mapping[type[Field], Schema]] = {
    Truth: {"type": "boolean"},
    Day: {"type": "string", "format": "date"},
    Words: _TEXT,
    PlaceNames: {"anyOf": [_TEXT, {**_LIST, "minItems": 1}]},
    Names: _LIST,
    Wards: {"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 1},
    Titles: {"type": "object", "properties": _BOTH, "required": list(LANGUAGES), "additionalProperties": False},
    Tables: {"type": "array"},
}
"""What the kinds of fields without a range or a choice may hold."""


def _own_numbers(region: str) -> Schema:
    numbers = load_region(region).numbers
    return _numbers({name.removeprefix(f"{region}."): number for name, number in numbers.items()})


def _numbers(numbers: Mapping[str, Any]) -> Schema:
    """A table in which each of these numbers may be set, within its range."""
    each = {
        name: {"type": "number", "minimum": n.low, "maximum": n.high, "description": f"{n.meaning} ({n.unit})"}
        for name, n in sorted(numbers.items())
    }
    return {"type": "object", "properties": each, "additionalProperties": False}
