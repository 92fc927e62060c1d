"""A review: what the office sees of the weeks so far, in the figures that a real office has.

Counts are of real residents, whatever the scale of the run. Who does not use IKD, and why, no office sees.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ikdsim.errors import BadInput, Fault

NO_STATIONS_SEEN: Final = "no_stations_seen"
"""Fault of a policy that looks at single service points where they are not followed."""


@dataclass(frozen=True)
class PlaceSeen:
    """A kelurahan or desa as the office publishes it."""

    name: str
    residents: float
    recorded: float
    """Residents recorded for the KTP-el, as published."""
    users: float
    """Residents with an active IKD at the end of the week, net of lapses."""

    @property
    def share_of_recorded(self) -> float:
        """Users among the recorded; 0 where nobody is recorded."""
        return self.users / self.recorded if self.recorded else 0.0


@dataclass(frozen=True)
class StationSeen:
    """What a service point counted over the weeks that the review looks back on."""

    kind: int
    """See service/kinds.py."""
    place: int
    """Number of the place in the order of Table 1; EVERYWHERE (-1, see agency/officers.py) if it serves all."""
    came: float
    """Residents who came to activate."""
    offered: float
    """Residents to whom IKD was explained on an errand."""
    served: float
    appointed: float
    """Found no time left, and have their turn in the week after."""
    turned_away: float
    failed: float
    minutes_given: float
    """Officer minutes for IKD."""
    minutes_used: float


class NotFollowed(Sequence[StationSeen]):
    """In place of the service points where they are not followed one by one: whoever looks is refused by BadInput."""

    def __len__(self) -> int:
        raise BadInput([Fault(NO_STATIONS_SEEN, {})])

    def __getitem__(self, number: Any) -> Any:
        raise BadInput([Fault(NO_STATIONS_SEEN, {})])


@dataclass(frozen=True)
class Seen:
    """What the office sees at a review, at the end of `week`."""

    week: int
    places: tuple[PlaceSeen, ...]
    """In the order of Table 1."""
    spent: Mapping[str, float]
    """Rupiah since the start of the run, by item."""
    stations: Sequence[StationSeen]
    """Every service point; the twin, which does not follow them one by one, refuses whoever looks."""


LookBack = Callable[[int, int], Seen | None]
"""Tells what the office sees at the end of a week, looking back on so many weeks; None if it has not come so far."""


def nothing_seen(week: int, weeks: int) -> Seen | None:
    """What is seen before a run."""
    return None
