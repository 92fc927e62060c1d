"""Spending: rupiah by item, and the visits that other kecamatan go without."""

import numpy as np
from numpy.typing import NDArray

from ikdsim.observe.observer import WeekSeen


class Spending:
    """Rupiah a week by item, and visits taken from elsewhere, shape (weeks,)."""

    def __init__(self, weeks: int) -> None:
        self.by_item: dict[str, NDArray[np.float64]] = {}
        self.visits_from_elsewhere = np.zeros(weeks)

    def look(self, week: WeekSeen) -> None:
        """Remember what the week cost."""
        weeks = len(self.visits_from_elsewhere)
        for item, rupiah in week.conditions.costs.items():
            self.by_item.setdefault(item, np.zeros(weeks))[week.index] = rupiah
        self.visits_from_elsewhere[week.index] = week.conditions.visits_from_elsewhere
