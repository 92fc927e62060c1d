"""The world as compiled rules see it: the same memory as arrays of records, few enough to be handed on at no cost.

A rule that is handed a hundred columns pays for each, in compiling and at every call; and a resident whose columns lie
apart costs a look at memory for each. One record holds all of a resident.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.columns.core.access import Access
from ikdsim.engine.columns.core.cumulative_hazards import HazardsAhead
from ikdsim.engine.columns.core.event_queue import EventQueue
from ikdsim.engine.diary import Diary
from ikdsim.kernel import inner
from ikdsim.resident.changes import Changes
from ikdsim.resident.cumulative_hazards import CumulativeHazards, Groups
from ikdsim.resident.tables import Tables

NEIGHBOURHOOD: Final = np.dtype(
    [("first", np.int32), ("end", np.int32), ("first_block", np.int32), ("place", np.uint8)]
)
"""An RT: its first row, the row after its last, the first of its blocks (see contacts.py), its place."""
BLOCK: Final = 32
"""Residents of an RT whose lowest contact keys are kept, lest the others be looked at: 32 at most, one bit each."""
NO_CONTACT: Final = np.int32(np.iinfo(np.int32).max)
"""The contact key of those who wait for no contact."""
STATION: Final = np.dtype(
    [
        ("kind", np.int64),
        ("offer", np.int64),
        ("offer_without_card", np.int64),
        ("begins", np.int64),
        ("requires", np.int64),
        ("waits", np.int64),
        ("station_factor", np.float64),
        ("failure", np.int64),
        ("time_factor", np.float64),
        ("capacity_ms", np.int64),
        ("errand_ms", np.int64),
    ]
)
"""What a station offers this week, see Supply."""


class State(NamedTuple):
    """Whoever changes a record changes the column of the same name."""

    seed: int
    table_week: int
    people: NDArray[np.void]
    """Records of PERSON, shape (residents,)."""
    standing: NDArray[np.void]
    """Records of STANDING, shape (residents,)."""
    opens_household: NDArray[np.uint8]
    ward: NDArray[np.uint16]
    """See Residents."""
    contact_due: NDArray[np.int32]
    """For those who wait for a cause of contacts: when and which, see contacts.py; shape (residents,)."""
    contact_lowest: NDArray[np.int32]
    """Lowest contact key of each cause in a block of residents, or a lower one; shape (blocks, causes of contacts)."""
    neighbourhoods: NDArray[np.void]
    """Records of NEIGHBOURHOOD."""
    first_neighbourhood: NDArray[np.int32]
    """Number of the first RT of each place; shape (places,)."""
    place_start: NDArray[np.int32]
    """First row of each place, and the number of residents at the end; shape (places + 1,)."""
    tables: Tables
    cumulative: CumulativeHazards
    stations: NDArray[np.void]
    """Records of STATION: this week's supply."""
    access: Access
    useful: NDArray[np.float64]
    cards_missing: NDArray[np.int64]
    invited: NDArray[np.int64]
    """See Supply."""
    stage_by_place: NDArray[np.int64]
    contacts: NDArray[np.int64]
    """See Counters."""
    moved: NDArray[np.int64]
    """The same as `stage_by_place` for each part of the event queue: if there are several, what is still to be added
    up; shape (parts, places, stages)."""
    totals: NDArray[np.void]
    """Records of TOTALS, one for each part of the event queue in the same way."""
    load: NDArray[np.void]
    """Records of LOAD, shape (stations,)."""
    refused: NDArray[np.int64]
    """See Counters."""
    diary: Diary
    changes: Changes
    """Dated changes of residents."""
    first_change: NDArray[np.int64]
    """Number of the first change of each week of the plan, see Changes.first_of_week."""
    ahead: HazardsAhead
    event_queue: EventQueue


@inner
def row_at(rows: NDArray[np.uint32], k: int) -> int:
    """Row k of `rows`, as the one type of number that every rule takes: with two, all would be compiled twice."""
    return int(np.int64(rows[k]))


@inner
def groups_of(i: int, state: State) -> Groups:
    """The groups of which resident `i` shares cumulative hazards."""
    person = state.people[i]
    place, occupation, ward = int(person.place), int(person.occupation), int(state.ward[i])
    return Groups(place, occupation, neighbourhood_of(i, state), ward)


@inner
def neighbourhood_of(i: int, state: State) -> int:
    """Number of the RT of resident `i`."""
    person = state.people[i]
    return int(state.first_neighbourhood[person.place] + person.address)
