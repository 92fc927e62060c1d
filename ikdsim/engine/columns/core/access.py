"""The ways to a service point: by itself, to a visit, on an errand; and which stations each of them leads to this week.

The week's supply has a column for every station of the region, but few of them are open to a place in a week. Those few
are listed here, so that a resident who turns up does not have to go through all of them.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import inner, kernel
from ikdsim.service.supply import NOWHERE, WAYS, station_by_share


class Access(NamedTuple):
    """The stations that each way leads to: walking in and calling from each place, the others from each ward (RW).

    There are at least as many wards as places; what is left over for places is not used.
    """

    open: NDArray[np.int32]
    """How many; shape (ways, wards)."""
    station: NDArray[np.int32]
    """Which, ascending; shape (ways, wards, stations)."""
    hazard: NDArray[np.float64]
    """The weekly hazard of each, above 0; shape (ways, wards, stations)."""


@kernel
def list_access(
    hazards: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]], access: Access
) -> None:
    """Write down where the ways lead in a week with these `hazards` by way, of shape (places or wards, stations)."""
    for way in range(len(WAYS)):
        _list_one_way(way, hazards[way], access)


@inner
def _list_one_way(way: int, hazards: NDArray[np.float64], access: Access) -> None:
    for home in range(hazards.shape[0]):
        count = access.station[way, home, 0] = 0
        for station in range(hazards.shape[1]):
            if hazards[home, station] > 0.0:
                access.station[way, home, count] = station
                access.hazard[way, home, count] = hazards[home, station]
                count += 1
        access.open[way, home] = count


@inner
def station_on(way: int, home: int, drawn: int, avoided: int, access: Access) -> int:
    """Station that a uniform draw falls on for a resident of this place or ward, who avoids one if there is another."""
    count, left_out = access.open[way, home], NOWHERE
    for k in range(count):
        if access.station[way, home, k] == avoided:
            left_out = k
    return int(access.station[way, home, station_by_share(access.hazard[way, home, :count], drawn, left_out)])
