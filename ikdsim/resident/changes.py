"""Dated changes of residents: a column gets a new value, or somebody else takes a resident's place.

They are known before a run and do not depend on it, so they are events like any other. In the week of a change it comes
before everything else. What a run keeps for a row (thresholds, tries, trust lost) goes on after a new value, and begins
anew with a newcomer, whose chances do not depend on what became of the one before.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import rule

ARRIVAL: Final = 0
"""Whoever stands in the row leaves; number `value` of the newcomers takes the place, and starts in `stage`."""
LITERACY: Final = 1
"""Digital literacy rises by `value` levels, or falls."""
TRUST: Final = 2
"""So does trust, at the start and now."""
ONLINE: Final = 3
"""Has data and signal at home from now on (1), or none (0)."""
RECORDED_WEEK: Final = 4
"""Recorded in week `value` already, if that is earlier than it would be."""
SUPPORTED_WEEK: Final = 5
"""A supported phone from week `value` on, if that is earlier than it would be."""
HEARD: Final = 6
"""Has heard of IKD: is in `stage` from now on, if that is further than before (aware, favourable, intending)."""
ATTENDS: Final = 7
"""Is at the station with number `value` this week, ready to be activated there."""

COLUMNS: Final = {
    LITERACY: "literacy",
    TRUST: "trust",
    ONLINE: "online",
    RECORDED_WEEK: "recorded_week",
    SUPPORTED_WEEK: "supported_week",
}
"""Column of PERSON that a change gives a new value."""
DATES: Final = (RECORDED_WEEK, SUPPORTED_WEEK)
GAINS: Final = (LITERACY, TRUST, ONLINE)
"""Changes that give somebody other own factors."""

HIGHEST_LEVEL: Final = 255


@rule
def raised(level: int, gain: int) -> int:
    """A level after a gain or a loss, within bounds."""
    return min(max(level + gain, 0), HIGHEST_LEVEL)


CHANGE: Final = np.dtype(
    [("value", np.int32), ("row", np.uint32), ("week", np.int16), ("what", np.uint8), ("stage", np.uint8)]
)
"""One change of one resident."""


class Changes(NamedTuple):
    """Changes of a run."""

    dated: NDArray[np.void]
    """Records of CHANGE by week; of those of a row in a week, an arrival comes first."""
    newcomers: NDArray[np.void]
    """Records of PERSON: who arrives."""

    def first_of_week(self, weeks: range) -> NDArray[np.int64]:
        """Number of the first change of each of `weeks` and, last, of the week after them."""
        return np.searchsorted(self.dated["week"], np.arange(weeks.start, weeks.stop + 1)).astype(np.int64)


def new_changes(
    what: int,
    week: NDArray[np.int64],
    row: NDArray[np.int64],
    value: NDArray[np.int64] | int = 0,
    stage: NDArray[np.int64] | int = 0,
) -> NDArray[np.void]:
    """Records of CHANGE of one kind, in the order given."""
    dated = np.zeros(len(row), CHANGE)
    dated["what"], dated["week"], dated["row"] = what, week, row
    dated["value"], dated["stage"] = value, stage
    return dated


def in_order(dated: Sequence[NDArray[np.void]], newcomers: NDArray[np.void]) -> Changes:
    """All these changes by week, arrivals first."""
    every = np.concatenate([np.zeros(0, CHANGE), *dated])
    row = every["row"]
    keys = ((row & 0xFFFF).astype(np.uint16), (row >> 16).astype(np.uint16), every["what"], every["week"])
    return Changes(every.take(np.lexsort(keys)), newcomers)


def people_at(week: int, people: NDArray[np.void], changes: Changes) -> None:
    """Write into `people`, who start a run, what all changes up to and including `week` make of them."""
    begun = changes.dated[changes.dated["week"] <= week]
    arrivals = begun[begun["what"] == ARRIVAL]
    people[arrivals["row"]] = changes.newcomers[arrivals["value"]]
    lives_since = np.full(len(people), np.iinfo(np.int16).min, np.int16)
    lives_since[arrivals["row"]] = arrivals["week"]
    own = begun[begun["week"] >= lives_since[begun["row"]]]
    for what, column in COLUMNS.items():
        these = own[own["what"] == what]
        if what in DATES:
            np.minimum.at(people[column], these["row"], np.maximum(these["value"], these["week"]))
        elif what == ONLINE:
            people[column][these["row"]] = these["value"]
        else:
            for row, gain in zip(these["row"].tolist(), these["value"].tolist(), strict=True):
                people[column][row] = raised(int(people[column][row]), gain)
