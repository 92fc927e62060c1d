"""Spending: rupiah by item, what of it bought vehicles, and the visits that other kecamatan go without."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.snapshot import Arrays

COST: Final = "cost."
"""In a snapshot names of costs begin so."""


class Spending(Observer):
    """Rupiah a week by item, those for vehicles, and visits taken from elsewhere, shape (weeks,)."""

    remembers = ("vehicles_bought", "visits_from_elsewhere")

    def __init__(self, weeks: int) -> None:
        self.by_item: dict[str, NDArray[np.float64]] = {}
        self.vehicles_bought = np.zeros(weeks)
        self.visits_from_elsewhere = np.zeros(weeks)

    def look(self, week: WeekSeen) -> None:
        """Remember what the week cost."""
        for item, rupiah in week.conditions.costs.items():
            self._item(item)[week.index] = rupiah
        self.vehicles_bought[week.index] = week.conditions.vehicles_bought
        self.visits_from_elsewhere[week.index] = week.conditions.visits_from_elsewhere

    def kept(self, weeks: int) -> dict[str, NDArray[Any]]:
        """Copies of the first `weeks`, each item under COST and its name."""
        items = {f"{COST}{item}": rupiah[:weeks].copy() for item, rupiah in self.by_item.items()}
        return super().kept(weeks) | items

    def restore(self, kept: Arrays) -> None:
        """Remember what was kept of the first weeks of a run."""
        costs = {name: rows for name, rows in kept.items() if name.startswith(COST)}
        super().restore({name: rows for name, rows in kept.items() if name not in costs})
        for name, rows in costs.items():
            self._item(name.removeprefix(COST))[: len(rows)] = rows

    def _item(self, item: str) -> NDArray[np.float64]:
        """Rupiah a week for `item`, which may be new."""
        return self.by_item.setdefault(item, np.zeros(len(self.visits_from_elsewhere)))
