"""The memory of a world as the records that compiled rules take."""

import numpy as np

from ikdsim.engine.columns.core.access import Access, list_access
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES, HazardsAhead
from ikdsim.engine.columns.core.event_queue import CHUNK, PAGE, PART, SPARE, STORE, EventQueue
from ikdsim.engine.columns.core.state import BLOCK, NEIGHBOURHOOD, NO_CONTACT, STATION, State
from ikdsim.engine.counters import TOTALS
from ikdsim.engine.world import World
from ikdsim.resident.columns import Residents
from ikdsim.resident.stages import STAGES
from ikdsim.resident.tables import as_record
from ikdsim.service.supply import WAYS, Supply


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
        people=residents.people,
        standing=world.state.standing,
        opens_household=residents.opens_household,
        ward=residents.ward,
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
        invited=supply.invited,
        stage_by_place=stages,
        contacts=counters.contacts,
        moved=stages[np.newaxis] if parts == 1 else np.zeros((parts, *stages.shape), np.int64),
        totals=counters.totals if parts == 1 else np.zeros(parts, TOTALS),
        load=counters.load,
        refused=counters.refused,
        diary=world.diary,
        changes=world.changes,
        first_change=world.changes.first_of_week(range(ahead.before, ahead.before + ahead.value.shape[1])),
        ahead=ahead,
        event_queue=event_queue,
    )


def new_access(supply: Supply) -> Access:
    """Ways for the groups and stations of `supply` that lead nowhere yet."""
    shape = (len(WAYS), *supply.visit.shape)
    return Access(np.zeros(shape[:2], np.int32), np.zeros(shape, np.int32), np.zeros(shape))


def new_event_queue(residents: Residents, count: int, weeks: int) -> EventQueue:
    """An event queue of at most `count` parts that still has to be cleared.

    Each part has room for all its residents once, in any spread over the weeks, and some to spare.
    """
    starts = residents.neighbourhood_start
    edges = np.unique(np.searchsorted(starts, np.linspace(0, starts[-1], count + 1)))
    parts = np.zeros(len(edges) - 1, PART)
    parts["first"], parts["end"] = starts[edges[:-1]], starts[edges[1:]]
    parts["first_neighbourhood"], parts["end_neighbourhood"] = edges[:-1], edges[1:]
    full = int((parts["end"] - parts["first"]).max()) // CHUNK
    pages = np.zeros((len(parts), weeks, len(STAGES)), PAGE)
    chunks = pages[0].size + full + full // SPARE + 1
    return EventQueue(parts, pages, np.zeros((len(parts), chunks), STORE))


def write_supply(state: State, supply: Supply) -> State:
    """The same memory in a week with this supply."""
    for name in STATION.names or ():
        state.stations[name] = getattr(supply, name)
    list_access((supply.walk_in, supply.visit, supply.errand, supply.remote), state.access)
    return state._replace(useful=supply.useful, cards_missing=supply.cards_missing, invited=supply.invited)


def add_totals(state: State, world: World) -> None:
    """Add what the threads have counted to the totals of the world."""
    if len(state.totals) > 1:
        for name in TOTALS.names or ():
            world.counters.totals[name][0] += state.totals[name].sum(axis=0)
        state.totals[:] = 0
        world.counters.stage_by_place[:] += state.moved.sum(axis=0)
        state.moved[:] = 0
