"""A number with its origin, and the register of all numbers that enter the model.

Every number of the model stands in a TOML table with its value, unit, range, source and meaning. One that
lacks any of these does not load, so nothing of unknown origin can reach a result. A scenario may set a number
to another value inside its range, never outside.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from ikdsim.errors import BadInput, Fault, nearest, shorten
from ikdsim.fields import NO_PLACES, REQUIRED, Number, Refused
from ikdsim.schema import Where, choice, number, read_values, words

PARAMETERS_FOLDER: Final = Path(__file__).parent / "data" / "parameters"
LEVER: Final = "lever"
CALIBRATED: Final = "calibrated"
KINDS: Final = ("measured", "reported", "inferred", "assumed", CALIBRATED, LEVER)
"""How a number came about, from the firmest to the one that the model itself was fitted with.

A lever is no finding: it stands for today, by definition or by what an office says, and only policies move it.
"""
MOST: Final = 10**15
"""No number of the model is larger; a larger one was mistyped."""
OWN: Final = "own"
"""Kind of a price that a planner gives in place of that of the register, which itself has none of this kind."""
NO_VALUES: Final[Mapping[str, float]] = MappingProxyType({})
"""Where every number is as registered."""


@dataclass(frozen=True)
class SourcedValue:
    """One number of the model: `value` in `unit`, plausible from `low` to `high`, and where it comes from."""

    name: str
    value: float = number(-MOST, MOST, "")
    unit: str = words()
    low: float = number(-MOST, MOST, "")
    high: float = number(-MOST, MOST, "")
    kind: str = choice(KINDS)
    source: str = words()
    meaning: str = words()
    note: str = words(default="")

    def faults_of(self, value: object, where: Where, key: str) -> list[Fault]:
        """Why `value`, which stands under `key` at `where`, cannot take the place of its own; empty if it can."""
        return _number_faults(key, value, self.low, self.high, where)


def sourced(name: str, table: object) -> SourcedValue:
    """Make a sourced value of one TOML table; raises BadInput with all faults of the table."""
    if not isinstance(table, Mapping):
        raise BadInput([Fault("data.number_without_table", {"name": name})])
    where = Where(table=name)
    values, faults = read_values(SourcedValue, table, where)
    made = cast(dict[str, Any], values)
    if {"value", "low", "high"} <= made.keys():
        faults += _number_faults("value", made["value"], made["low"], made["high"], where)
    if faults:
        raise BadInput(faults)
    return SourcedValue(name, **made)


def sourced_tables(
    prefix: str, tables: Mapping[str, object], values: Mapping[str, float] = NO_VALUES
) -> dict[str, SourcedValue]:
    """Make sourced values of `tables`, named prefix + table; raises BadInput with the faults of all.

    `values` by these names, if there are any, take the place of those of the tables.
    """
    made: dict[str, SourcedValue] = {}
    faults: list[Fault] = []
    for key, table in tables.items():
        try:
            number = sourced(prefix + key, table)
            made[number.name] = replace(number, value=values.get(number.name, number.value))
        except BadInput as problem:
            faults.extend(problem.faults)
    if faults:
        raise BadInput(faults)
    return made


@dataclass(frozen=True)
class Parameters(Mapping[str, SourcedValue]):
    """The register: every number of the model by name, such as "decision.weekly"."""

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

    def __repr__(self) -> str:
        return f"<Parameters: {len(self)} numbers>"

    def __reduce__(self) -> tuple[object, ...]:
        return _read_only, (dict(self.register),)

    def value(self, name: str) -> float:
        """The number called `name`, in its unit; KeyError with the nearest name if there is none."""
        known = self.register.get(name)
        return known.value if known else self[name].value

    @property
    def levers(self) -> tuple[str, ...]:
        """Names of the numbers that only policies move: they are never fitted or drawn."""
        return tuple(name for name, number in self.register.items() if number.kind == LEVER)

    def with_prices(self, prices: Iterable[SourcedValue]) -> "Parameters":
        """A copy with own `prices` in the places of those of the same names."""
        return _read_only({**self.register, **{price.name: price for price in prices}})

    def with_values(self, values: Mapping[str, float], where: Where | None = None) -> "Parameters":
        """A copy with other `values`, which stand in the table at `where` if they come from a file.

        Raises BadInput with all unknown names and all values that are no numbers or out of range.
        """
        place = where or Where()
        faults = [fault for name, value in values.items() for fault in self._faults_of(name, value, place)]
        if faults:
            raise BadInput(faults)
        changed = {name: replace(self.register[name], value=float(value)) for name, value in values.items()}
        return _read_only({**self.register, **changed})

    def _faults_of(self, name: str, value: object, where: Where) -> list[Fault]:
        known = self.register.get(name)
        if known is None:
            facts = {"name": shorten(name), "nearest": nearest(name, self.register)}
            return [where.fault("data.unknown_parameter", name, facts)]
        return known.faults_of(value, where, name)


@cache
def load_parameters(folder: Path = PARAMETERS_FOLDER) -> Parameters:
    """Read every `*.toml` of `folder` (default: the package's register), as it stands when first asked for.

    Table [weekly] of decision.toml is "decision.weekly". Raises BadInput with the faults of all files.
    """
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


def _number_faults(key: str, value: object, low: float, high: float, where: Where) -> list[Fault]:
    try:
        Number(REQUIRED, low=low, high=high, unit="").take(value, NO_PLACES)
    except Refused as refused:
        return where.faults(key, refused)
    return []
