"""A week of the residents in one call from Python, which costs as much as looking at a hundred of them.

With several threads it is one call for each part of the region, and one more to serve the queues.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.calendar import CHUNK
from ikdsim.engine.contacts import advance_planned
from ikdsim.engine.lives import IN_CALENDAR, live
from ikdsim.engine.queues import draw_keys, serve
from ikdsim.engine.records import Records
from ikdsim.kernel import kernel

ADVANCE: Final = 1
"""The meters that the plan knows ahead grow."""
LIVE: Final = 2
"""One part of the region lives the week."""
SERVE: Final = 4
"""Those who turned up are served."""
WHOLE_WEEK: Final = ADVANCE | LIVE | SERVE


@kernel
def run_week(doing: int, part: int, week: int, arrivals: NDArray[np.uint32], w: Records) -> NDArray[np.uint32]:
    """Do what `doing` says; returns the rows of those who turned up, which are `arrivals` if nobody lives."""
    if doing & ADVANCE:
        advance_planned(week, w)
    if doing & LIVE:
        here = w.calendar.parts[part]
        most = here.end - here.first
        rows = np.empty((IN_CALENDAR + 1, max(most, w.calendar.chunks[part].size * CHUNK)), np.uint32)
        room = np.empty(most, np.uint32)
        arrivals = room[: live(part, week, rows, np.zeros(len(rows), np.int64), room, w)]
    if doing & SERVE:
        keys = np.empty(len(arrivals), np.int64)
        draw_keys(week, arrivals, keys, w)
        keys.sort()
        serve(week, arrivals, keys, w)
    return arrivals
