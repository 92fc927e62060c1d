"""Everything an engine works on: columns for the readers, and the same memory as records for compiled rules."""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.calendar import Calendar
from ikdsim.engine.counters import Counters
from ikdsim.engine.outlook import Outlook
from ikdsim.resident.columns import Residents, State, people_of
from ikdsim.resident.meters import Meters
from ikdsim.resident.tables import Tables
from ikdsim.service.board import Board

NOBODY = -1
DIARY_LENGTH = 2_000
NEIGHBOURHOOD: Final = np.dtype([("first", np.int32), ("end", np.int32), ("place", np.uint8)])
"""An RT: its first row, the row after its last, its place."""


class Diary(NamedTuple):
    """The events of one watched resident."""

    resident: int
    """Row of the resident; NOBODY if nobody is watched."""
    rows: NDArray[np.int64]
    """Week, event (see causes.EVENTS), station or -1, stage afterwards; shape (DIARY_LENGTH, 4)."""
    length: NDArray[np.int64]
    """Rows written; shape (1,)."""


class Run(NamedTuple):
    """One run in columns: who the residents are, where they stand, and what they meet."""

    seed: int
    table_week: int
    """Week of the region's published table: counters go by the age that residents have then."""
    residents: Residents
    state: State
    tables: Tables
    meters: Meters
    board: Board
    counters: Counters
    diary: Diary


class World(NamedTuple):
    """The same run as compiled rules see it, `w`: arrays of records, few enough to be handed on at no cost."""

    seed: int
    table_week: int
    people: NDArray[np.void]
    """Records of PERSON, shape (residents,)."""
    standing: NDArray[np.void]
    """Records of STANDING, shape (residents,)."""
    contact_due: NDArray[np.int32]
    """For those who wait for a cause of contacts: when (in grains) and which, see contacts.py; shape (residents,)."""
    neighbourhoods: NDArray[np.void]
    """Records of NEIGHBOURHOOD."""
    place_start: NDArray[np.int32]
    """First row of each place, and the number of residents at the end; shape (places + 1,)."""
    tables: Tables
    meters: Meters
    stations: NDArray[np.void]
    """The board of the week: records of STATION (service/board.py)."""
    hazards: NDArray[np.float64]
    """Weekly hazards of coming to each station: by walk-in, visit or errand; shape (3, places, stations)."""
    useful: NDArray[np.float64]
    cards_missing: NDArray[np.int64]
    """See Board."""
    stage_by_place: NDArray[np.int64]
    contacts: NDArray[np.int64]
    totals: NDArray[np.void]
    load: NDArray[np.void]
    """See Counters."""
    diary: Diary
    outlook: Outlook
    calendar: Calendar


def new_diary(resident: int) -> Diary:
    """An empty diary of the resident in this row, or of NOBODY."""
    length = DIARY_LENGTH if resident != NOBODY else 1
    return Diary(resident, np.zeros((length, 4), np.int64), np.zeros(1, np.int64))


def new_world(run: Run, outlook: Outlook, calendar: Calendar) -> World:
    """The memory of `run` as records."""
    residents, counters = run.residents, run.counters
    neighbourhoods = np.zeros(len(residents.neighbourhood_place), NEIGHBOURHOOD)
    neighbourhoods["first"] = residents.neighbourhood_start[:-1]
    neighbourhoods["end"] = residents.neighbourhood_start[1:]
    neighbourhoods["place"] = residents.neighbourhood_place
    return World(
        seed=run.seed,
        table_week=run.table_week,
        people=people_of(residents),
        standing=run.state.standing,
        contact_due=np.zeros(len(residents.place), np.int32),
        neighbourhoods=neighbourhoods,
        place_start=residents.place_start,
        tables=_as_record(run.tables),
        meters=run.meters,
        stations=run.board.stations,
        hazards=run.board.hazards,
        useful=run.board.useful,
        cards_missing=run.board.cards_missing,
        stage_by_place=counters.stage_by_place,
        contacts=counters.contacts,
        totals=counters.totals,
        load=counters.load,
        diary=run.diary,
        outlook=outlook,
        calendar=calendar,
    )


def with_board(world: World, board: Board) -> World:
    """The same world in a week with another board."""
    return world._replace(
        stations=board.stations, hazards=board.hazards, useful=board.useful, cards_missing=board.cards_missing
    )


def _as_record(tables: Tables) -> Any:
    """The tables as one record, which reads like them."""
    values = {name: np.asarray(value) for name, value in tables._asdict().items()}
    record = np.dtype([(name, value.dtype, value.shape) for name, value in values.items()])
    made = np.zeros(1, record)
    for name, value in values.items():
        made[name] = value
    return made.view(np.recarray)[0]
