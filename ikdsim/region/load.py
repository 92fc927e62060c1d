"""Regions shipped with the package: one folder each, read into a Region."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from ikdsim.errors import BadInput, Fault, nearest
from ikdsim.provenance import SourcedValue, sourced_tables
from ikdsim.region.history import read_history
from ikdsim.region.places import read_intensities, read_places
from ikdsim.region.region import SIDES, Region
from ikdsim.region.service_points import ServicePoint, read_service_points

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


def load_region(name: str) -> Region:
    """Read the region called `name`; raises BadInput if there is none or if a number lacks its origin."""
    return _read_region(region_folder(name))


@cache
def _read_region(folder: Path) -> Region:
    """The region as it stood in `folder` when it was first asked for."""
    name = folder.name
    table = tomllib.loads((folder / "region.toml").read_text(encoding="utf-8"))
    numbers = sourced_tables(f"{name}.", table["numbers"])
    numbers |= read_intensities(folder, name, table["intensity"])
    service_points = read_service_points(folder, name, numbers)
    history = read_history(folder, name)
    return Region(
        name=name,
        title=table["title"],
        table_date=table["table_date"],
        table_source=table["table_source"],
        village_source=table["village_source"],
        places=read_places(folder, name, numbers, service_points),
        service_points=service_points,
        history=history.policies,
        history_sources=history.sources,
        botram=history.botram,
        intensity_acts_on=_side(table["intensity_acts_on"]),
        numbers=numbers | _desk_numbers(service_points) | dict(history.numbers),
    )


def _side(value: str) -> str:
    """What intensities act on; raises BadInput for anything else than a side."""
    if value not in SIDES:
        facts = {"key": "intensity_acts_on", "value": value, "allowed": ", ".join(SIDES)}
        raise BadInput([Fault("unknown_option", {**facts, "nearest": nearest(value, SIDES)})])
    return value


def _desk_numbers(service_points: Sequence[ServicePoint]) -> dict[str, SourcedValue]:
    numbers = [number for point in service_points for number in point.numbers() if number is not None]
    return {number.name: number for number in numbers}
