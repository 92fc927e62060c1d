"""What every policy and every shock is: dated, and a difference from an untouched agency.

A policy file declares its keys as fields and writes one method, `change`. A shock has the same shape; it is
decided by nobody. A policy that changes residents declares its `sessions` beside it; one that answers writes `answer`:
what to do after a review.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple, Self

from ikdsim.clock import week_of
from ikdsim.schema import day, whole, words

if TYPE_CHECKING:
    from ikdsim.agency.conditions import Conditions
    from ikdsim.agency.review import LookBack, Seen
    from ikdsim.agency.session import Session
    from ikdsim.provenance import Parameters
    from ikdsim.region.region import Region


SAYS: Final = ("kind", "title", "decided_by")
"""What every kind of policy says of itself."""


def lacks(kind: type) -> list[str]:
    """What a class must have to be a kind of policy, and has not."""
    parts = {"__dataclass_params__": "@dataclass(frozen=True, kw_only=True) above it"} | {said: said for said in SAYS}
    return [told for part, told in parts.items() if part not in vars(kind)]


class Misfit(NamedTuple):
    """A key of a policy that does not fit the region: the fault's code, the key, what the sentence tells."""

    code: str
    key: str
    facts: Mapping[str, object]


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

    @property
    def accounts_from(self) -> int | None:
        """Week from which on what policies cost bears on later weeks; None if it does not."""
        return None

    def reviews(self, week: int) -> bool:
        """Whether it looks at the end of week number `week` at what came of it so far."""
        return False

    def answered(self, week: int, look_back: "LookBack") -> Self:
        """The policy that holds in week number `week`: itself, or its answer to the last review."""
        return self

    def means_here(self, region: "Region", lang: str) -> str:
        """What this policy's numbers of the regency come to in `region`, in words; empty if it has none."""
        return ""

    def misfits(self, region: "Region", parameters: "Parameters") -> list[Misfit]:
        """What of this policy cannot be in `region`; empty if all can."""
        return []

    def sessions(self, region: "Region", parameters: "Parameters", last_week: int) -> "Sequence[Session]":
        """What this policy does to single residents until `last_week`, by week: nothing unless a kind says so."""
        return ()

    def attended(self, came: Callable[[], Mapping[int, float]]) -> Self:
        """The policy as it is planned once `came` can tell how many residents come to its sessions, by week."""
        return self

    @abstractmethod
    def change(self, conditions: "Conditions", week: int) -> None:
        """Write into the conditions what this policy changes in week number `week`, while it is in force."""


@dataclass(frozen=True, kw_only=True)
class AnsweringPolicy(Policy):
    """A policy that is reviewed: first at the end of the week before it starts, then every `review_weeks`."""

    review_weeks: int = whole(1, 520, "weeks from one review to the next", default=13)

    def reviews(self, week: int) -> bool:
        """Whether a review takes place at the end of week number `week`."""
        following = week + 1
        return self.in_force(following) and (following - week_of(self.start)) % self.review_weeks == 0

    def answered(self, week: int, look_back: "LookBack") -> Self:
        """Its answer to the last review before week number `week` of which anything is known; else itself."""
        first = week_of(self.start) - 1
        last = week - 1 - (week - 1 - first) % self.review_weeks
        for review in range(last, first - 1, -self.review_weeks):
            seen = look_back(review, self.review_weeks)
            if seen is not None:
                return self.answer(seen)
        return self

    @abstractmethod
    def answer(self, seen: "Seen") -> Self:
        """The same policy with the keys that hold until the next review; what was seen is all it may decide from."""
