"""The files of a region's folder, read as they stand: tables of text, before anything is made of them."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ikdsim.files import text_of

Row = Mapping[str, str]
"""A row of a CSV file by its header."""
Table = Mapping[str, Any]
"""A TOML file, or a table of one."""


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
    """All files of a region's folder as they stood when they were first asked for."""
    return RegionFiles(
        name=folder.name,
        region=read_table(folder / "region.toml"),
        places=read_rows(folder / "places.csv"),
        villages=read_rows(folder / "villages.csv"),
        kecamatan=read_rows(folder / "kecamatan.csv"),
        service_points=read_table(folder / "service_points.toml"),
        history=read_table(folder / "history.toml"),
    )


def read_table(path: Path) -> dict[str, Any]:
    """A TOML file."""
    return tomllib.loads(text_of(path))


def read_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file with a header; lines that start with # are comments."""
    lines = text_of(path).splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))
