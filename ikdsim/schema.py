"""What may stand in a TOML table, declared once as the fields of a dataclass.

A declaration says what each key may hold; reading a table checks all of it and lists every fault at once:

    @dataclass(frozen=True, kw_only=True)
    class ServiceVehicle(Policy):
        vehicles: int = whole(1, 20, "vehicles of the regency")
        places: tuple[str, ...] = place_names()
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ikdsim.errors import Fault, nearest, shorten, shown
from ikdsim.fields import (
    NO_PLACES,
    REQUIRED,
    Choice,
    Day,
    Field,
    Number,
    PlaceNames,
    Places,
    PolicyNames,
    Refused,
    Truth,
    Whole,
    Words,
)

Made = TypeVar("Made")


@dataclass(frozen=True)
class Where:
    """The place of a table: the file as the user named it, the label of the table, the positions of its keys."""

    file: str = ""
    table: str = ""
    positions: Mapping[str, int] = dataclasses.field(default_factory=dict)
    """Key -> line number; the empty key is the head of the table."""

    def fault(self, code: str, key: str, facts: Mapping[str, object]) -> Fault:
        """A fault of `key` in this table; its line is that of the key, else that of the head of the table."""
        line = self.positions.get(key, self.positions.get(""))
        return Fault(code, {"file": self.file, "line": line, "table": self.table, "key": shorten(key), **facts})

    def faults(self, key: str, refused: Refused) -> list[Fault]:
        """The faults of `key` for which its value was refused."""
        return [self.fault(refused.code, key, facts) for facts in refused.each]


def number(low: float, high: float, unit: str, default: object = REQUIRED) -> Any:
    """A field that holds a number from `low` to `high` in `unit`."""
    return declared(Number(default, low=low, high=high, unit=unit))


def whole(low: int, high: int, unit: str, default: object = REQUIRED) -> Any:
    """A field that holds a whole number from `low` to `high` in `unit`."""
    return declared(Whole(default, low=low, high=high, unit=unit))


def share(default: object = REQUIRED) -> Any:
    """A field that holds a share, 0-1."""
    return number(0, 1, "share of 1", default)


def truth(default: object = REQUIRED) -> Any:
    """A field that holds true or false."""
    return declared(Truth(default))


def day(default: object = REQUIRED, beyond_run: bool = False) -> Any:
    """A field that holds a date without a time; of a policy one inside the run, unless it may lie `beyond_run`."""
    return declared(Day(default, beyond_run=beyond_run))


def words(default: object = REQUIRED) -> Any:
    """A field that holds text on one line, not empty."""
    return declared(Words(default))


def choice(options: Sequence[str], default: object = REQUIRED) -> Any:
    """A field that holds one of `options`."""
    return declared(Choice(default, options=tuple(options)))


def place_names(default: object = REQUIRED) -> Any:
    """A field that holds places, by name or by what they are ("all", "urban", "rural", "coastal"), as may `default`.

    There is no default in Python, where no region is at hand.
    """
    return dataclasses.field(metadata={"field": PlaceNames(default)})


def policy_names(default: object = REQUIRED) -> Any:
    """A field that holds names of other policies of the scenario."""
    return declared(PolicyNames(default))


def declared(field: Field) -> Any:
    """A field of a dataclass that holds what `field` says."""
    return dataclasses.field(default=field.default, metadata={"field": field})


def fields_of(cls: type) -> dict[str, Field]:
    """Declared fields of a dataclass: key of the table -> what it may hold, in the order of the declaration."""
    return {f.name: f.metadata["field"] for f in dataclasses.fields(cls) if "field" in f.metadata}


def read(
    cls: type[Made], table: Mapping[str, object], where: Where, places: Places = NO_PLACES
) -> tuple[Made | None, list[Fault]]:
    """Make a `cls` from a table of a file: the instance, or None and every fault of the table.

    `places` are those of the region; where it is not known any name passes.
    """
    values, faults = read_values(cls, table, where, places)
    return (None if faults else cls(**values)), faults


def read_values(
    cls: type, table: Mapping[str, object], where: Where, places: Places = NO_PLACES
) -> tuple[dict[str, object], list[Fault]]:
    """Values of the keys that could be read, and the faults of the others; see `read`."""
    fields = fields_of(cls)
    meant = {key: nearest(key, fields.keys() - table.keys()) for key in table if key not in fields}
    faults = [unknown_key(key, guess, fields, where) for key, guess in meant.items()]
    values: dict[str, object] = {}
    for key, field in fields.items():
        try:
            values[key] = field.take(table[key], places) if key in table else field.missing(places)
        except Refused as refused:
            if key not in meant.values():  # a misspelt key is not missing as well
                faults += where.faults(key, refused)
    return values, faults


def unknown_key(key: str, guess: str | None, allowed: Iterable[str], where: Where) -> Fault:
    """The fault of a key that the table does not have; `guess` is the one that may have been meant."""
    facts = {"key": shown(key)[1:-1], "allowed": ", ".join(allowed), "nearest": guess}
    return where.fault("unknown_key", key, facts)
