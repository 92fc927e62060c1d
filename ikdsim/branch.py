"""Branches: a run goes on from a snapshot, later or under another scenario with the same past.

Scenarios that differ only from 2027 on share four years of history: it is simulated once, and each branches off. A
branch is the same, to the last bit, as running through.
"""

from collections.abc import Sequence

import numpy as np

from ikdsim.clock import week_of
from ikdsim.engine.columns.engine import ColumnsEngine
from ikdsim.errors import BadInput, Fault
from ikdsim.model import IkdModel
from ikdsim.resident.columns import Residents
from ikdsim.resident.stages import USERS
from ikdsim.scenario.scenario import Scenario
from ikdsim.snapshot import COSTS, Snapshot, bytes_of, changing_arrays, past_of


def branch_from(snapshot: Snapshot, scenario: Scenario, residents: Residents | None = None) -> IkdModel:
    """A model that goes on from `snapshot` under `scenario`.

    `residents` may hand over the population of the seed. Raises BadInput if the scenario has another past, if rules or
    numbers have changed since, or if the scenario ends before the snapshot.
    """
    other_past = BadInput([Fault("other_past", {"value": scenario.name})])
    if snapshot.week > week_of(scenario.end):
        raise other_past
    model = IkdModel(scenario, snapshot.seed, snapshot.scale, residents=residents, after=snapshot.week)
    if not isinstance(model.engine, ColumnsEngine) or past_of(model, snapshot.week) != snapshot.past:
        raise other_past
    for item in [name.removeprefix(COSTS) for name in snapshot.arrays if name.startswith(COSTS)]:
        model.observations.spending.by_item[item] = np.zeros(model.last_week - model.first_week + 1)
    changing = changing_arrays(model)
    for name, kept in snapshot.arrays.items():
        np.copyto(bytes_of(changing[name][: len(kept)]), bytes_of(kept))
    model.week = snapshot.week
    model.running = model.week < model.last_week
    model.engine.resume(snapshot.week)
    _recollect(model)
    return model


def last_shared_week(scenarios: Sequence[Scenario]) -> int:
    """Last week before any policy of any of these scenarios begins: up to it they share their past."""
    begun = [week_of(policy.start) for scenario in scenarios for policy in scenario.policies]
    return min([*begun, *(week_of(scenario.end) + 1 for scenario in scenarios)]) - 1


def _recollect(model: IkdModel) -> None:
    """Fill Mesa's data collector with the weeks that have gone."""
    stages = model.observations.adoption.stages
    collected = model.datacollector.model_vars
    for index in range(model.week - model.first_week + 1):
        collected["date"].append(model.date_of(model.first_week + index))
        collected["activated"].append(int(stages[index][:, USERS].sum()))
