"""Set-up: everything about a run before its first week, made once and shared.

(scenario, seed, scale) -> region, numbers, residents, services, programme. A model, a twin, a branch and a comparison
all start from one.
"""

import hashlib
from functools import cached_property
from typing import Any

from ikdsim.clock import week_of
from ikdsim.errors import BadInput, Fault
from ikdsim.identity import determined_by, fingerprint
from ikdsim.population.synthesise import population_identity, synthesise
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.resident.columns import Residents, people_of
from ikdsim.scenario.history import history_policies
from ikdsim.scenario.scenario import Scenario
from ikdsim.service.opening import Services
from ikdsim.service.programme import Programme, plan_conditions
from ikdsim.snapshot import Snapshot


class Setup:
    """A scenario with the people of a seed, each of whom stands for `scale` residents.

    Raises BadInput for a region or a number that is not there; `residents` does so for a scale that cannot be.
    """

    def __init__(self, scenario: Scenario, seed: int = 1, scale: float = 1.0) -> None:
        self.scenario = scenario
        self.seed = seed
        self.scale = scale
        self.region = load_region(scenario.region)
        self.parameters = load_parameters().with_values(scenario.parameters)
        self.services = Services(self.region)
        self.first_week = week_of(scenario.start)
        self.last_week = week_of(scenario.end)

    def __repr__(self) -> str:
        return f"Setup({self.scenario.name} in {self.region.name}, seed={self.seed}, scale={self.scale:g})"

    def __reduce__(self) -> Any:
        """Copied and pickled as what it was made from; people who were drawn are drawn again."""
        made_from = (self.scenario, self.seed, self.scale)
        if self.own_people:
            return Setup.with_residents, (Setup(*made_from), self.residents)
        return Setup, made_from

    @cached_property
    def residents(self) -> Residents:
        """The people of this seed; their arrays can be read only."""
        return synthesise(self.region, self.parameters, self.seed, self.scale)

    @cached_property
    def made_from(self) -> str:
        """Hash of all that the people are made from."""
        return population_identity(self.region, self.parameters, self.seed, self.scale)

    def under(self, scenario: Scenario) -> "Setup":
        """The same seed and scale under another scenario, with the same people where its numbers make the same."""
        other = Setup(scenario, self.seed, self.scale)
        if other.made_from == self.made_from:
            other.residents = self.residents
        return other

    def with_residents(self, residents: Residents) -> "Setup":
        """The same set-up with people whose columns somebody has replaced: `residents._replace(trust=...)`.

        Raises BadInput for people who were made with other numbers, or from another region, seed or scale.
        """
        if residents.made_from != self.made_from:
            raise BadInput([Fault("other_residents", {"value": self.scenario.name})])
        other = Setup(self.scenario, self.seed, self.scale)
        other.residents = residents
        return other

    @cached_property
    def programme(self) -> Programme:
        """All weeks of the run, as the agency plans them and services open them."""
        return self.programme_from(self.first_week)

    def programme_from(self, week: int) -> Programme:
        """The weeks from `week` on."""
        weeks = range(max(week, self.first_week), self.last_week + 1)
        policies = (*history_policies(self.region), *self.scenario.policies)
        planned = plan_conditions(weeks, self.seed, self.region, self.parameters, policies)
        return Programme(planned, self.services, self.scale)

    def past(self, week: int) -> str:
        """Hash of all that determines the run up to the end of `week`: set-ups alike in it share their past."""
        return fingerprint({**determined_by(self.scenario.past(week), self.seed, self.scale), "own": self.own_people})

    def has_past(self, snapshot: Snapshot) -> bool:
        """Whether the run can go on from there: it has the same past, and has not ended before."""
        return snapshot.week <= self.last_week and snapshot.past == self.past(snapshot.week)

    @cached_property
    def own_people(self) -> str:
        """Hash of the people, if any of their columns is not as it was drawn; else nothing."""
        people = people_of(self.residents)
        return "" if people is self.residents.people else hashlib.sha256(people.tobytes()).hexdigest()


def as_setup(scenario: Scenario | Setup, seed: int | None, scale: float | None) -> Setup:
    """A set-up of `scenario`, or the one that is handed over, which has a seed and a scale of its own.

    Seed and scale are 1 if not given. Raises BadInput if they are given beside a set-up.
    """
    if not isinstance(scenario, Setup):
        return Setup(scenario, 1 if seed is None else seed, 1.0 if scale is None else scale)
    if seed is not None or scale is not None:
        raise BadInput([Fault("setup_has_its_own", {})])
    return scenario
