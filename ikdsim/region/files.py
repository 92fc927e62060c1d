"""The files of a region's folder: tables of text, checked one by one before anything is made of them."""

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from ikdsim.errors import BadInput, Fault, reason_of, shorten
from ikdsim.fields import NO_PLACES, REQUIRED, Choice, Field, Number, Refused, Whole, Words
from ikdsim.files import text_of
from ikdsim.schema import Where

Row = Mapping[str, str]
"""A row of a CSV file by its header."""
Table = Mapping[str, Any]
"""A TOML file, or a table of one."""


FILES: Final = ("region.toml", "places.csv", "villages.csv", "kecamatan.csv", "service_points.toml", "history.toml")
MOST_PEOPLE: Final = 10**9
_NAME: Final = Words(REQUIRED)
_PEOPLE: Final = Whole(REQUIRED, low=0, high=MOST_PEOPLE, unit="residents")
_PERCENT: Final = Number(REQUIRED, low=0, high=100, unit="percent")
_SITE: Final[Mapping[str, Field]] = {
    "latitude": Number(REQUIRED, low=-90, high=90, unit="degrees"),
    "longitude": Number(REQUIRED, low=-180, high=180, unit="degrees"),
}
COLUMNS: Final[Mapping[str, Mapping[str, Field]]] = MappingProxyType(
    {
        "places.csv": {
            "name": _NAME,
            "kind": Choice(REQUIRED, options=("urban", "rural")),
            "coastal": Choice(REQUIRED, options=("yes", "no")),
            "residents": Whole(REQUIRED, low=1, high=MOST_PEOPLE, unit="residents"),
            **dict.fromkeys(("recorded", "activated"), _PEOPLE),
            **dict.fromkeys(("percent_of_residents", "percent_of_recorded"), _PERCENT),
            "stands_for": _NAME,
        },
        "villages.csv": {"name": _NAME, **_SITE, "area_km2": Number(REQUIRED, low=0, high=1e6, unit="km2")},
        "kecamatan.csv": {"code": _NAME, "name": _NAME, **_SITE, "voters": _PEOPLE, "residents": _PEOPLE},
    }
)
"""What every row of a CSV file must hold; it may hold more."""


@dataclass(frozen=True)
class RegionFiles:
    """What the files say, each under its own name."""

    name: str
    """That of the folder, and of the region."""
    region: Table
    places: Sequence[Row]
    villages: Sequence[Row]
    """Official kelurahan and desa on the map."""
    kecamatan: Sequence[Row]
    service_points: Table
    history: Table


def read_files(folder: Path) -> RegionFiles:
    """All files of a region's folder as they stood when they were first asked for.

    Raises BadInput with the faults of all files that cannot be read.
    """
    read: dict[str, Any] = {}
    faults: list[Fault] = []
    for file in FILES:
        path = folder / file
        try:
            read[path.stem] = read_table(path) if path.suffix == ".toml" else read_rows(path)
        except BadInput as problem:
            faults += problem.faults
    if faults:
        raise BadInput(faults)
    return RegionFiles(name=folder.name, **read)


def read_table(path: Path) -> dict[str, Any]:
    """A TOML file; raises BadInput if it is none."""
    try:
        return tomllib.loads(_text(path))
    except (ValueError, RecursionError) as problem:
        raise BadInput([Fault("data.no_table", {"file": str(path), "value": shorten(str(problem))})]) from None


def read_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file with a header; lines that start with # are comments.

    Raises BadInput with every cell of COLUMNS that is not there or cannot be.
    """
    numbered = [(number, line) for number, line in enumerate(_text(path).splitlines(), 1) if not line.startswith("#")]
    reader = csv.DictReader(line for _, line in numbered)
    try:
        rows = [(numbered[reader.line_num - 1][0], row) for row in reader]
    except csv.Error as problem:
        raise BadInput([Fault("data.no_table", {"file": str(path), "value": str(problem)})]) from None
    faults = [fault for line, row in rows for fault in _cell_faults(row, Where(str(path), "", {"": line}), path.name)]
    if faults or not rows:
        raise BadInput(faults or [Fault("data.no_rows", {"file": str(path)})])
    return [row for _, row in rows]


@contextmanager
def fitting(folder: Path) -> Iterator[None]:
    """Raise BadInput where what is made in here of the files of a region meets something that is missing or wrong."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as problem:
        value = shorten(f"{type(problem).__name__}: {problem}")
        raise BadInput([Fault("data.unfit_region", {"file": str(folder), "value": value})]) from problem


def _text(path: Path) -> str:
    try:
        return text_of(path)
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        raise BadInput([Fault("not_utf8", {"file": str(path), "line": line})]) from None
    except OSError as problem:
        raise BadInput([Fault("unreadable_file", {"file": str(path), "reason": reason_of(problem)})]) from None


def _cell_faults(row: Mapping[str, str | None], where: Where, file: str) -> list[Fault]:
    faults = []
    for column, field in COLUMNS.get(file, {}).items():
        cell = row.get(column)
        try:
            if cell is None:
                raise Refused("data.no_cell", {})
            field.take(field.from_words(cell), NO_PLACES)
        except Refused as refused:
            faults += where.faults(column, refused)
    return faults
