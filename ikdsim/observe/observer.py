"""What an observer is: it looks at the end of each week, remembers, and writes nothing into the model."""

from dataclasses import dataclass
from typing import Protocol

from ikdsim.agency.conditions import Conditions
from ikdsim.engine.counters import Counters
from ikdsim.service.supply import Supply


@dataclass(frozen=True)
class WeekSeen:
    """The end of a week as observers see it."""

    index: int
    """0 for the first week of the run."""
    conditions: Conditions
    supply: Supply
    counters: Counters


class Observer(Protocol):
    """Remembers something of every week."""

    def look(self, week: WeekSeen) -> None:
        """Read what is of interest at the end of a week."""
