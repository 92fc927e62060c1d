"""Everything an engine works on, in columns: what readers and observers see."""

from typing import NamedTuple

from ikdsim.clock import week_of
from ikdsim.engine.counters import Counters, new_counters
from ikdsim.engine.diary import NOBODY, Diary, new_diary
from ikdsim.errors import BadInput, Fault
from ikdsim.resident.changes import Changes
from ikdsim.resident.columns import OCCUPATIONS, Residents, own_copy
from ikdsim.resident.cumulative_hazards import CumulativeHazards, new_cumulative_hazards
from ikdsim.resident.state import ResidentState, initial_state
from ikdsim.resident.tables import Tables
from ikdsim.service.supply import Supply, new_supply
from ikdsim.setup import Setup


class World(NamedTuple):
    """One run: who the residents are, where they stand, and what they meet."""

    seed: int
    table_week: int
    """Week of the region's published table: counters go by the age that residents have then."""
    residents: Residents
    """Who they are now: an engine writes the records of those who change."""
    changes: Changes
    state: ResidentState
    tables: Tables
    cumulative: CumulativeHazards
    supply: Supply
    counters: Counters
    diary: Diary

    def __repr__(self) -> str:
        return f"<World of seed {self.seed}: {self.residents!r}>"


def new_world(setup: Setup, watch: int) -> World:
    """The world of a set-up before its first week; the resident in row `watch`, or NOBODY, has a diary.

    Raises BadInput for a row that is not there.
    """
    people, stations, places = own_copy(setup.lives.start), setup.services.stations, len(setup.region.places)
    wards = int(people.ward_start[-1])
    if watch != NOBODY and not 0 <= watch < len(people.place):
        raise BadInput([Fault("unknown_resident", {"value": watch, "low": 0, "high": len(people.place) - 1})])
    return World(
        seed=setup.seed,
        table_week=week_of(setup.region.table_date),
        residents=people,
        changes=setup.lives.changes,
        state=initial_state(len(people.place)),
        tables=setup.tables,
        cumulative=new_cumulative_hazards(places, len(OCCUPATIONS), len(people.neighbourhood_place), wards),
        supply=new_supply(stations, places, wards, len(OCCUPATIONS)),
        counters=new_counters(people, len(stations)),
        diary=new_diary(watch),
    )
