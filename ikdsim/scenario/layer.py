"""One file of a scenario's chain: what it says itself, before it is laid over the file it extends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

from ikdsim.errors import Fault
from ikdsim.key_kinds import Day, Key
from ikdsim.keys import Where, declared, read_values, words
from ikdsim.language import LANGUAGES
from ikdsim.scenario.lines import Lines, key_lines
from ikdsim.scenario.scenario import DEFAULT_START, LATEST_END
from ikdsim.scenario.toml_file import read_toml

MOST_LETTERS: Final = 60
"""A longer title has no room beside a curve."""


class Titles(Key):
    """A title in every language."""

    example = '{ id = "...", en = "..." }'

    def take(self, value: object, places: Sequence[str]) -> Mapping[str, str]:
        """`value` itself."""
        if not isinstance(value, dict) or sorted(value) != sorted(LANGUAGES):
            raise self.refusal("not_a_title", value)
        if not all(isinstance(title, str) and title.strip() for title in value.values()):
            raise self.refusal("not_a_title", value)
        for title in value.values():
            if len(title) > MOST_LETTERS:
                raise self.refusal("long_title", title, {"most": MOST_LETTERS})
        return value


class Names(Key):
    """A list of names in quotes."""

    example = '["..."]'

    def take(self, value: object, places: Sequence[str]) -> tuple[str, ...]:
        """The names."""
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            raise self.refusal("not_names", value)
        return tuple(value)


class Table(Key):
    """A table of its own."""

    example = "[parameters]"

    def take(self, value: object, places: Sequence[str]) -> Mapping[str, object]:
        """`value` itself."""
        if not isinstance(value, dict):
            raise self.refusal("not_a_table", value)
        return value


class Tables(Key):
    """Tables of the same kind, one after the other."""

    example = "[[policy]]"

    def take(self, value: object, places: Sequence[str]) -> tuple[Mapping[str, object], ...]:
        """The tables."""
        if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
            raise self.refusal("not_a_table", value)
        return tuple(value)


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of a scenario file; all may be left to the file that it extends."""

    extends: str | None = words(default=None)
    title: Mapping[str, str] | None = declared(Titles(None))
    region: str | None = words(default=None)
    start: date | None = declared(Day(None, earliest=DEFAULT_START, latest=LATEST_END))
    end: date | None = declared(Day(None, earliest=DEFAULT_START, latest=LATEST_END))
    remove: tuple[str, ...] = declared(Names(()))
    parameters: Mapping[str, object] | None = declared(Table(None))
    policy: tuple[Mapping[str, object], ...] = declared(Tables(()))


@dataclass(frozen=True)
class Layer:
    """What one file says, and the faults that show without its region."""

    path: Path
    keys: Keys
    lines: Mapping[tuple[str, int], Lines]
    faults: tuple[Fault, ...]

    def where(self, table: str = "", label: str = "", index: int = 0) -> Where:
        """The place of a table of this file; a table written inline stands where its key stands."""
        top = self.lines["", 0]
        inline = {"": top[table]} if table in top else {}
        return Where(str(self.path), label, self.lines.get((table, index), inline))

    @property
    def parent(self) -> Path | None:
        """The file that this one extends; a path in a file is relative to that file."""
        return self.path.parent / self.keys.extends if self.keys.extends else None


def read_layer(path: Path) -> Layer:
    """Read one file by itself; raises BadInput if it cannot be parsed, other faults stay with the layer."""
    table, text = read_toml(path)
    lines = key_lines(text)
    values, faults = read_values(Keys, table, Where(str(path), "", lines["", 0]))
    return Layer(path, Keys(**cast(dict[str, Any], values)), lines, tuple(faults))
