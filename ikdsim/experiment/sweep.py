"""A sweep: one scenario under every combination of other values of its numbers and keys, each with every seed."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, Final

import pandas as pd

from ikdsim.errors import BadInput, Fault, nearest
from ikdsim.experiment.bounds import REGISTER
from ikdsim.experiment.compare import Jobs, Progress, do_missing
from ikdsim.experiment.gather import RunsFailed
from ikdsim.experiment.ledger import Ledger, Run
from ikdsim.experiment.plan import Plan, make_plan
from ikdsim.fields import Refused
from ikdsim.policy.base import Policy
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.scenario.scenario import Scenario
from ikdsim.schema import Where, fields_of

Values = Mapping[str, object]
"""A value for each key that is swept."""
OWN_COLUMNS: Final = ("seed", "activated", "cost_rupiah")


@dataclass(frozen=True)
class Sweep:
    """The plan of a sweep: a scenario for each combination of values."""

    plan: Plan
    values: Mapping[str, Values]
    """What each scenario of the plan changes, by its name."""


def sweep(
    scenario: Scenario,
    over: Mapping[str, Sequence[object]],
    seeds: Sequence[int] = (1,),
    until: date | None = None,
    scale: float = 1.0,
    jobs: Jobs = 1,
    folder: Path | None = None,
) -> pd.DataFrame:
    """Run `scenario` under every combination of the values in `over`, with each of `seeds`.

    A key of `over` is a number of the register ("decision.weekly"), one of the region ("kecamatan_desk.officers"), or
    a key of a policy of the scenario ("ikd_team.officers"). One row a run: its values, seed, residents activated at
    the end, and cost in rupiah. With the same seed all runs have the same people and the same luck. Runs are kept in
    `folder`, if there is one, and not repeated. Raises BadInput with every key or value that cannot be.
    """
    made = make_sweep(scenario, over, seeds, until, scale)
    return run_sweep(made, jobs, folder)


def make_sweep(
    scenario: Scenario,
    over: Mapping[str, Sequence[object]],
    seeds: Sequence[int],
    until: date | None,
    scale: float,
    where: Where | None = None,
) -> Sweep:
    """Check what is to be swept, which stands `where` if it comes from a file.

    Raises BadInput with every key or value that cannot be.
    """
    given = [(key, value) for key, values in over.items() for value in values]
    faults = [fault for key, value in given for fault in _faults(scenario, key, value, where or Where())]
    if faults:
        raise BadInput(_each_once(faults))
    combinations = [dict(zip(over, values, strict=True)) for values in product(*over.values())]
    named = {f"{scenario.name}-{number}": values for number, values in enumerate(combinations, start=1)}
    scenarios = [replace(changed(scenario, values), name=name) for name, values in named.items()]
    plan = make_plan(scenarios, seeds, until, scale, numbers=REGISTER)
    return Sweep(replace(plan, settings=()), named)


def run_sweep(
    made: Sweep, jobs: Jobs = 1, folder: Path | None = None, progress: Progress | None = None
) -> pd.DataFrame:
    """Do what is missing of a sweep, and tell all of it; see `sweep`. Raises RunsFailed if a run failed."""
    with closing(Ledger(folder)) as ledger:
        do_missing(made.plan, jobs, folder, ledger, progress)
        if failures := ledger.failures():
            raise RunsFailed(failures[0].cause)
        rows = [_row(made, ledger, Run(name, seed)) for name in made.values for seed in made.plan.seeds]
    return pd.DataFrame(rows)


def changed(scenario: Scenario, values: Values) -> Scenario:
    """The scenario with other `values`, which have been checked."""
    for key, value in values.items():
        scenario = _with(scenario, key, value)
    return scenario


def _row(made: Sweep, ledger: Ledger, run: Run) -> dict[str, Any]:
    summary = ledger.summary(run)
    own = (run.seed, float(summary.activated[-1].sum()), float(summary.cost.sum()))
    return {**made.values[run.scenario], **dict(zip(OWN_COLUMNS, own, strict=True))}


def _with(scenario: Scenario, key: str, value: Any) -> Scenario:
    if key in load_parameters():
        return replace(scenario, parameters={**scenario.parameters, key: float(value)})
    if key in _own_numbers(scenario):
        return replace(scenario, region_numbers={**scenario.region_numbers, key: float(value)})
    name, _, field = key.rpartition(".")
    policies = tuple(
        _policy_with(policy, field, value, scenario) if policy.name == name else policy for policy in scenario.policies
    )
    return replace(scenario, policies=policies)


def _policy_with(policy: Policy, key: str, value: object, scenario: Scenario) -> Policy:
    places = load_region(scenario.region).described_places
    return replace(policy, **{key: fields_of(type(policy))[key].take(value, places)})  # type: ignore[arg-type]


def _faults(scenario: Scenario, key: str, value: object, where: Where) -> list[Fault]:
    if key in load_parameters():
        return scenario.numbers_of(load_parameters())[key].faults_of(value, where, key)
    if key in _own_numbers(scenario):
        return load_region(scenario.region).numbers[f"{scenario.region}.{key}"].faults_of(value, where, key)
    if key not in _policy_keys(scenario):
        facts = {"name": scenario.name, "nearest": nearest(key, _all_keys(scenario))}
        return [where.fault("sweep.unknown_key", key, facts)]
    name, _, field = key.rpartition(".")
    policy = next(policy for policy in scenario.policies if policy.name == name)
    try:
        _policy_with(policy, field, value, scenario)
    except Refused as refused:
        return where.faults(key, refused)
    return []


def _own_numbers(scenario: Scenario) -> set[str]:
    return {name.removeprefix(f"{scenario.region}.") for name in load_region(scenario.region).numbers}


def _policy_keys(scenario: Scenario) -> list[str]:
    return [f"{policy.name}.{key}" for policy in scenario.policies for key in fields_of(type(policy)) if key != "name"]


def _all_keys(scenario: Scenario) -> list[str]:
    return [*load_parameters(), *_own_numbers(scenario), *_policy_keys(scenario)]


def _each_once(faults: list[Fault]) -> list[Fault]:
    return list({str(fault): fault for fault in faults}.values())
