"""Service points: the desks where a resident can meet an officer who activates IKD."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ikdsim.provenance import NO_VALUES, SourcedValue, sourced_tables
from ikdsim.region.distance import Site
from ikdsim.region.files import RegionFiles, Row, Table
from ikdsim.region.numbers_by_place import numbers_by_place

LOCAL_DESK: Final = "kecamatan_desk"
"""The desk that every kecamatan of a regency has."""
EXISTS: Final = 0.5
"""A desk whose number of existence is at least this exists."""


@dataclass(frozen=True)
class ServicePoint:
    """A desk, or one desk in each of some places, with its officers and opening hours."""

    id: str
    site: Site | None
    """None for a desk that stands in each place of `places`."""
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
    numbers: Mapping[str, SourcedValue]
    """Its own numbers by name."""

    def is_open(self, day: date) -> bool:
        """Whether it has opened by `day`, if there is such a desk at all, with officers and hours."""
        is_there = self.exists is None or self.exists.value >= EXISTS
        is_staffed = self.officers.value > 0 and self.hours_per_week.value > 0
        return is_there and is_staffed and (self.opens is None or self.opens <= day)


def service_points_of(files: RegionFiles, values: Mapping[str, float] = NO_VALUES) -> tuple[ServicePoint, ...]:
    """The desks that the files of a region tell of, with other `values` by the full names of numbers.

    Raises BadInput for a number without its origin.
    """
    points = []
    for name, table in files.service_points.items():
        numbers = _numbers(f"{files.name}.{name}.", table, files.places, values)
        points.append(_service_point(name, table, numbers))
    return tuple(points)


def _numbers(prefix: str, table: Table, rows: Sequence[Row], values: Mapping[str, float]) -> dict[str, SourcedValue]:
    """The numbers of a desk by what they are: "officers", and "exists.<place>" if it may stand in several places."""
    own = {key: value for key, value in table.items() if isinstance(value, dict)}
    numbers = sourced_tables(prefix, own, values)
    if "exists_urban" in own:
        numbers |= numbers_by_place(f"{prefix}exists", rows, numbers, values)
    return {name.removeprefix(prefix): number for name, number in numbers.items()}


def _service_point(name: str, table: Table, numbers: Mapping[str, SourcedValue]) -> ServicePoint:
    existing = [key for key, number in numbers.items() if key.startswith("exists.") and number.value >= EXISTS]
    has_site = "latitude" in numbers
    return ServicePoint(
        id=name,
        site=(numbers["latitude"].value, numbers["longitude"].value) if has_site else None,
        officers=numbers["officers"],
        hours_per_week=numbers["hours_per_week"],
        exists=numbers.get("exists"),
        serves_regency=table["serves"] == "regency",
        opens=table.get("opens"),
        places=tuple(key.removeprefix("exists.") for key in existing),
        source=table["source"],
        numbers={number.name: number for number in numbers.values()},
    )
