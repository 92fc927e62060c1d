"""Rows of a check, appended to a file one by one: a check that was stopped goes on where it was."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """What one run or one draw gave."""

    check: str
    name: str
    seed: int
    values: list[float]


class Rows:
    """All rows of a file, by what they are of; each is written at once."""

    def __init__(self, file: Path) -> None:
        """Read what is there, but for a last line that was never finished."""
        self._file = file
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        whole = text[: text.rfind("\n") + 1]
        if whole != text:
            file.write_text(whole, encoding="utf-8")
        self._known = [Row(*json.loads(line)) for line in whole.splitlines()]

    def add(self, rows: Iterable[Row]) -> None:
        """Keep `rows`, in the file too."""
        with self._file.open("a", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(row) + "\n")
                self._known.append(row)

    def done(self, check: str, seed: int) -> set[str]:
        """Names of the rows that `check` has with this seed."""
        return {row.name for row in self._known if row.check == check and row.seed == seed}

    def of(self, check: str, name: str, seeds: range) -> list[list[float]]:
        """Values of `name` by seed, in the order of `seeds`."""
        found = {row.seed: row.values for row in self._known if row.check == check and row.name == name}
        return [found[seed] for seed in seeds]
