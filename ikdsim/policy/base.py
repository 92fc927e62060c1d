"""What every policy and every shock is: dated, and a difference from an untouched agency.

A policy file declares its keys as fields and writes one method, `change`. A shock has the same shape; it is
decided by nobody. A policy that changes residents declares its `sessions` beside it.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from ikdsim.clock import week_of
from ikdsim.schema import day, words

if TYPE_CHECKING:
    from ikdsim.agency.conditions import Conditions
    from ikdsim.agency.session import Session
    from ikdsim.provenance import Parameters
    from ikdsim.region.region import Region


@dataclass(frozen=True, kw_only=True)
class Policy(ABC):
    """A dated change of the agency's conditions."""

    kind: ClassVar[str]
    """Name of this lever in scenario files."""
    title: ClassVar[Mapping[str, str]]
    """Name of this lever for planners, by language ("id", "en")."""
    decided_by: ClassVar[str]
    """Who may decide it: "regency", "province", "centre", or "nobody" for a shock."""

    name: str = words()
    start: date = day()
    end: date | None = day(default=None)
    """Last day, None if it goes on to the end of the run."""

    def in_force(self, week: int) -> bool:
        """Whether week number `week` lies between the weeks of `start` and `end`, both included."""
        return week_of(self.start) <= week and (self.end is None or week <= week_of(self.end))

    def sessions(self, region: "Region", parameters: "Parameters", last_week: int) -> "Sequence[Session]":
        """What this policy does to single residents until `last_week`, by week: nothing unless a kind says so."""
        return ()

    @abstractmethod
    def change(self, conditions: "Conditions", week: int) -> None:
        """Write into the conditions what this policy changes in week number `week`, while it is in force."""
