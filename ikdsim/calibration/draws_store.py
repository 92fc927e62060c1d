"""The store of draws: a file of SQLite, in which a part of an ensemble's way is there as a whole or not at all."""

import io
import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from ikdsim.calibration.ensemble import Part
from ikdsim.files import unwritable

STORE_FILE: Final = "draws.sqlite"
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS part
(acts_on TEXT, ensemble INTEGER, number INTEGER, arrays BLOB, PRIMARY KEY (acts_on, ensemble, number));
CREATE TABLE IF NOT EXISTS agents (acts_on TEXT, number INTEGER, counts TEXT, PRIMARY KEY (acts_on, number));
"""


class DrawsStore:
    """Parts of ensembles in `folder`; raises BadInput if it cannot be written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self._connection = sqlite3.connect(folder / STORE_FILE, timeout=60)
            self._connection.executescript(_TABLES)
        except sqlite3.Error as problem:
            raise unwritable(folder, OSError(str(problem))) from None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def keep(self, acts_on: str, ensemble: int, number: int, part: Part) -> None:
        """Enter a part, for good once this returns; raises BadInput if there is no room."""
        self._write("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?)", (acts_on, ensemble, number, _packed(part)))

    def keep_agents(self, acts_on: str, number: int, counts: Sequence[float]) -> None:
        """Enter what agents came to with the numbers of draw `number`, by place."""
        self._write("INSERT OR REPLACE INTO agents VALUES (?, ?, ?)", (acts_on, number, json.dumps(list(counts))))

    def agents(self, acts_on: str) -> dict[int, list[float]]:
        """Counts of the agents by the number of the draw."""
        found = self._connection.execute("SELECT number, counts FROM agents WHERE acts_on = ?", (acts_on,))
        return {number: json.loads(counts) for number, counts in found}

    def count(self, acts_on: str, ensemble: int) -> int:
        """How many parts of an ensemble there are."""
        asked = "SELECT COUNT(*) FROM part WHERE acts_on = ? AND ensemble = ?"
        return int(self._connection.execute(asked, (acts_on, ensemble)).fetchone()[0])

    def parts(self, acts_on: str, ensemble: int, first: int = 0) -> Iterator[Part]:
        """The parts of an ensemble from number `first` on, in order."""
        asked = "SELECT arrays FROM part WHERE acts_on = ? AND ensemble = ? AND number >= ? ORDER BY number"
        for (arrays,) in self._connection.execute(asked, (acts_on, ensemble, first)):
            yield _unpacked(arrays)

    def _write(self, statement: str, entry: tuple[object, ...]) -> None:
        try:
            with self._connection:
                self._connection.execute(statement, entry)
        except sqlite3.Error as problem:
            raise unwritable(self._folder, OSError(str(problem))) from None


def _packed(part: Part) -> bytes:
    _, key, position, has_gauss, cached = part.random_state
    file = io.BytesIO()
    arrays = {name: getattr(part, name) for name in Part._fields if name != "random_state"}
    np.savez_compressed(file, key=key, state=np.array([position, has_gauss, cached]), **arrays)
    return file.getvalue()


def _unpacked(entry: bytes) -> Part:
    with np.load(io.BytesIO(entry)) as arrays:
        position, has_gauss, cached = arrays["state"].tolist()
        state = ("MT19937", arrays["key"], int(position), int(has_gauss), cached)
        return Part(**{name: arrays[name] for name in Part._fields if name != "random_state"}, random_state=state)
