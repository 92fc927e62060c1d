"""A number with its origin, and the register of all numbers that enter the model.

Every number of the model stands in a TOML table with its value, unit, range, source and meaning. One that
lacks any of these does not load, so nothing of unknown origin can reach a result. A scenario may set a number
to another value inside its range, never outside.
"""

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeGuard

from ikdsim.errors import BadInput, Fault, nearest, shown

PARAMETERS_FOLDER: Final = Path(__file__).parent / "data" / "parameters"
KINDS: Final = ("measured", "reported", "inferred", "assumed", "calibrated")
"""How a number came about, from the firmest to the one that the model itself was fitted with."""

_NUMBERS: Final = ("value", "low", "high")


@dataclass(frozen=True)
class SourcedValue:
    """One number of the model: `value` in `unit`, plausible from `low` to `high`, and where it comes from."""

    name: str
    value: float
    unit: str
    low: float
    high: float
    kind: str
    source: str
    meaning: str
    note: str = ""


_KEYS: Final = tuple(field.name for field in fields(SourcedValue) if field.name != "name")
_REQUIRED: Final = tuple(
    field.name for field in fields(SourcedValue) if field.name != "name" and field.default is MISSING
)


def sourced(name: str, table: object) -> SourcedValue:
    """Make a sourced value of one TOML table; raises BadInput with all faults of the table."""
    if not isinstance(table, Mapping):
        raise BadInput([Fault("data.number_without_table", {"name": name})])
    faults = [*_key_faults(name, table), *_content_faults(name, table)]
    if faults:
        raise BadInput(faults)
    return SourcedValue(
        name,
        float(table["value"]),
        table["unit"],
        float(table["low"]),
        float(table["high"]),
        table["kind"],
        table["source"],
        table["meaning"],
        table.get("note", ""),
    )


def sourced_tables(prefix: str, tables: Mapping[str, object]) -> dict[str, SourcedValue]:
    """Make sourced values of `tables`, named prefix + table; raises BadInput with the faults of all."""
    made: dict[str, SourcedValue] = {}
    faults: list[Fault] = []
    for key, table in tables.items():
        try:
            made[prefix + key] = sourced(prefix + key, table)
        except BadInput as problem:
            faults.extend(problem.faults)
    if faults:
        raise BadInput(faults)
    return made


@dataclass(frozen=True)
class Parameters(Mapping[str, SourcedValue]):
    """The register: every number of the model by name, such as "persuasion.weekly"."""

    register: Mapping[str, SourcedValue]

    def __getitem__(self, name: str) -> SourcedValue:
        try:
            return self.register[name]
        except KeyError:
            near = nearest(name, self.register)
            hint = f"; the nearest name is {near!r}" if near else ""
            raise KeyError(f"no parameter {name!r} in ikdsim/data/parameters{hint}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.register)

    def __len__(self) -> int:
        return len(self.register)

    def __reduce__(self) -> tuple[object, ...]:
        return _read_only, (dict(self.register),)

    def value(self, name: str) -> float:
        """The number called `name`, in its unit; KeyError with the nearest name if there is none."""
        known = self.register.get(name)
        return known.value if known else self[name].value

    def with_values(self, values: Mapping[str, float]) -> "Parameters":
        """A copy with other `values`; raises BadInput with all unknown names and values out of range."""
        faults = [fault for name, value in values.items() for fault in self._value_faults(name, value)]
        if faults:
            raise BadInput(faults)
        changed = {name: replace(self.register[name], value=float(value)) for name, value in values.items()}
        return _read_only({**self.register, **changed})

    def _value_faults(self, name: str, value: object) -> list[Fault]:
        if name not in self.register:
            return [Fault("data.unknown_parameter", {"name": name, "nearest": nearest(name, self.register)})]
        known = self.register[name]
        return _range_faults(name, value, known.low, known.high)


def load_parameters(folder: Path | None = None) -> Parameters:
    """Read every `*.toml` of `folder` (default: the package's register).

    Table [weekly] of persuasion.toml is "persuasion.weekly". Raises BadInput with the faults of all files.
    """
    return _read_register(folder or PARAMETERS_FOLDER)


@cache
def _read_register(folder: Path) -> Parameters:
    """The register as it stood in `folder` when it was first asked for."""
    register: dict[str, SourcedValue] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            register |= sourced_tables(f"{path.stem}.", tomllib.loads(path.read_text(encoding="utf-8")))
        except BadInput as problem:
            faults.extend(problem.faults)
    if faults:
        raise BadInput(faults)
    return _read_only(register)


def _read_only(register: dict[str, SourcedValue]) -> Parameters:
    return Parameters(MappingProxyType(register))


def _key_faults(name: str, table: Mapping[str, object]) -> list[Fault]:
    absent = (key for key in _REQUIRED if key not in table)
    missing = [Fault("data.number_lacks_key", {"name": name, "key": key}) for key in absent]
    unknown = [
        Fault("data.number_has_unknown_key", {"name": name, "key": key, "nearest": nearest(key, _KEYS)})
        for key in table
        if key not in _KEYS
    ]
    return missing + unknown


def _content_faults(name: str, table: Mapping[str, object]) -> list[Fault]:
    faults = []
    for key in (key for key in _KEYS if key in table):
        fits = _is_finite(table[key]) if key in _NUMBERS else _is_text(table[key])
        if not fits:
            code = "data.number_is_none" if key in _NUMBERS else "data.number_lacks_text"
            faults.append(Fault(code, {"name": name, "key": key, "value": shown(table[key])}))
    kind = table.get("kind")
    if _is_text(kind) and kind not in KINDS:
        facts = {"name": name, "value": shown(kind), "allowed": ", ".join(KINDS)}
        faults.append(Fault("data.number_of_unknown_kind", facts))
    value, low, high = (table.get(key) for key in _NUMBERS)
    if _is_finite(value) and _is_finite(low) and _is_finite(high):
        faults += _range_faults(name, value, low, high)
    return faults


def _range_faults(name: str, value: object, low: float, high: float) -> list[Fault]:
    if not _is_finite(value):
        return [Fault("data.number_is_none", {"name": name, "key": "value", "value": shown(value)})]
    if not low <= value <= high:
        return [Fault("data.number_outside_range", {"name": name, "value": value, "low": low, "high": high})]
    return []


def _is_finite(value: object) -> TypeGuard[float]:
    """A truth value is a number to Python; here it is a mistake."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond every float
        return False


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""
