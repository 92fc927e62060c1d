"""Readings of a published table: which villages a row stands for whose name no village has."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from ikdsim.region.files import read_files
from ikdsim.region.load import region_folder
from ikdsim.region.places import places_of
from ikdsim.region.region import Region

READINGS_FILE = "readings.toml"


@cache
def readings_of(region: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Name of a reading -> villages by place, for the region called `region`; BadInput if there is no such region."""
    return tomllib.loads((region_folder(region) / READINGS_FILE).read_text(encoding="utf-8"))


def as_read(region: Region, reading: str) -> Region:
    """The region with the distances of a reading; KeyError if there is none of this name."""
    villages, files = readings_of(region.name)[reading], read_files(region_folder(region.name))
    rows = [{**row, "stands_for": ";".join(villages.get(row["name"], [row["stands_for"]]))} for row in files.places]
    return replace(region, places=places_of(replace(files, places=rows), region.numbers, region.service_points))
