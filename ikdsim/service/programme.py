"""The programme: what the agency plans and services offer in all weeks of a run, before the run.

Policies see the conditions of a week and never the residents, so every week can be planned ahead. Those that answer see
what the office sees at a review: as long as nobody has come so far, the weeks after it are planned with their last
answer. Weeks whose conditions are alike are opened once: they share their arrays, which nobody writes afterwards.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, partial
from operator import attrgetter
from typing import Any, Final, NamedTuple, Protocol, Self, cast

import numpy as np

from ikdsim.agency.budget import Accounts
from ikdsim.agency.conditions import Conditions, usual_conditions
from ikdsim.agency.officers import Officer, roster
from ikdsim.agency.review import LookBack, nothing_seen
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.resident.contacts import ContactHazard
from ikdsim.service.botram import plan_usual_botram
from ikdsim.service.exposure import Hazards, hazards_by_contacts, hazards_by_trust, hazards_without_trust
from ikdsim.service.limits import keep_within_limits
from ikdsim.service.opening import Services, open_again
from ikdsim.service.service import Opening

OF_ITS_OWN: Final = frozenset(
    {"week", "seed", "region", "parameters", "roster", "trust_shift", "doubt", "alarm", "messages_believed"}
    | {"costs", "budgets", "vehicles_bought", "visits_from_elsewhere"}
)
"""Conditions whose contents are not compared: a new one is, unless it is named here."""

_READ: Final = attrgetter(*(condition.name for condition in fields(Conditions) if condition.name not in OF_ITS_OWN))


class DatedChange(Protocol):
    """A policy or a shock, as the programme sees it."""

    @property
    def name(self) -> str:
        """What it is called in the scenario."""

    @property
    def kind(self) -> str:
        """Its kind, under which it pays."""

    @property
    def accounts_from(self) -> int | None:
        """Week from which on what policies cost bears on later weeks; None if it does not."""

    def in_force(self, week: int) -> bool:
        """Whether it changes anything in week number `week`."""

    def answered(self, week: int, look_back: LookBack) -> Self:
        """What holds of it in week number `week`."""

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
    """Weeks of a run, in order, as the agency plans them and services open them: all, or those until a review."""

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

    @property
    def last_week(self) -> int:
        """Number of its last week."""
        return self.first_week + len(self) - 1

    def week(self, week: int) -> PlannedWeek:
        """The plan of week number `week`; KeyError for a week that is not in the programme."""
        return self._weeks[week]

    def spent_until(self, week: int) -> dict[str, float]:
        """Rupiah by item, from its first week to the end of week number `week`."""
        spent: dict[str, float] = {}
        for planned in range(self.first_week, week + 1):
            for item, rupiah in self._weeks[planned].conditions.costs.items():
                spent[item] = spent.get(item, 0.0) + rupiah
        return spent

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
    weeks: Sequence[int],
    seed: int,
    region: Region,
    parameters: Parameters,
    policies: Sequence[DatedChange],
    look_back: LookBack = nothing_seen,
    accounts: Accounts | None = None,
) -> list[Conditions]:
    """The conditions of each week: the usual ones, then the usual visits, then every policy in force.

    Policies that answer read from `look_back` what was seen at their reviews. Weeks before that `accounts` do not know
    yet are planned as well; accounts of none are opened unless some are given. Raises BadInput for a week that
    policies leave beyond its limits.
    """
    accounts = open_accounts(policies, weeks[0]) if accounts is None else accounts
    before, officers = range(accounts.next_week, weeks[0]), roster(seed, region, parameters)
    look_back, planned = cache(look_back), []
    for week in (*before, *weeks):
        acting = [policy.answered(week, look_back) for policy in policies if policy.in_force(week)]
        planned.append(_plan_week(partial(_usual_week, week, seed, region, parameters, officers), acting, accounts))
    return planned[len(before) :]


def open_accounts(policies: Sequence[DatedChange], week: int) -> Accounts:
    """Accounts for plans from `week` on: they begin where costs bear on later weeks, at `week` if they never do."""
    first = min([policy.accounts_from for policy in policies if policy.accounts_from is not None], default=week)
    return Accounts(first, [policy.name for policy in policies if policy.in_force(first - 1)])


def _plan_week(usual: Callable[[], Conditions], acting: Sequence[DatedChange], accounts: Accounts) -> Conditions:
    """A week under the policies that act in it, but for those that have run out of money."""
    conditions, costs = _carry_out(usual(), acting)
    stopped = accounts.stopped(conditions.week, conditions.budgets, costs)
    if stopped:
        conditions, costs = _carry_out(usual(), [policy for policy in acting if policy.name not in stopped])
    accounts.pay(conditions.budgets, costs)
    if acting:
        keep_within_limits(conditions, usual, acting)
    return conditions


def _usual_week(
    week: int, seed: int, region: Region, parameters: Parameters, officers: tuple[Officer, ...]
) -> Conditions:
    conditions = usual_conditions(week, seed, region, parameters, officers)
    plan_usual_botram(conditions)
    return conditions


def _carry_out(conditions: Conditions, acting: Sequence[DatedChange]) -> tuple[Conditions, dict[str, float]]:
    """The conditions as policies change them one after the other, and what each costs this week, in whole rupiah."""
    costs = {}
    for policy in acting:
        before = sum(conditions.costs.values())
        policy.change(conditions, conditions.week)
        costs[policy.name] = float(round(sum(conditions.costs.values()) - before))
    return conditions, costs


def _services_read(conditions: Conditions) -> Hashable:
    """All that services read of the conditions; region and register are the same in all weeks of a run."""
    return tuple(map(_contents, _READ(conditions)))


def _contents(value: Any) -> Hashable:
    """A list or one of Edward III's variables by what it holds, everything else by itself."""
    if isinstance(value, list):
        return tuple([_reader_of(entry.__class__)(entry) for entry in value])
    return _reader_of(value.__class__)(value)


@cache
def _reader_of(kind: Any) -> Callable[[object], Hashable]:
    """What reads all fields of a dataclass, and gives everything else back."""
    return attrgetter(*(field.name for field in fields(kind))) if is_dataclass(kind) else _itself


def _itself(value: Any) -> Hashable:
    return cast(Hashable, value)
