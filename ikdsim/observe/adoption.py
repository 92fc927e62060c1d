"""Adoption: who stands in which stage, week by week."""

import numpy as np

from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.resident.stages import STAGES


class Adoption(Observer):
    """Simulated residents in each stage; `stages` has shape (weeks, places, stages)."""

    remembers = ("stages",)

    def __init__(self, weeks: int, places: int) -> None:
        self.stages = np.zeros((weeks, places, len(STAGES)), np.int64)

    def look(self, week: WeekSeen) -> None:
        """Remember the stages of every place."""
        self.stages[week.index] = week.counters.stage_by_place
