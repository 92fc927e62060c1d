"""The programme: what the agency plans and services offer in all weeks of a run, before the run.

Policies see the conditions of a week and never the residents, so every week can be planned ahead. Weeks whose
conditions are alike are opened once: they share their arrays, which nobody writes afterwards.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Final, NamedTuple, Protocol

import numpy as np

from ikdsim.agency.conditions import Conditions, usual_conditions
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.resident.contacts import ContactHazard
from ikdsim.service.botram import plan_usual_botram
from ikdsim.service.exposure import Hazards, hazards_by_contacts, hazards_by_trust, hazards_without_trust
from ikdsim.service.opening import Services, open_again
from ikdsim.service.service import Opening

OF_ITS_OWN: Final = frozenset(
    {
        "week",
        "seed",
        "region",
        "parameters",
        "trust_shift",
        "doubt",
        "costs",
        "vehicles_bought",
        "visits_from_elsewhere",
    }
)
"""Conditions whose contents are not compared: a new one is, unless it is named here."""

_READ: Final = [condition.name for condition in fields(Conditions) if condition.name not in OF_ITS_OWN]


class DatedChange(Protocol):
    """A policy or a shock, as the programme sees it."""

    def in_force(self, week: int) -> bool:
        """Whether it changes anything in week number `week`."""

    def change(self, conditions: Conditions, week: int) -> None:
        """Write into the conditions what it changes."""


class PlannedWeek(NamedTuple):
    """One week: its conditions, what services offer, and the hazards of residents."""

    opening: Opening
    """Its arrays belong to all weeks that services open alike: only `station_factor` is its own. Nobody writes them."""
    hazards: Hazards
    """Every cause that does not depend on the users around."""
    contact_hazards: Mapping[int, ContactHazard]
    """The others."""

    def __repr__(self) -> str:
        return f"<PlannedWeek {self.conditions.week}>"

    @property
    def conditions(self) -> Conditions:
        """What the agency planned."""
        return self.opening.conditions


class Programme:
    """All weeks of a run, in order, as the agency plans them and services open them."""

    def __init__(self, planned: Sequence[Conditions], services: Services, scale: float) -> None:
        """Open the weeks of `planned` conditions for simulated residents who stand for `scale` each."""
        self.openings: list[Opening] = []
        """One opening of every kind of week."""
        self.number_of = np.zeros(len(planned), np.int64)
        """Position in `openings` of the one that a week shares its arrays with; shape (weeks,)."""
        self._services, self._scale = services, scale
        self._numbers: dict[Hashable, int] = {}
        self._shared_hazards: list[Hazards] = []
        self._weeks = {conditions.week: self._plan(index, conditions) for index, conditions in enumerate(planned)}

    def __len__(self) -> int:
        return len(self._weeks)

    def __iter__(self) -> Iterator[PlannedWeek]:
        return iter(self._weeks.values())

    @property
    def first_week(self) -> int:
        """Number of its first week, see clock.py."""
        return next(iter(self._weeks))

    def week(self, week: int) -> PlannedWeek:
        """The plan of week number `week`; KeyError for a week that is not in the programme."""
        return self._weeks[week]

    def _plan(self, index: int, conditions: Conditions) -> PlannedWeek:
        number = self._number(conditions)
        self.number_of[index] = number
        opening = open_again(self.openings[number], conditions)
        hazards = {**self._shared_hazards[number], **hazards_by_trust(conditions)}
        return PlannedWeek(opening, hazards, hazards_by_contacts(opening))

    def _number(self, conditions: Conditions) -> int:
        """Position of the opening that these conditions share; services open it if it is the first of its kind."""
        number = self._numbers.setdefault(_services_read(conditions), len(self.openings))
        if number == len(self.openings):
            opening = self._services.open_week(conditions, self._scale)
            self.openings.append(opening)
            self._shared_hazards.append(hazards_without_trust(opening))
        return number


def plan_conditions(
    weeks: Iterable[int], seed: int, region: Region, parameters: Parameters, policies: Sequence[DatedChange]
) -> list[Conditions]:
    """The conditions of each week: the usual ones, then the usual visits, then every policy in force."""
    planned = []
    for week in weeks:
        conditions = usual_conditions(week, seed, region, parameters)
        plan_usual_botram(conditions)
        for policy in policies:
            if policy.in_force(week):
                policy.change(conditions, week)
        planned.append(conditions)
    return planned


def _services_read(conditions: Conditions) -> Hashable:
    """All that services read of the conditions; region and register are the same in all weeks of a run."""
    return tuple(_contents(getattr(conditions, name)) for name in _READ)


def _contents(value: object) -> Hashable:
    """A list or one of Edward III's variables by what it holds, everything else by itself."""
    if isinstance(value, list):
        return tuple(value)
    kind: type[Any] = type(value)
    return _fields_of(kind)(value) if is_dataclass(kind) else value


@cache
def _fields_of(kind: type[Any]) -> Callable[[object], Hashable]:
    """What reads all fields of a dataclass."""
    return attrgetter(*(field.name for field in fields(kind)))
