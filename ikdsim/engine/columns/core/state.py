"""The world as compiled rules see it: the same memory as arrays of records, few enough to be handed on at no cost.

A rule that is handed a hundred columns pays for each, in compiling and at every call; and a resident whose columns lie
apart costs a look at memory for each. One record holds all of a resident.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.columns.core.access import Access, list_access, new_access
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES, HazardsAhead
from ikdsim.engine.columns.core.event_queue import EventQueue
from ikdsim.engine.counters import TOTALS
from ikdsim.engine.world import Diary, World
from ikdsim.kernel import inner
from ikdsim.resident.columns import people_of
from ikdsim.resident.cumulative_hazards import CumulativeHazards
from ikdsim.resident.tables import Tables, as_record
from ikdsim.service.supply import Supply

NEIGHBOURHOOD: Final = np.dtype(
    [("first", np.int32), ("end", np.int32), ("first_block", np.int32), ("place", np.uint8)]
)
"""An RT: its first row, the row after its last, the first of its blocks (see contacts.py), its place."""
BLOCK: Final = 32
"""Residents of an RT whose lowest contact keys are kept, so that the others need not be looked at."""
NO_CONTACT: Final = np.int32(np.iinfo(np.int32).max)
"""The contact key of those who wait for no contact."""
STATION: Final = np.dtype(
    [
        ("kind", np.int64),
        ("offer", np.int64),
        ("offer_without_card", np.int64),
        ("station_factor", np.float64),
        ("failure", np.int64),
        ("speed", np.float64),
        ("capacity_ms", np.int64),
    ]
)
"""What a station offers this week, see Board."""


class State(NamedTuple):
    """Whoever changes a record changes the column of the same name."""

    seed: int
    table_week: int
    people: NDArray[np.void]
    """Records of PERSON, shape (residents,)."""
    standing: NDArray[np.void]
    """Records of STANDING, shape (residents,)."""
    opens_household: NDArray[np.uint8]
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
    """See Board."""
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
    diary: Diary
    ahead: HazardsAhead
    event_queue: EventQueue


def new_state(world: World, ahead: HazardsAhead, event_queue: EventQueue) -> State:
    """The memory of `world` as records."""
    residents, counters, supply = world.residents, world.counters, world.supply
    parts, stages = len(event_queue.parts), counters.stage_by_place
    places = len(residents.place_start) - 1
    neighbourhoods = np.zeros(len(residents.neighbourhood_place), NEIGHBOURHOOD)
    neighbourhoods["first"] = residents.neighbourhood_start[:-1]
    neighbourhoods["end"] = residents.neighbourhood_start[1:]
    neighbourhoods["place"] = residents.neighbourhood_place
    blocks = -(-np.diff(residents.neighbourhood_start) // BLOCK)
    neighbourhoods["first_block"] = np.cumsum(blocks) - blocks
    return State(
        seed=world.seed,
        table_week=world.table_week,
        people=people_of(residents),
        standing=world.state.standing,
        opens_household=residents.opens_household,
        contact_due=np.full(len(residents.place), NO_CONTACT, np.int32),
        contact_lowest=np.full((blocks.sum(), len(CONTACT_CAUSES)), NO_CONTACT, np.int32),
        neighbourhoods=neighbourhoods,
        first_neighbourhood=np.searchsorted(residents.neighbourhood_place, np.arange(places)).astype(np.int32),
        place_start=residents.place_start,
        tables=as_record(world.tables),
        cumulative=world.cumulative,
        stations=np.zeros(len(supply.kind), STATION),
        access=new_access(supply),
        useful=supply.useful,
        cards_missing=supply.cards_missing,
        stage_by_place=stages,
        contacts=counters.contacts,
        moved=stages[np.newaxis] if parts == 1 else np.zeros((parts, *stages.shape), np.int64),
        totals=counters.totals if parts == 1 else np.zeros(parts, TOTALS),
        load=counters.load,
        diary=world.diary,
        ahead=ahead,
        event_queue=event_queue,
    )


@inner
def row_at(rows: NDArray[np.uint32], k: int) -> int:
    """Row k of `rows`, as the one type of number that every rule takes: with two, all would be compiled twice."""
    return int(np.int64(rows[k]))


@inner
def neighbourhood_of(i: int, state: State) -> int:
    """Number of the RT of resident `i`."""
    person = state.people[i]
    return int(state.first_neighbourhood[person.place] + person.address)


def with_supply(records: State, supply: Supply) -> State:
    """The same records in a week with this supply."""
    for name in STATION.names or ():
        records.stations[name] = getattr(supply, name)
    list_access(supply, records.access)
    return records._replace(useful=supply.useful, cards_missing=supply.cards_missing)


def add_totals(records: State, world: World) -> None:
    """Add what the threads have counted to the totals of the world."""
    if len(records.totals) > 1:
        for name in TOTALS.names or ():
            world.counters.totals[name][0] += records.totals[name].sum(axis=0)
        records.totals[:] = 0
        world.counters.stage_by_place[:] += records.moved.sum(axis=0)
        records.moved[:] = 0
