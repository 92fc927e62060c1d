"""Limits: what policies may leave of the conditions of a week, whoever wrote them.

They are looked at once a week, after all policies. A number beyond them, or none at all, would run to the end and mean
nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final, Protocol

from ikdsim.agency.conditions import Conditions
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.clock import monday_of
from ikdsim.errors import BadInput, Fault
from ikdsim.service.kinds import KINDS, REMOTE_DESK

Found = tuple[str, dict[str, object]]
"""Code and facts of a fault."""
MOST: Final = 1e15
"""No number of an office is larger."""
SHARE: Final = (0.0, 1.0)
NOT_NEGATIVE: Final = (0.0, MOST)
FINITE: Final = (-MOST, MOST)

VARIABLES: Final = {
    "communication": {
        "posts_per_week": NOT_NEGATIVE,
        "two_way": SHARE,
        "clarity": NOT_NEGATIVE,
        "consistency": NOT_NEGATIVE,
    },
    "resources": dict.fromkeys(("skill", "information", "uptime", "app", "help"), SHARE),
    "disposition": {"attitude": SHARE, "appointment": SHARE, "incentives": SHARE, "leaders": SHARE},
    "structure": {
        "procedure": NOT_NEGATIVE,
        "fragmentation": SHARE,
        "desk_share": SHARE,
        "visit_share": SHARE,
        "ikd_first": SHARE,
        "others_wait": SHARE,
    },
}
"""Least and most of what Edward III's variables may be."""
LIMITS: Final = {
    **{f"{variable}.{name}": limits for variable, parts in VARIABLES.items() for name, limits in parts.items()},
    "accepted": SHARE,
    "required": SHARE,
    "trust_shift": FINITE,
    "doubt": NOT_NEGATIVE,
    "alarm": NOT_NEGATIVE,
    "messages_believed": NOT_NEGATIVE,
    "vehicles_bought": NOT_NEGATIVE,
    "visits_from_elsewhere": NOT_NEGATIVE,
}
"""The same of every number of the conditions."""
OF_A_PLACE: Final = {
    "attitude": NOT_NEGATIVE,
    "leaders": SHARE,
    "clarity": NOT_NEGATIVE,
    "notices": NOT_NEGATIVE,
    "intensity": NOT_NEGATIVE,
    "signal": SHARE,
}
"""The same of what holds in one place."""
OF_A_STATION: Final = dict.fromkeys(("attitude", "skill", "clarity", "ikd_time"), NOT_NEGATIVE)
"""The same of what holds at one service point."""
_numbers, _numbers_here = attrgetter(*LIMITS), attrgetter(*OF_A_PLACE)
_numbers_there = attrgetter(*OF_A_STATION)


class Acting(Protocol):
    """A policy that acts in a week."""

    @property
    def name(self) -> str:
        """What it is called in the scenario."""

    @property
    def kind(self) -> str:
        """Its kind, under which it pays."""


def keep_within_limits(conditions: Conditions, usual: Callable[[], Conditions], acting: Sequence[Acting]) -> None:
    """Raise BadInput with all that the policies `acting` in a week leave beyond the limits.

    What the `usual` conditions of the week have there already is not for them to mend.
    """
    beyond = [*_beyond(conditions), *_closed_desks(conditions), *_foreign_costs(conditions, acting)]
    if beyond:
        usually = list(_beyond(usual()))
        told = {"day": monday_of(conditions.week), "policies": ", ".join(policy.name for policy in acting)}
        faults = [Fault(code, {**facts, **told}) for code, facts in beyond if (code, facts) not in usually]
        if faults:
            raise BadInput(faults)


def _beyond(conditions: Conditions) -> Iterator[Found]:
    """Numbers of the week, of its places and of its service points beyond their limits."""
    yield from _beyond_these("", LIMITS, _numbers(conditions))
    for number, here in enumerate(conditions.places):
        values = _numbers_here(here)
        if not _can_be_of_a_place(values):
            yield from _beyond_these(f"places[{number}].", OF_A_PLACE, values)
    for number, there in enumerate(conditions.stations):
        yield from _beyond_these(f"stations[{number}].", OF_A_STATION, _numbers_there(there))


@lru_cache
def _can_be_of_a_place(values: tuple[float, ...]) -> bool:
    """Whether these numbers of a place are within their limits; they are the same in most weeks."""
    return not _beyond_these("", OF_A_PLACE, values)


def _beyond_these(prefix: str, limits: Mapping[str, tuple[float, float]], values: Sequence[float]) -> list[Found]:
    return [
        ("beyond_limits", {"key": prefix + name, "value": f"{value:g}", "low": f"{low:g}", "high": f"{high:g}"})
        for (name, (low, high)), value in zip(limits.items(), values, strict=True)
        if not low <= value <= high
    ]


def _closed_desks(conditions: Conditions) -> list[Found]:
    """Desks that are not open, where officers who do nothing but IKD are put all the same."""
    names, points = conditions.region.place_names, conditions.region.service_points
    there = [point for point in points if point.id in conditions.open_points] if conditions.extra_officers else []
    desks = {(point.id, names.index(place)) for point in there for place in point.places}
    desks |= {(point.id, EVERYWHERE) for point in there if point.site is not None}
    desks.add((KINDS[REMOTE_DESK], EVERYWHERE))  # is wherever its officers sit
    put = [(KINDS[team.kind], team.place) for team in conditions.extra_officers]
    return [("team_without_desk", {"value": desk[0]}) for desk in put if desk not in desks]


def _foreign_costs(conditions: Conditions, acting: Sequence[Acting]) -> list[Found]:
    """Items of cost that no summary has a name for."""
    own = {*KINDS, *(policy.kind for policy in acting)}
    return [("foreign_cost", {"value": item}) for item in conditions.costs if item not in own]
