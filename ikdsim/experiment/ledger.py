"""The ledger of a comparison: what every run left, or why it failed, in one file that survives whatever happens.

SQLite writes a run whole or not at all, whoever is killed meanwhile, and lets several processes write side by side. A
run that is in the ledger is not done again; one whose entry was damaged counts as not done.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from ikdsim.errors import BadInput
from ikdsim.experiment.run_summary import RunSummary, is_whole, packed, unpacked
from ikdsim.files import unwritable

LEDGER_FILE: Final = "runs.sqlite"
DAMAGED_FILE: Final = "runs-damaged.sqlite"
_PATIENCE: Final = 60.0
"""Seconds to wait for another process that writes."""
_PRIMARY: Final = 0xFF
"""The bits of a code of SQLite that say what went wrong, without where."""
_CAUSES: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
}
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS run (scenario TEXT, seed INTEGER, summary BLOB, PRIMARY KEY (scenario, seed));
CREATE TABLE IF NOT EXISTS failure (scenario TEXT, seed INTEGER, cause TEXT, PRIMARY KEY (scenario, seed));
"""


class Run(NamedTuple):
    """Which run it is among those of a plan."""

    scenario: str
    seed: int


class Failure(NamedTuple):
    """A run that ended in an error of the program, which says nothing of the other runs."""

    scenario: str
    seed: int
    cause: str
    """The error in one line."""


class Ledger:
    """The runs of one plan, kept in `folder`, or in memory without one; raises BadInput if it cannot be written."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        try:
            self._connection = _opened(folder)
        except sqlite3.Error as problem:
            raise self._unwritable(problem) from None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def keep(self, run: Run, summary: RunSummary) -> None:
        """Enter a finished run, for good once this returns; raises BadInput if there is no room."""
        self._write("INSERT OR IGNORE INTO run VALUES (?, ?, ?)", (*run, packed(summary)))

    def keep_failure(self, failure: Failure) -> None:
        """Enter a run that failed; raises BadInput if there is no room."""
        self._write("INSERT OR REPLACE INTO failure VALUES (?, ?, ?)", failure)

    def forget_failures(self) -> None:
        """Let the runs that failed be done again."""
        self._write("DELETE FROM failure", ())

    def strike_damaged(self) -> int:
        """Strike out the runs whose entries were damaged, to be done again; returns their number."""
        entries = self._connection.execute("SELECT scenario, seed, summary FROM run")
        damaged = [(scenario, seed) for scenario, seed, entry in entries if not is_whole(entry)]
        for run in damaged:
            self._write("DELETE FROM run WHERE scenario IS ? AND seed IS ?", run)
        return len(damaged)

    def runs(self) -> set[Run]:
        """The runs that are done."""
        return {Run(*row) for row in self._connection.execute("SELECT scenario, seed FROM run")}

    def failures(self) -> list[Failure]:
        """The runs that failed, by seed and scenario."""
        rows = self._connection.execute("SELECT scenario, seed, cause FROM failure ORDER BY seed, scenario")
        return [Failure(*row) for row in rows]

    def summary(self, run: Run) -> RunSummary:
        """What a run left; KeyError if it is not done."""
        found = self._connection.execute("SELECT summary FROM run WHERE scenario = ? AND seed = ?", run).fetchone()
        if found is None:
            raise KeyError(run)
        return unpacked(found[0])

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        try:
            with self._connection:
                self._connection.execute(statement, values)
        except sqlite3.Error as problem:
            raise self._unwritable(problem) from None

    def _unwritable(self, problem: sqlite3.Error) -> BadInput:
        cause = _CAUSES.get(getattr(problem, "sqlite_errorcode", 0) & _PRIMARY, 0)
        return unwritable(self._folder or Path(), OSError(cause, str(problem)))


def repair(folder: Path) -> bool:
    """Put a ledger aside that is broken as a file, and take over what can be read of it; returns whether it was."""
    path = folder / LEDGER_FILE
    if not path.exists() or _is_sound(path):
        return False
    broken = path.replace(folder / DAMAGED_FILE)
    with closing(_opened(folder)) as anew, anew:
        anew.executemany("INSERT OR IGNORE INTO run VALUES (?, ?, ?)", _readable(broken))
    return True


def _opened(folder: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:" if folder is None else folder / LEDGER_FILE, timeout=_PATIENCE)
    connection.executescript(_TABLES)
    return connection


def _is_sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE)) as connection:
            connection.executescript(_TABLES)
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError:
        return True  # busy or not to be written: whoever writes next is told
    except sqlite3.DatabaseError:
        return False


def _readable(path: Path) -> Iterator[tuple[object, ...]]:
    """Entries of a broken ledger, as far as it can be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            yield from connection.execute("SELECT scenario, seed, summary FROM run")
    except sqlite3.DatabaseError:
        return
