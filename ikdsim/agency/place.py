"""What holds in one place in one week: the agency is not the same everywhere."""

from dataclasses import dataclass

from ikdsim.region.region import SUPPLY, Region


@dataclass(slots=True)
class PlaceConditions:
    """How one kelurahan or desa differs from the others in one week; policies change it."""

    attitude: float = 1.0
    """Factor on the attitude of officers who stand there, 1 = as elsewhere."""
    leaders: float = 0.0
    """How far village leaders endorse IKD: they attend visits, speak of it, and sustain it, 0-1."""
    clarity: float = 1.0
    """Factor on how well explanations persuade there, 1 = as elsewhere."""
    notices: float = 1.0
    """Factor on the hazard of hearing by notices and talks, 1 = as elsewhere."""
    intensity: float = 1.0
    """How much is done for IKD there, or asked for, relative to the mean of all places, see Region."""
    signal: float = 1.0
    """Share of connections that work there without a car that brings its own, 0-1."""


def usual_places(region: Region) -> list[PlaceConditions]:
    """All places as today, alike but for the region's intensities and signal."""
    return [PlaceConditions(intensity=place.intensity, signal=place.signal) for place in region.places]


def intensity(place: PlaceConditions, region: Region, side: str) -> float:
    """The place's intensity where it acts on `side` (SUPPLY or DEMAND), else 1."""
    return place.intensity if region.intensity_acts_on == side else 1.0


def contacts(place: PlaceConditions, region: Region) -> float:
    """Factor on what officers do in a place: visits that really come, notices, offers."""
    return intensity(place, region, SUPPLY)
