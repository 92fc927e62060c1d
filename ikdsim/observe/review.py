"""What observers remember, told as the office sees it at a review: counted in real residents and minutes."""

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.review import PlaceSeen, StationSeen
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.observe.service_load import LOADS, ServiceLoad
from ikdsim.setup import Setup


def places_seen(setup: Setup, users: NDArray[np.int64] | NDArray[np.float64]) -> tuple[PlaceSeen, ...]:
    """The places of a set-up with so many simulated `users`, shape (places,)."""
    agents = np.diff(setup.residents.place_start)
    return tuple(
        PlaceSeen(place.name, place.residents, place.recorded, float(count) * place.residents / float(number))
        for place, count, number in zip(setup.region.places, users, agents, strict=True)
    )


def stations_seen(setup: Setup, load: ServiceLoad, weeks: slice) -> tuple[StationSeen, ...]:
    """The service points of a set-up, their counts added up over some `weeks` of the run."""
    residents = sum(place.residents for place in setup.region.places) / len(setup.residents.place)
    counts = load.loads[weeks].sum(axis=0) * residents
    minutes = setup.scale / MILLISECONDS_PER_MINUTE
    given, used = load.given_ms[weeks].sum(axis=0) * minutes, load.used_ms[weeks].sum(axis=0) * minutes
    rows = [counts[LOADS.index(name)] for name in LOADS]
    return tuple(
        StationSeen(station.kind, station.place, *map(float, numbers))
        for station, *numbers in zip(setup.services.stations, *rows, given, used, strict=True)
    )
