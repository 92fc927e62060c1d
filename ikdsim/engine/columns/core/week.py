"""A week of the residents, in the order in which it happens; each part of it can be called from Python.

Every call from Python costs time (docs/design.md), so one thread takes the whole week in one call. With
several, residents live in one call for each part of the region; the queues, where all parts meet, are served in one
call; then each part goes home in a call of its own.
"""

import numpy as np

from ikdsim.engine.columns.core.changes import change_residents
from ikdsim.engine.columns.core.contacts import advance_planned
from ikdsim.engine.columns.core.event_queue import CHUNK
from ikdsim.engine.columns.core.queues import Arrivals, draw_keys, go_home, serve
from ikdsim.engine.columns.core.residents import IN_EVENT_QUEUE, live
from ikdsim.engine.columns.core.state import State
from ikdsim.kernel import kernel


@kernel
def reach_out(week: int, state: State) -> None:
    """Residents change as is known beforehand, then services reach out to everybody."""
    change_residents(week, state)
    advance_planned(week, state)


@kernel
def live_in_part(part: int, week: int, state: State) -> Arrivals:
    """Residents of one part of the region live the week; returns those who stand in a queue, in its order."""
    here = state.event_queue.parts[part]
    most = here.end - here.first
    looked_at = np.empty((IN_EVENT_QUEUE + 1, max(most, state.event_queue.chunks[part].size * CHUNK)), np.uint32)
    rows = np.empty(most, np.uint32)
    rows = rows[: live(part, week, looked_at, np.zeros(len(looked_at), np.int64), rows, state)]
    arrivals = Arrivals(rows, np.empty(len(rows), np.int64), np.zeros(len(rows), np.int64))
    draw_keys(week, arrivals, state)
    arrivals.keys.sort()
    return arrivals


@kernel
def serve_queues(week: int, arrivals: Arrivals, state: State) -> None:
    """Officers meet those who stand in a queue."""
    serve(week, arrivals, state)


@kernel
def go_home_in_part(week: int, arrivals: Arrivals, state: State) -> None:
    """Those who stood in a queue wait on."""
    go_home(week, arrivals, state)


@kernel
def run_week(week: int, state: State) -> None:
    """A whole week of a region that is one part."""
    reach_out(week, state)
    arrivals = live_in_part(0, week, state)
    serve_queues(week, arrivals, state)
    go_home_in_part(week, arrivals, state)
