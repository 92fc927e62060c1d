"""Counts that change with every move: what contacts, plans and observers read.

Only the engines write them. Counts of the week are cleared at its start; all others are running stocks or sums.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.resident.ages import AGE_BANDS
from ikdsim.resident.columns import DEVICES, OCCUPATIONS, SEXES, Residents
from ikdsim.resident.stages import STAGES
from ikdsim.service.kinds import KINDS

TOTALS: Final = np.dtype(
    [
        ("active_by_age", np.int64, (len(AGE_BANDS),)),
        ("active_by_sex", np.int64, (len(SEXES),)),
        ("active_by_device", np.int64, (len(DEVICES),)),
        ("active_by_occupation", np.int64, (len(OCCUPATIONS),)),
        ("activations_by_channel", np.int64, (len(KINDS),)),
        ("lapses", np.int64, (2,)),
        ("compelled", np.int64, (1,)),
        ("moved", np.int64, (2,)),
    ]
)
"""Stocks and sums of the whole region, as compiled rules write them."""
LOAD: Final = np.dtype(
    [
        (name, np.int64)
        for name in ("came", "offered", "served", "appointed", "turned_away", "failed", "used_ms", "explained_ms")
    ]
)
"""Counts of the week at a station, as compiled rules write them."""


class Counters(NamedTuple):
    """Whole numbers of residents unless said otherwise. Those of TOTALS and LOAD are views of records."""

    totals: NDArray[np.void]
    """Shape (1,)."""
    load: NDArray[np.void]
    """Shape (stations,)."""
    stage_by_place: NDArray[np.int64]
    """Shape (places, stages)."""
    contacts: NDArray[np.int64]
    """Active and confirmed less lapsed residents; shape (neighbourhoods,)."""
    active_by_age: NDArray[np.int64]
    """Active and confirmed by age band at the day of Table 1; shape (age bands,)."""
    active_by_sex: NDArray[np.int64]
    active_by_device: NDArray[np.int64]
    """By phone in January 2023."""
    active_by_occupation: NDArray[np.int64]
    activations_by_channel: NDArray[np.int64]
    """Sum of all activations, lapsed since or not; shape (kinds,)."""
    lapses: NDArray[np.int64]
    """Sums: interrupted, disenchanted; shape (2,)."""
    compelled: NDArray[np.int64]
    """Sum of activations for want of a card, before a service or because it was required; shape (1,)."""
    moved: NDArray[np.int64]
    """Sums: users who left the region or died, newcomers who brought IKD; shape (2,)."""
    came: NDArray[np.int64]
    """This week, by station: turned up to activate."""
    offered: NDArray[np.int64]
    """This week: had IKD explained during an errand; who was offered it and found no time is not counted."""
    served: NDArray[np.int64]
    appointed: NDArray[np.int64]
    """This week: found no time left and will have their turn next week."""
    turned_away: NDArray[np.int64]
    failed: NDArray[np.int64]
    used_ms: NDArray[np.int64]
    """This week: officer time used for IKD, milliseconds."""
    explained_ms: NDArray[np.int64]
    """This week: time of other services used for IKD on errands, milliseconds."""
    refused: NDArray[np.int64]
    """This week, by place of the residents: services refused for want of IKD; shape (places,)."""

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy has views of its own records."""
        return counters_of, (self.totals, self.load, self.stage_by_place, self.contacts, self.refused)


def counters_of(
    totals: NDArray[np.void],
    load: NDArray[np.void],
    stage_by_place: NDArray[np.int64],
    contacts: NDArray[np.int64],
    refused: NDArray[np.int64],
) -> Counters:
    """Counters on these records and arrays."""
    return Counters(
        totals=totals,
        load=load,
        stage_by_place=stage_by_place,
        contacts=contacts,
        refused=refused,
        **{name: totals[0][name] for name in TOTALS.names or ()},
        **{name: load[name] for name in LOAD.names or ()},
    )


def new_counters(residents: Residents, stations: int) -> Counters:
    """Counters before week 1, everybody unaware."""
    places = len(residents.place_start) - 1
    stage_by_place = np.zeros((places, len(STAGES)), np.int64)
    stage_by_place[:, 0] = np.diff(residents.place_start)
    contacts = np.zeros(len(residents.neighbourhood_place), np.int64)
    refused = np.zeros(places, np.int64)
    return counters_of(np.zeros(1, TOTALS), np.zeros(stations, LOAD), stage_by_place, contacts, refused)


def clear_week(counters: Counters) -> None:
    """Set the counts of the week to zero."""
    counters.load[:] = 0
    counters.refused[:] = 0
