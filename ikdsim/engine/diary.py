"""The events of one watched resident."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

NOBODY: Final = -1
DIARY_LENGTH: Final = 2_000


class Diary(NamedTuple):
    """What happened to one resident, as engines write it down."""

    resident: int
    """Row of the resident; NOBODY if nobody is watched."""
    rows: NDArray[np.int64]
    """Week, event (see causes.EVENTS), station or -1, stage afterwards; shape (DIARY_LENGTH, 4)."""
    length: NDArray[np.int64]
    """Rows written; shape (1,)."""


def new_diary(resident: int) -> Diary:
    """An empty diary of the resident in this row, or of NOBODY."""
    length = DIARY_LENGTH if resident != NOBODY else 1
    return Diary(resident, np.zeros((length, 4), np.int64), np.zeros(1, np.int64))
