"""Service load: who turned up, was served, was sent home or failed, and what officer time it took."""

import numpy as np

from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.observe.observer import WeekSeen
from ikdsim.service.kinds import KINDS

LOADS = ("came", "offered", "served", "turned_away", "failed")


class ServiceLoad:
    """By kind of service point; `counts` has shape (weeks, kinds, LOADS), minutes have shape (weeks, kinds).

    Counts are simulated residents; minutes are those given to and used by simulated residents. Minutes are given once,
    in their own week; in a scaled run some are used later (service/kept_time.py), so a week may use more than it gives.
    """

    def __init__(self, weeks: int) -> None:
        self.counts = np.zeros((weeks, len(KINDS), len(LOADS)), np.int64)
        self.minutes_given = np.zeros((weeks, len(KINDS)))
        self.minutes_used = np.zeros((weeks, len(KINDS)))

    def look(self, week: WeekSeen) -> None:
        """Add up the stations of each kind."""
        kinds = week.board.kind
        for column, name in enumerate(LOADS):
            np.add.at(self.counts[week.index, :, column], kinds, getattr(week.counters, name))
        np.add.at(self.minutes_given[week.index], kinds, week.board.capacity_ms / MILLISECONDS_PER_MINUTE)
        np.add.at(self.minutes_used[week.index], kinds, week.counters.used_ms / MILLISECONDS_PER_MINUTE)
