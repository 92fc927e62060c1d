"""Branches: a run goes on from a snapshot, later or under another scenario with the same past.

Scenarios that differ only from 2027 on share four years of history: it is simulated once, and each branches off. A
branch is the same, to the last bit, as running through.
"""

from collections.abc import Sequence

from ikdsim.clock import week_of
from ikdsim.errors import BadInput, Fault
from ikdsim.model import IkdModel
from ikdsim.scenario.scenario import Scenario
from ikdsim.setup import Setup
from ikdsim.snapshot import Snapshot


def branch_from(snapshot: Snapshot, scenario: Scenario | Setup) -> IkdModel:
    """A model that goes on from `snapshot` under `scenario`, which may have been set up already.

    What somebody wrote into the run by hand (stages, trust) goes on as it was written. Raises BadInput if the scenario
    has another past, if rules or numbers have changed since, or if the scenario ends before the snapshot.
    """
    setup = scenario if isinstance(scenario, Setup) else Setup(scenario, snapshot.seed, snapshot.scale)
    if not setup.has_past(snapshot):
        raise BadInput([Fault("other_past", {"value": setup.scenario.name})])
    return IkdModel(setup, snapshot=snapshot)


def last_shared_week(scenarios: Sequence[Scenario]) -> int:
    """Last week before any policy of any of these scenarios begins: up to it they share their past."""
    begun = [week_of(policy.start) for scenario in scenarios for policy in scenario.policies]
    return min([*begun, *(week_of(scenario.end) + 1 for scenario in scenarios)]) - 1
