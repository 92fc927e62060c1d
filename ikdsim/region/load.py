"""Regions shipped with the package: one folder each, read into a Region."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from ikdsim.errors import BadInput, Fault, nearest, shorten
from ikdsim.provenance import NO_VALUES, sourced_tables
from ikdsim.region.files import RegionFiles, fitting, read_files
from ikdsim.region.history import history_of
from ikdsim.region.kecamatan import kecamatan_of
from ikdsim.region.numbers_by_place import numbers_by_place
from ikdsim.region.places import intensities, places_of
from ikdsim.region.region import DEMAND, SUPPLY, Region
from ikdsim.region.service_points import EXISTS, service_points_of
from ikdsim.schema import Where

MOST_KEPT: Final = 64
"""Regions with numbers of their own that are kept in memory."""
REGIONS_FOLDER: Final = Path(__file__).parent.parent / "data" / "regions"


def region_names() -> list[str]:
    """Names of the regions that can be loaded, sorted."""
    return sorted(path.parent.name for path in REGIONS_FOLDER.glob("*/region.toml"))


def region_folder(name: str) -> Path:
    """Folder of the region called `name`; raises BadInput with the nearest name if there is none."""
    names = region_names()
    if name not in names:
        facts = {"name": name, "nearest": nearest(name, names), "allowed": ", ".join(names)}
        raise BadInput([Fault("data.unknown_region", facts)])
    return REGIONS_FOLDER / name


def load_region(name: str, values: Mapping[str, float] = NO_VALUES, where: Where | None = None) -> Region:
    """Read the region called `name`, with other `values` of its numbers, such as "kecamatan_desk.officers".

    The values stand in the table at `where` if they come from a file. Raises BadInput if there is no such region, if a
    number lacks its origin, and with all values of numbers that do not exist, are none or are out of range.
    """
    folder = region_folder(name)
    registered = _read_region(folder, ())
    faults = [fault for key, value in values.items() for fault in _faults_of(key, value, registered, where or Where())]
    if faults:
        raise BadInput(faults)
    return _read_region(folder, tuple(sorted((f"{name}.{key}", float(value)) for key, value in values.items())))


def _faults_of(key: str, value: object, region: Region, where: Where) -> list[Fault]:
    known = region.numbers.get(f"{region.name}.{key}")
    if known is not None:
        return known.faults_of(value, where, key)
    names = [name.removeprefix(f"{region.name}.") for name in region.numbers]
    facts = {"name": shorten(key), "nearest": nearest(key, names), "region": region.name}
    return [where.fault("data.unknown_region_number", key, facts)]


@lru_cache(maxsize=MOST_KEPT)
def _read_region(folder: Path, changed: tuple[tuple[str, float], ...]) -> Region:
    """The region as its files stood when they were first asked for, with the values that are `changed`."""
    with fitting(folder):
        return _region_of(read_files(folder), dict(changed))


def _region_of(files: RegionFiles, values: Mapping[str, float]) -> Region:
    name, table = files.name, files.region
    numbers = sourced_tables(f"{name}.", table["numbers"], values)
    numbers |= numbers_by_place(f"{name}.signal", files.places, numbers, values)
    numbers |= intensities(files.places, name, table["intensity"], values)
    service_points = service_points_of(files, values)
    places = places_of(files, numbers, service_points)
    history = history_of(name, files.history, values)
    for point in service_points:
        numbers |= point.numbers
    return Region(
        name=name,
        code=table["code"],
        title=table["title"],
        short_title=table["short_title"],
        table_date=table["table_date"],
        table_source=table["table_source"],
        village_source=table["village_source"],
        places=places,
        kecamatan=kecamatan_of(files.kecamatan, places, service_points),
        service_points=service_points,
        history=history.policies,
        history_sources=history.sources,
        botram=history.botram,
        intensity_acts_on=DEMAND if numbers[f"{name}.intensity_on_demand"].value >= EXISTS else SUPPLY,
        numbers=numbers | dict(history.numbers),
    )
