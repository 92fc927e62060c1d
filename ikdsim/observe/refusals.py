"""Refusals: services that residents went without because they had no IKD."""

import numpy as np

from ikdsim.observe.observer import Observer, WeekSeen


class Refusals(Observer):
    """Simulated residents who were refused a service in the week, by their place; shape (weeks, places)."""

    remembers = ("services",)

    def __init__(self, weeks: int, places: int) -> None:
        self.services = np.zeros((weeks, places), np.int32)

    def look(self, week: WeekSeen) -> None:
        """Remember who was refused this week."""
        self.services[week.index] = week.counters.refused
