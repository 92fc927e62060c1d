"""Distance along the surface of the earth; roads are longer, which the model's decay of distance takes up."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the earth (IUGG)."""

Site = tuple[float, float]
"""Latitude and longitude in degrees."""


def great_circle_km(one: Site, other: Site) -> float:
    """Great-circle distance between two sites in km (haversine formula)."""
    (lat_1, lon_1), (lat_2, lon_2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    half_chord = sin((lat_2 - lat_1) / 2) ** 2 + cos(lat_1) * cos(lat_2) * sin((lon_2 - lon_1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half_chord))
