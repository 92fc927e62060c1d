"""What an observer is: it looks at the end of each week, remembers, and writes nothing into the model."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from numpy.typing import NDArray

from ikdsim.agency.conditions import Conditions
from ikdsim.engine.counters import Counters
from ikdsim.service.supply import Supply
from ikdsim.snapshot import Arrays


@dataclass(frozen=True)
class WeekSeen:
    """The end of a week as observers see it."""

    index: int
    """0 for the first week of the run."""
    conditions: Conditions
    supply: Supply
    counters: Counters


class Observer(ABC):
    """Remembers something of every week."""

    remembers: ClassVar[tuple[str, ...]]
    """Names of its arrays, which have a row for each week."""

    @abstractmethod
    def look(self, week: WeekSeen) -> None:
        """Read what is of interest at the end of a week."""

    def kept(self, weeks: int) -> dict[str, NDArray[Any]]:
        """Copies of what it remembers of the first `weeks`, for a snapshot."""
        return {name: getattr(self, name)[:weeks].copy() for name in self.remembers}

    def restore(self, kept: Arrays) -> None:
        """Remember what was kept of the first weeks of a run."""
        for name, rows in kept.items():
            getattr(self, name)[: len(rows)] = rows
