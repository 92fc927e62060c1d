"""A week of the residents in one call from Python, which costs as much as looking at a hundred of them.

With several threads, residents live in one call for each part of the region; the queues, where all parts meet, are
served in one call; then each part goes home in a call of its own.
"""

from typing import Final

import numpy as np

from ikdsim.engine.columns.core.contacts import advance_planned
from ikdsim.engine.columns.core.event_queue import CHUNK
from ikdsim.engine.columns.core.queues import Arrivals, draw_keys, go_home, serve
from ikdsim.engine.columns.core.residents import IN_EVENT_QUEUE, live
from ikdsim.engine.columns.core.state import State
from ikdsim.kernel import kernel

ADVANCE: Final = 1
"""The cumulative hazards that the plan knows ahead grow."""
LIVE: Final = 2
"""One part of the region lives the week."""
SERVE: Final = 4
"""Those who turned up are served."""
GO_HOME: Final = 8
"""Those who turned up wait on."""
WHOLE_WEEK: Final = ADVANCE | LIVE | SERVE | GO_HOME
NOBODY_YET: Final = Arrivals(np.empty(0, np.uint32), np.empty(0, np.int64), np.empty(0, np.int64))


@kernel
def run_week(doing: int, part: int, week: int, arrivals: Arrivals, state: State) -> Arrivals:
    """Do what `doing` says with `arrivals`, or with those who turn up if residents live; returns these."""
    if doing & ADVANCE:
        advance_planned(week, state)
    if doing & LIVE:
        here = state.event_queue.parts[part]
        most = here.end - here.first
        looked_at = np.empty((IN_EVENT_QUEUE + 1, max(most, state.event_queue.chunks[part].size * CHUNK)), np.uint32)
        rows = np.empty(most, np.uint32)
        rows = rows[: live(part, week, looked_at, np.zeros(len(looked_at), np.int64), rows, state)]
        arrivals = Arrivals(rows, np.empty(len(rows), np.int64), np.zeros(len(rows), np.int64))
        draw_keys(week, arrivals, state)
        arrivals.keys.sort()
    if doing & SERVE:
        serve(week, arrivals, state)
    if doing & GO_HOME:
        go_home(week, arrivals, state)
    return arrivals


def joined(parts: list[Arrivals]) -> Arrivals:
    """The arrivals of all parts, in the order of their queue keys."""
    before = np.cumsum([0, *(len(part.rows) for part in parts)])
    keys = np.concatenate([part.keys + first for part, first in zip(parts, before[:-1], strict=True)])
    keys.sort(kind="stable")
    rows = np.concatenate([part.rows for part in parts])
    return Arrivals(rows, keys, np.zeros(len(rows), np.int64))


def parted(arrivals: Arrivals, parts: list[Arrivals]) -> list[Arrivals]:
    """The joined arrivals of `parts`, as those of each part again."""
    edges = np.cumsum([len(part.rows) for part in parts])[:-1]
    to_renew = np.split(arrivals.to_renew, edges)
    return [part._replace(to_renew=own) for part, own in zip(parts, to_renew, strict=True)]
