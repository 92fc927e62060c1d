"""Service points: the desks where a resident can meet an officer who activates IKD."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from ikdsim.provenance import SourcedValue, sourced_tables
from ikdsim.region.distance import Site

EXISTS: Final = 0.5
"""A desk whose existence is not known exists if its number, 0 to 1, is so large."""
NUMBERS: Final = ("latitude", "longitude", "officers", "hours_per_week")


@dataclass(frozen=True)
class ServicePoint:
    """A desk, or one desk in each of several places, with its officers and opening hours."""

    id: str
    latitude: SourcedValue | None
    """Degrees; None for a desk that stands in each place of `places`."""
    longitude: SourcedValue | None
    officers: SourcedValue
    """Officers at each desk, before the region's share is taken."""
    hours_per_week: SourcedValue
    """Opening hours of each counter for all services together."""
    share: SourcedValue
    """Share of the officers that serves this region, 0-1."""
    opens: date | None
    """First day; None if open before the first week of a run."""
    places: tuple[str, ...]
    """Names of the places that have such a desk; empty for a desk with a site of its own."""
    source: str

    def numbers(self) -> tuple[SourcedValue | None, ...]:
        """Its own numbers, in the order of NUMBERS."""
        return self.latitude, self.longitude, self.officers, self.hours_per_week

    def is_open(self, day: date) -> bool:
        """Whether it has opened by `day`."""
        return self.opens is None or self.opens <= day

    def site(self) -> Site | None:
        """Latitude and longitude in degrees, None for a desk that stands in each of its places."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude.value, self.longitude.value


def read_service_points(
    folder: Path, region: str, region_numbers: Mapping[str, SourcedValue]
) -> tuple[ServicePoint, ...]:
    """Read service_points.toml of a region's folder; raises BadInput for a number without its origin."""
    tables = tomllib.loads((folder / "service_points.toml").read_text(encoding="utf-8"))
    return tuple(_service_point(name, table, region, region_numbers) for name, table in tables.items())


def _service_point(
    name: str, table: Mapping[str, Any], region: str, region_numbers: Mapping[str, SourcedValue]
) -> ServicePoint:
    prefix = f"{region}.{name}."
    numbers = sourced_tables(prefix, {key: table[key] for key in NUMBERS if key in table})
    return ServicePoint(
        id=name,
        latitude=numbers.get(f"{prefix}latitude"),
        longitude=numbers.get(f"{prefix}longitude"),
        officers=numbers[f"{prefix}officers"],
        hours_per_week=numbers[f"{prefix}hours_per_week"],
        share=region_numbers[f"{region}.{table['share']}"],
        opens=table.get("opens"),
        places=(*table.get("places", ()), *_places_if(table, region, region_numbers)),
        source=table["source"],
    )


def _places_if(table: Mapping[str, Any], region: str, numbers: Mapping[str, SourcedValue]) -> list[str]:
    """Places that have such a desk if a number of the region is a half or more."""
    named: Mapping[str, str] = table.get("places_if", {})
    return [place for place, name in named.items() if numbers[f"{region}.{name}"].value >= EXISTS]
