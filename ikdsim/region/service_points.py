"""Service points: the desks where a resident can meet an officer who activates IKD."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from ikdsim.provenance import SourcedValue, sourced_tables
from ikdsim.region.distance import Site

LOCAL_DESK: Final = "kecamatan_desk"
"""The desk that every kecamatan of a regency has."""
NUMBERS: Final = ("latitude", "longitude", "officers", "hours_per_week", "exists")


@dataclass(frozen=True)
class ServicePoint:
    """A desk, or one desk in each of several places, with its officers and opening hours."""

    id: str
    latitude: SourcedValue | None
    """Degrees; None for a desk that stands in each place of `places`."""
    longitude: SourcedValue | None
    officers: SourcedValue
    """Officers at each desk, all that they serve."""
    hours_per_week: SourcedValue
    """Opening hours of each counter for all services together."""
    exists: SourcedValue | None
    """Whether there is such a desk, 1 or 0; None if that is certain."""
    serves_regency: bool
    """Whether it serves all kecamatan of the regency; the region then has a part of its time, see demand.py."""
    opens: date | None
    """First day; None if open before the first week of a run."""
    places: tuple[str, ...]
    """Names of the places that have such a desk; empty for a desk with a site of its own."""
    source: str

    def numbers(self) -> tuple[SourcedValue | None, ...]:
        """Its own numbers, in the order of NUMBERS."""
        return self.latitude, self.longitude, self.officers, self.hours_per_week, self.exists

    def is_open(self, day: date) -> bool:
        """Whether it has opened by `day`, if there is such a desk at all, with officers and hours."""
        is_there = self.exists is None or round(self.exists.value) == 1
        is_staffed = self.officers.value > 0 and self.hours_per_week.value > 0
        return is_there and is_staffed and (self.opens is None or self.opens <= day)

    def site(self) -> Site | None:
        """Latitude and longitude in degrees, None for a desk that stands in each of its places."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude.value, self.longitude.value


def read_service_points(folder: Path, region: str) -> tuple[ServicePoint, ...]:
    """Read service_points.toml of a region's folder; raises BadInput for a number without its origin."""
    tables = tomllib.loads((folder / "service_points.toml").read_text(encoding="utf-8"))
    return tuple(_service_point(name, table, region) for name, table in tables.items())


def _service_point(name: str, table: Mapping[str, Any], region: str) -> ServicePoint:
    prefix = f"{region}.{name}."
    numbers = sourced_tables(prefix, {key: table[key] for key in NUMBERS if key in table})
    return ServicePoint(
        id=name,
        latitude=numbers.get(f"{prefix}latitude"),
        longitude=numbers.get(f"{prefix}longitude"),
        officers=numbers[f"{prefix}officers"],
        hours_per_week=numbers[f"{prefix}hours_per_week"],
        exists=numbers.get(f"{prefix}exists"),
        serves_regency=table["serves"] == "regency",
        opens=table.get("opens"),
        places=tuple(table.get("places", ())),
        source=table["source"],
    )
