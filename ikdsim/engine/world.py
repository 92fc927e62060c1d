"""Everything an engine works on, in columns: what readers and observers see."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.counters import Counters
from ikdsim.resident.columns import Residents, ResidentState
from ikdsim.resident.cumulative_hazards import CumulativeHazards
from ikdsim.resident.tables import Tables
from ikdsim.service.supply import Supply

NOBODY = -1
DIARY_LENGTH = 2_000


class Diary(NamedTuple):
    """The events of one watched resident."""

    resident: int
    """Row of the resident; NOBODY if nobody is watched."""
    rows: NDArray[np.int64]
    """Week, event (see causes.EVENTS), station or -1, stage afterwards; shape (DIARY_LENGTH, 4)."""
    length: NDArray[np.int64]
    """Rows written; shape (1,)."""


class World(NamedTuple):
    """One run: who the residents are, where they stand, and what they meet."""

    seed: int
    table_week: int
    """Week of the region's published table: counters go by the age that residents have then."""
    residents: Residents
    state: ResidentState
    tables: Tables
    cumulative: CumulativeHazards
    supply: Supply
    counters: Counters
    diary: Diary


def new_diary(resident: int) -> Diary:
    """An empty diary of the resident in this row, or of NOBODY."""
    length = DIARY_LENGTH if resident != NOBODY else 1
    return Diary(resident, np.zeros((length, 4), np.int64), np.zeros(1, np.int64))
