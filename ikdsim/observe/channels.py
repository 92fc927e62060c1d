"""Channels: through which kind of service point residents were activated, and how many lapsed."""

import numpy as np

from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.service.kinds import KINDS

LAPSES = ("interrupted", "disenchanted")
MOVES = ("users_gone", "users_come")


class Channels(Observer):
    """Sums since the start of the run, simulated residents."""

    remembers = ("activations", "lapses", "moves", "compelled")

    def __init__(self, weeks: int) -> None:
        self.activations = np.zeros((weeks, len(KINDS)), np.int64)
        self.lapses = np.zeros((weeks, len(LAPSES)), np.int64)
        self.moves = np.zeros((weeks, len(MOVES)), np.int64)
        self.compelled = np.zeros(weeks, np.int64)

    def look(self, week: WeekSeen) -> None:
        """Remember the sums so far."""
        self.activations[week.index] = week.counters.activations_by_channel
        self.lapses[week.index] = week.counters.lapses
        self.moves[week.index] = week.counters.moved
        self.compelled[week.index] = week.counters.compelled[0]
