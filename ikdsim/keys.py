"""Keys of TOML tables, declared once as the fields of a dataclass.

A declaration says what a key may hold; reading a table checks all of it and lists every fault at once:

    @dataclass(frozen=True, kw_only=True)
    class ServiceVehicle(Policy):
        vehicles: int = whole(1, 20, "vehicles of the regency")
        places: tuple[str, ...] = place_names()
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ikdsim.errors import Fault, nearest, shown
from ikdsim.key_kinds import REQUIRED, Choice, Day, Key, Number, PlaceNames, Refused, Truth, Whole, Words

Made = TypeVar("Made")


@dataclass(frozen=True)
class Where:
    """The place of a table: the file as the user named it, the label of the table, the lines of its keys."""

    file: str = ""
    table: str = ""
    lines: Mapping[str, int] = dataclasses.field(default_factory=dict)
    """Key -> line number; the empty key is the head of the table."""

    def fault(self, code: str, key: str, facts: Mapping[str, object]) -> Fault:
        """A fault of `key` in this table; its line is that of the key, else that of the head of the table."""
        line = self.lines.get(key, self.lines.get(""))
        return Fault(code, {"file": self.file, "line": line, "table": self.table, "key": key, **facts})

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
    """A field that holds a share of 1."""
    return number(0, 1, "share of 1", default)


def truth(default: object = REQUIRED) -> Any:
    """A field that holds true or false."""
    return declared(Truth(default))


def day(default: object = REQUIRED) -> Any:
    """A field that holds a date."""
    return declared(Day(default))


def words(default: object = REQUIRED) -> Any:
    """A field that holds text."""
    return declared(Words(default))


def choice(options: Sequence[str], default: object = REQUIRED) -> Any:
    """A field that holds one of `options`."""
    return declared(Choice(default, options=tuple(options)))


def place_names(default: object = REQUIRED) -> Any:
    """A field that holds names of places; `default` may be "all", every place of the region that reads it.

    There is no default in Python, where no region is at hand.
    """
    return dataclasses.field(metadata={"key": PlaceNames(default)})


def declared(key: Key) -> Any:
    """A dataclass field that holds what `key` says."""
    return dataclasses.field(default=key.default, metadata={"key": key})


def keys_of(cls: type) -> dict[str, Key]:
    """Declared keys of a dataclass, name -> key, in the order of its fields."""
    return {f.name: f.metadata["key"] for f in dataclasses.fields(cls) if "key" in f.metadata}


def read(
    cls: type[Made], table: Mapping[str, object], where: Where, places: Sequence[str] = ()
) -> tuple[Made | None, list[Fault]]:
    """Make a `cls` from a table of a file: the instance, or None and every fault of the table.

    `places` are the names of the region's places in its order; where none are known any name passes.
    """
    values, faults = read_values(cls, table, where, places)
    return (None if faults else cls(**values)), faults


def read_values(
    cls: type, table: Mapping[str, object], where: Where, places: Sequence[str] = ()
) -> tuple[dict[str, object], list[Fault]]:
    """Values of the keys that could be read, and the faults of the others; see `read`."""
    keys = keys_of(cls)
    meant = {name: nearest(name, keys.keys() - table.keys()) for name in table if name not in keys}
    faults = [_unknown_key(name, guess, keys, where) for name, guess in meant.items()]
    values: dict[str, object] = {}
    for name, key in keys.items():
        try:
            values[name] = key.take(table[name], places) if name in table else key.missing(places)
        except Refused as refused:
            if name not in meant.values():  # a misspelt key is not missing as well
                faults += where.faults(name, refused)
    return values, faults


def _unknown_key(name: str, guess: str | None, keys: Mapping[str, Key], where: Where) -> Fault:
    facts = {"key": shown(name)[1:-1], "allowed": ", ".join(keys), "nearest": guess}
    return where.fault("unknown_key", name, facts)
