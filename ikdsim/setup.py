"""Set-up: everything about a run before its first week, made once and shared.

(scenario, seed, scale) -> region, numbers, residents, services, programme. A model, a twin, a branch and a comparison
all start from one.
"""

import hashlib
import sys
from collections.abc import Mapping
from functools import cached_property, partial
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.budget import Accounts
from ikdsim.agency.review import LookBack, nothing_seen
from ikdsim.clock import week_of
from ikdsim.errors import BadInput, Fault, shown
from ikdsim.fields import MOST_SEED
from ikdsim.identity import determined_by, fingerprint
from ikdsim.policy.base import Policy
from ikdsim.population.lives import Lives, usual_lives
from ikdsim.population.replaced import replaced
from ikdsim.population.sessions import changes_in_sessions
from ikdsim.population.synthesise import population_identity, synthesise
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.region.region import DEMAND
from ikdsim.resident.changes import CHANGE, in_order
from ikdsim.resident.columns import Residents
from ikdsim.resident.tables import Tables, asked_in, build_tables
from ikdsim.scenario.history import history_policies
from ikdsim.scenario.scenario import Scenario
from ikdsim.service.opening import Services
from ikdsim.service.programme import Programme, open_accounts, plan_conditions
from ikdsim.snapshot import Snapshot


class Setup:
    """A scenario with the people of a seed, each of whom stands for `scale` residents.

    Raises BadInput for a region or a number that is not there, for a seed that is no whole number and for a scale that
    cannot be. Nothing of a set-up can be changed: make another one.
    """

    own_people_hash: str = ""
    """Hash of the people, if any of their columns is not as it was drawn."""

    def __init__(self, scenario: Scenario, seed: int = 1, scale: float = 1.0) -> None:
        faults = [*_seed_faults(seed), *_scale_faults(scale)]
        if faults:
            raise BadInput(faults)
        self.scenario = scenario
        self.seed = int(seed)
        self.scale = float(scale)
        self.region = load_region(scenario.region, scenario.region_numbers)
        self.parameters = scenario.numbers_of(load_parameters())
        self.first_week = week_of(scenario.start)
        self.last_week = week_of(scenario.end)
        self.services = Services(self.region)

    def __setattr__(self, name: str, value: object) -> None:
        if "services" in self.__dict__:  # the last that is made
            raise AttributeError(f"{name} of a set-up is fixed: make another, or use its under or with_residents")
        super().__setattr__(name, value)

    def __repr__(self) -> str:
        return f"Setup({self.scenario.name} in {self.region.name}, seed={self.seed}, scale={self.scale:g})"

    def __reduce__(self) -> Any:
        """Copied and pickled as what it was made from; people who were drawn are drawn again."""
        drawn = (self.scenario, self.seed, self.scale)
        if self.own_people_hash:
            return Setup.with_residents, (Setup(*drawn), self.residents)
        return Setup, drawn

    @cached_property
    def residents(self) -> Residents:
        """The people of this seed on the day of the table; their arrays can be read only."""
        return synthesise(self.region, self.parameters, self.seed, self.scale)

    @cached_property
    def tables(self) -> Tables:
        """Own factors of residents."""
        tables = build_tables(self.parameters)
        if self.region.intensity_acts_on != DEMAND:
            return tables
        return asked_in(tables, [place.intensity for place in self.region.places])

    @cached_property
    def lives(self) -> Lives:
        """Who they are when the run starts, and who changes, leaves and arrives until its end."""
        usual = self._usual_lives
        made = [made for changes in self._in_sessions.values() for made in changes]
        if not made:
            return usual
        return usual._replace(changes=in_order([usual.changes.dated, *made], usual.changes.newcomers))

    @cached_property
    def _in_sessions(self) -> dict[str, list[NDArray[np.void]]]:
        """Records of CHANGE of all who sit in sessions, by the name of the policy."""
        (start, changes), made = self._usual_lives, {}
        for policy in self.scenario.policies:
            sessions = policy.sessions(self.region, self.parameters, self.last_week)
            made[policy.name] = changes_in_sessions(
                sessions, policy.name, start, changes, self.services.stations, self.seed, self.scale
            )
        return made

    def _came(self, name: str) -> dict[int, float]:
        """Residents who come to the sessions of a policy, by week."""
        empty = np.zeros(0, CHANGE)
        came = np.unique(np.concatenate([empty, *self._in_sessions[name]])[["week", "row"]])
        weeks, agents = np.unique(came["week"], return_counts=True)
        return dict(zip(weeks.tolist(), (agents * self.scale).tolist(), strict=True))

    @cached_property
    def _usual_lives(self) -> Lives:
        """Lives that no policy changes."""
        weeks = (self.first_week, self.last_week)
        return usual_lives(self.residents, self.region, weeks, self.seed, self.parameters)

    @cached_property
    def made_from(self) -> str:
        """Hash of all that the people are made from."""
        return population_identity(self.region, self.parameters, self.seed, self.scale)

    def under(self, scenario: Scenario) -> "Setup":
        """The same seed and scale under another scenario, with the same people where its numbers make the same.

        Raises BadInput if its numbers make others and some column of these has been replaced.
        """
        other = Setup(scenario, self.seed, self.scale)
        if other.made_from == self.made_from:
            if (other.first_week, other.last_week) == (self.first_week, self.last_week):
                other.__dict__["_usual_lives"] = self._usual_lives
            return other._inhabited_by(self.residents, self.own_people_hash)
        if self.own_people_hash:
            raise BadInput([Fault("other_residents", {"value": scenario.name})])
        return other

    def with_residents(self, residents: Residents) -> "Setup":
        """The same set-up with people whose columns somebody has replaced: `residents._replace(trust=...)`.

        Raises BadInput for people who were made with other numbers, or from another region, seed or scale, and for
        columns that cannot be.
        """
        if residents.made_from != self.made_from:
            raise BadInput([Fault("other_residents", {"value": self.scenario.name})])
        drawn = Setup(self.scenario, self.seed, self.scale).residents if self.own_people_hash else self.residents
        people = replaced(residents, drawn)
        own = "" if people is drawn else hashlib.sha256(people.people.tobytes()).hexdigest()
        return Setup(self.scenario, self.seed, self.scale)._inhabited_by(people, own)

    def with_recorded(self, recorded: Mapping[str, int]) -> "Setup":
        """The same set-up with other numbers of recorded residents in the places that `recorded` names.

        Raises BadInput for an unknown place and for more recorded than residents.
        """
        people = synthesise(self.region, self.parameters, self.seed, self.scale, recorded)
        return Setup(self.scenario, self.seed, self.scale)._inhabited_by(people, fingerprint(dict(recorded)))

    def _inhabited_by(self, residents: Residents, own_people_hash: str) -> "Setup":
        self.__dict__.update(residents=residents, own_people_hash=own_people_hash)
        return self

    @cached_property
    def programme(self) -> Programme:
        """All weeks of the run, as the agency plans them and services open them."""
        return self.programme_from(self.first_week)

    @cached_property
    def _policies(self) -> tuple[Policy, ...]:
        """Those of history, then those of the scenario, as they are planned."""
        own = [policy.attended(partial(self._came, policy.name)) for policy in self.scenario.policies]
        return (*history_policies(self.region), *own)

    @cached_property
    def reviews(self) -> frozenset[int]:
        """Weeks at whose end some policy looks at what came of it so far, and answers."""
        weeks = range(self.first_week, self.last_week)
        return frozenset(week for policy in self.scenario.policies for week in weeks if policy.reviews(week))

    def new_accounts(self, week: int) -> Accounts:
        """Accounts of the policies, for programmes from `week` on."""
        return open_accounts(self._policies, week)

    def programme_from(
        self,
        week: int,
        look_back: LookBack = nothing_seen,
        last: int | None = None,
        accounts: Accounts | None = None,
    ) -> Programme:
        """The weeks from `week` on, through `last` or to the end of the run.

        Policies that are reviewed answer to what `look_back` tells of their reviews, as far as it goes. With the
        `accounts` of the programme before no week is planned again but its last.
        """
        weeks = range(max(week, self.first_week), (self.last_week if last is None else last) + 1)
        planned = plan_conditions(weeks, self.seed, self.region, self.parameters, self._policies, look_back, accounts)
        return Programme(planned, self.services, self.scale)

    def past_hash(self, week: int) -> str:
        """Hash of all that determines the run up to the end of `week`: set-ups alike in it share their past."""
        begun = determined_by(self.scenario.begun_by(week), self.seed, self.scale)
        return fingerprint({**begun, "own_people": self.own_people_hash})

    def has_past(self, snapshot: Snapshot) -> bool:
        """Whether the run can go on from there: it has the same past, and has not ended before."""
        return snapshot.week <= self.last_week and snapshot.past_hash == self.past_hash(snapshot.week)


def _seed_faults(seed: object) -> list[Fault]:
    is_whole = isinstance(seed, int | np.integer) and not isinstance(seed, bool)
    if is_whole and 0 <= int(cast(int, seed)) <= MOST_SEED:
        return []
    return [Fault("not_a_seed", {"value": shown(seed), "high": MOST_SEED})]


def _scale_faults(scale: object) -> list[Fault]:
    is_number = isinstance(scale, int | float | np.integer | np.floating) and not isinstance(scale, bool)
    if is_number and 0 < cast(float, scale) <= sys.float_info.max:
        return []
    return [Fault("population.scale_not_positive", {"scale": scale})]


def as_setup(scenario: Scenario | Setup, seed: int | None, scale: float | None) -> Setup:
    """A set-up of `scenario`, or the one that is handed over, which has a seed and a scale of its own.

    Seed and scale are 1 if not given. Raises BadInput if they are given beside a set-up.
    """
    if not isinstance(scenario, Setup):
        return Setup(scenario, 1 if seed is None else seed, 1.0 if scale is None else scale)
    if seed is not None or scale is not None:
        raise BadInput([Fault("setup_has_its_own", {})])
    return scenario
