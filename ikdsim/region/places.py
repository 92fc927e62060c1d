"""Places: the kelurahan and desa of a region, as the published table counts them and as the map shows them.

A row of the table may bear a name that no official village has. It then stands for several villages, and
takes the means of their coordinates, areas and distances.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from statistics import fmean
from typing import Final

from ikdsim.errors import BadInput, Fault
from ikdsim.fields import ALL_PLACES
from ikdsim.provenance import NO_VALUES, SourcedValue, sourced_tables
from ikdsim.region.distance import Site, great_circle_km
from ikdsim.region.files import RegionFiles, Row
from ikdsim.region.service_points import ServicePoint

URBAN: Final = "urban"
RURAL: Final = "rural"
COASTAL: Final = "coastal"
INTENSITY: Final = "intensity."
"""How the name of a place's intensity begins, after that of its region."""


@dataclass(frozen=True)
class Place:
    """One kelurahan or desa; counts are those of the table on its date."""

    name: str
    kind: str
    """"urban" (kelurahan) or "rural" (desa)."""
    coastal: bool
    residents: int
    recorded: int
    """Residents whose biometrics are recorded for the KTP-el."""
    activated: int
    recorded_imputed: bool
    """True if `recorded` looks filled in as a round share of the residents instead of counted."""
    stands_for: tuple[str, ...]
    """Names of the official villages on the map; more than one makes the coordinates approximate."""
    latitude: float
    longitude: float
    area_km2: float
    signal: float
    """Share of homes with usable mobile data, 0-1."""
    km: Mapping[str, float]
    """Great-circle distance in km to each service point by its id, to the nearest of several desks."""
    intensity: float = 1.0
    """How much is done for IKD in the place, or asked for, relative to the mean of all; see Region."""

    @property
    def words(self) -> frozenset[str]:
        """Words for what it is, by which a plan may mean it: "all", its kind, and "coastal" at the coast."""
        return frozenset({ALL_PLACES, self.kind, *([COASTAL] if self.coastal else [])})

    @property
    def approximate(self) -> bool:
        """True if coordinates, area and distances are means over several villages."""
        return len(self.stands_for) > 1


@dataclass(frozen=True)
class Village:
    """An official kelurahan or desa on the map."""

    name: str
    site: Site
    area_km2: float


def imputed_percent(residents: int, recorded: int, step: int) -> int | None:
    """Multiple of `step` percent of `residents` that equals `recorded` when cut off, None if none does."""
    shares = range(step, 100 + step, step)
    return next((percent for percent in shares if residents * percent // 100 == recorded), None)


def places_of(
    files: RegionFiles, numbers: Mapping[str, SourcedValue], service_points: Sequence[ServicePoint]
) -> tuple[Place, ...]:
    """The places that the files of a region tell of, in their order; raises BadInput for counts that cannot be.

    `numbers` are those of the region, and the signal and intensity of every place.
    """
    rows, villages = files.places, {row["name"]: _village(row) for row in files.villages}
    faults = [fault for row in rows for fault in _count_faults(row)]
    if faults:
        raise BadInput(faults)
    homes = {row["name"]: [villages[name] for name in row["stands_for"].split(";")] for row in rows}
    sites = {point.id: _desk_sites(point, homes) for point in service_points}
    values = {name.removeprefix(f"{files.name}."): number.value for name, number in numbers.items()}
    return tuple(_place(row, homes[row["name"]], sites, values) for row in rows)


def intensities(
    rows: Sequence[Row], region: str, table: Mapping[str, object], values: Mapping[str, float] = NO_VALUES
) -> dict[str, SourcedValue]:
    """A number for each of the `rows` of places, with the value, range and source of `table` or one of `values`."""
    names = [f"{INTENSITY}{row['name']}" for row in rows]
    return sourced_tables(f"{region}.", dict.fromkeys(names, table), values)


def _village(row: Row) -> Village:
    site = float(row["latitude"]), float(row["longitude"])
    return Village(row["name"], site, float(row["area_km2"]))


def _count_faults(row: Row) -> list[Fault]:
    counts = [int(row[column]) for column in ("residents", "recorded", "activated")]
    if counts == sorted(counts, reverse=True) and counts[-1] >= 0:
        return []
    return [Fault("data.counts_disagree", {"place": row["name"], "counts": counts})]


def _desk_sites(point: ServicePoint, homes: Mapping[str, Sequence[Village]]) -> list[Site]:
    return [point.site] if point.site else [village.site for name in point.places for village in homes[name]]


def _place(
    row: Row,
    villages: Sequence[Village],
    desk_sites: Mapping[str, Sequence[Site]],
    values: Mapping[str, float],
) -> Place:
    residents, recorded, coastal = int(row["residents"]), int(row["recorded"]), row["coastal"] == "yes"
    return Place(
        name=row["name"],
        kind=row["kind"],
        coastal=coastal,
        residents=residents,
        recorded=recorded,
        activated=int(row["activated"]),
        recorded_imputed=imputed_percent(residents, recorded, int(values["imputed_step"])) is not None,
        stands_for=tuple(village.name for village in villages),
        latitude=fmean(village.site[0] for village in villages),
        longitude=fmean(village.site[1] for village in villages),
        area_km2=fmean(village.area_km2 for village in villages),
        signal=values[f"signal.{row['name']}"],
        km={desk: _mean_km(villages, sites) for desk, sites in desk_sites.items()},
        intensity=values[f"{INTENSITY}{row['name']}"],
    )


def _mean_km(villages: Sequence[Village], sites: Sequence[Site]) -> float:
    """Mean over the villages of the distance to the nearest site, infinite where there is none."""
    return fmean(min((great_circle_km(village.site, site) for site in sites), default=inf) for village in villages)
