"""A week that several threads share: arrivals of all parts of the region form one queue, and go home part by part."""

from collections.abc import Sequence
from concurrent.futures import Executor

import numpy as np

from ikdsim.engine.columns.core.queues import Arrivals
from ikdsim.engine.columns.core.state import State
from ikdsim.engine.columns.core.week import go_home_in_part, live_in_part, reach_out, serve_queues


def share_week(week: int, state: State, threads: Executor) -> None:
    """Let all residents live one week, then serve the queues; results do not depend on the number of threads."""
    reach_out(week, state)
    arrived = list(threads.map(lambda part: live_in_part(part, week, state), range(len(state.event_queue.parts))))
    queue = joined(arrived)
    serve_queues(week, queue, state)
    list(threads.map(lambda own: go_home_in_part(week, own, state), parted(queue, arrived)))


def joined(parts: Sequence[Arrivals]) -> Arrivals:
    """The arrivals of all parts, in the order of their queue keys."""
    before = np.cumsum([0, *(len(part.rows) for part in parts)])
    keys = np.concatenate([part.keys + first for part, first in zip(parts, before[:-1], strict=True)])
    keys.sort(kind="stable")
    rows = np.concatenate([part.rows for part in parts])
    return Arrivals(rows, keys, np.zeros(len(rows), np.int64))


def parted(arrivals: Arrivals, parts: Sequence[Arrivals]) -> list[Arrivals]:
    """The joined arrivals of `parts`, as those of each part again."""
    edges = np.cumsum([len(part.rows) for part in parts])[:-1]
    to_renew = np.split(arrivals.to_renew, edges)
    return [part._replace(to_renew=own) for part, own in zip(parts, to_renew, strict=True)]
