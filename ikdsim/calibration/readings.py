"""Readings: which villages the rows of Table 1 stand for that bear no official name, and so where they lie."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from ikdsim.calibration.numbers import CALIBRATION_FOLDER
from ikdsim.files import text_of
from ikdsim.region.files import read_files
from ikdsim.region.load import load_region, region_folder
from ikdsim.region.places import places_of
from ikdsim.region.region import Region


@dataclass(frozen=True)
class Reading:
    """One way to read the table."""

    name: str
    meaning: str
    villages: Mapping[str, tuple[str, ...]]
    """Place of the table -> official villages of which it is the mean."""
    not_blind: tuple[str, ...]
    """Places whose counts helped to choose the reading: what is said of them is no prediction."""


@cache
def readings() -> tuple[Reading, ...]:
    """All readings; the first is that of the shipped region."""
    tables = tomllib.loads(text_of(CALIBRATION_FOLDER / "readings.toml"))
    return tuple(
        Reading(
            name=name,
            meaning=table["meaning"],
            villages={place: tuple(villages) for place, villages in table["villages"].items()},
            not_blind=tuple(table["not_blind"]),
        )
        for name, table in tables.items()
    )


def region_read_as(region: str, reading: Reading) -> Region:
    """The region called `region` with coordinates, areas and distances of its places by `reading`."""
    loaded, files = load_region(region), read_files(region_folder(region))
    villages = {place: ";".join(of_place) for place, of_place in reading.villages.items()}
    rows = [{**row, "stands_for": villages.get(row["name"], row["stands_for"])} for row in files.places]
    return replace(loaded, places=places_of(replace(files, places=rows), loaded.numbers, loaded.service_points))
