"""The kecamatan of a regency: who else comes to the desks that serve all of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from ikdsim.region.distance import Site, great_circle_km
from ikdsim.region.files import Row
from ikdsim.region.places import Place
from ikdsim.region.service_points import LOCAL_DESK, ServicePoint


@dataclass(frozen=True)
class Kecamatan:
    """One kecamatan of the regency on the map."""

    code: str
    """Official code, such as "32.16.02"."""
    name: str
    voters: int
    """On the final list of voters; kecamatan whose count was not found share what is left, as the file says."""
    residents: int
    km: Mapping[str, float]
    """Great-circle distance in km from its centroid to each desk of the regency, and to its own kecamatan's desk."""


def kecamatan_of(
    rows: Sequence[Row], places: Sequence[Place], service_points: Sequence[ServicePoint]
) -> tuple[Kecamatan, ...]:
    """All kecamatan of the regency, the region's own among them, from the `rows` of kecamatan.csv.

    Each has a desk of its own, taken to be as far from its residents as the region's is from those of its `places`.
    """
    sites = {point.id: point.site for point in service_points if point.serves_regency}
    at_home = fmean((place.km[LOCAL_DESK] for place in places), [place.residents for place in places])
    return tuple(_kecamatan(row, sites, at_home) for row in rows)


def _kecamatan(row: Row, sites: Mapping[str, Site | None], at_home: float) -> Kecamatan:
    centroid = float(row["latitude"]), float(row["longitude"])
    ways = {desk: great_circle_km(centroid, site) for desk, site in sites.items() if site}
    return Kecamatan(
        code=row["code"],
        name=row["name"],
        voters=int(row["voters"]),
        residents=int(row["residents"]),
        km={**ways, LOCAL_DESK: at_home},
    )
