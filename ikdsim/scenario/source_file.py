"""One source file of a scenario: what it says itself, before it is laid over the file it extends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

from ikdsim.errors import Fault, unseen_letter
from ikdsim.fields import Day, Field, Names, Places, Refused
from ikdsim.language import LANGUAGES
from ikdsim.scenario.key_positions import KeyPositions, key_positions
from ikdsim.scenario.scenario import DEFAULT_START, LATEST_END
from ikdsim.scenario.toml_file import read_toml
from ikdsim.schema import Where, declared, read_values, words

MOST_LETTERS: Final = 60
"""A longer title has no room beside a curve."""


class Titles(Field):
    """A title in every language."""

    example = '{ id = "...", en = "..." }'

    def take(self, value: object, places: Places) -> Mapping[str, str]:
        """Language -> title, each short enough for a plot, and all of it to be seen."""
        if not isinstance(value, dict) or sorted(value) != sorted(LANGUAGES):
            raise self.refusal("not_a_title", value)
        if not all(isinstance(title, str) and title.strip() for title in value.values()):
            raise self.refusal("not_a_title", value)
        for title in value.values():
            if letter := unseen_letter(title):
                raise Refused("unseen_letter", {"value": letter})
            if len(title) > MOST_LETTERS:
                raise self.refusal("long_title", title, {"most": MOST_LETTERS})
        return value


class Table(Field):
    """A table inside the table, such as [parameters]."""

    example = "[parameters]"

    def take(self, value: object, places: Places) -> Mapping[str, object]:
        """What the table holds, not yet checked."""
        if not isinstance(value, dict):
            raise self.refusal("not_a_table", value)
        return value


class RegionTable(Table):
    """The table of the region's numbers."""

    example = "[region_numbers]"


class Tables(Field):
    """Tables of the same kind, one after the other, such as every [[policy]]."""

    example = "[[policy]]"

    def take(self, value: object, places: Places) -> tuple[Mapping[str, object], ...]:
        """What each table holds, not yet checked, in the order of the file."""
        if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
            raise self.refusal("not_a_table", value)
        return tuple(value)


@dataclass(frozen=True, kw_only=True)
class ScenarioTable:
    """What may stand in a scenario file; all of it may be left to the file that it extends."""

    extends: str | None = words(default=None)
    title: Mapping[str, str] | None = declared(Titles(None))
    region: str | None = words(default=None)
    start: date | None = declared(Day(None, earliest=DEFAULT_START, latest=LATEST_END))
    end: date | None = declared(Day(None, earliest=DEFAULT_START, latest=LATEST_END))
    remove: tuple[str, ...] = declared(Names(()))
    parameters: Mapping[str, object] | None = declared(Table(None))
    region_numbers: Mapping[str, object] | None = declared(RegionTable(None))
    policy: tuple[Mapping[str, object], ...] = declared(Tables(()))


@dataclass(frozen=True)
class SourceFile:
    """What one file says, and the faults that show without its region."""

    path: Path
    table: ScenarioTable
    positions: Mapping[tuple[str, int], KeyPositions]
    faults: tuple[Fault, ...]

    def where(self, name: str = "", label: str = "", index: int = 0) -> Where:
        """The place of the `index`-th table called `name`; one written inline stands where its key stands."""
        top = self.positions["", 0]
        inline = {"": top[name]} if name in top else {}
        return Where(str(self.path), label, self.positions.get((name, index), inline))

    @property
    def parent(self) -> Path | None:
        """The file that this one extends; a path in a file is relative to that file."""
        return self.path.parent / self.table.extends if self.table.extends else None


def read_source_file(path: Path) -> SourceFile:
    """Read one file by itself; raises BadInput if it cannot be parsed, other faults stay with what was read."""
    table, text = read_toml(path)
    positions = key_positions(text)
    values, faults = read_values(ScenarioTable, table, Where(str(path), "", positions["", 0]))
    return SourceFile(path, ScenarioTable(**cast(dict[str, Any], values)), positions, tuple(faults))
