"""Experiment files: which scenarios are run, with which seeds and numbers, until when.

What stands in such a file settles all that determines its results; a command line adds only where they go and how many
processes work.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from ikdsim.errors import BadInput, Fault
from ikdsim.experiment.bounds import MOST_COMBINATIONS
from ikdsim.experiment.experiment_table import ExperimentTable
from ikdsim.experiment.plan import Plan, make_plan
from ikdsim.experiment.sweep import Sweep, make_sweep
from ikdsim.scenario.key_positions import key_positions
from ikdsim.scenario.load import load_scenarios
from ikdsim.scenario.scenario import Scenario
from ikdsim.scenario.toml_file import read_toml
from ikdsim.schema import Where, read_values


def load_experiment(path: Path) -> Plan | Sweep:
    """The plan of an experiment file; raises BadInput with every fault of it and of the files that it names."""
    table, words = read_toml(path)
    positions = key_positions(words)
    where = Where(str(path), "", positions["", 0])
    values, faults = read_values(ExperimentTable, table, where)
    scenarios, found = _scenarios(path.parent, values)
    if faults or found:
        raise BadInput([*faults, *found])
    experiment = ExperimentTable(**cast(dict[str, Any], values))
    seeds = range(experiment.seed, experiment.seed + experiment.runs)
    if experiment.sweep is None:
        plan = make_plan(scenarios, seeds, experiment.until, experiment.scale, numbers=experiment.numbers)
        return replace(plan, until_sure=experiment.until_sure)
    inside = Where(str(path), "[sweep]", positions.get(("sweep", 0), {}))
    faults = _unfit(experiment, len(scenarios), where)
    if faults:
        raise BadInput(faults)
    over = _lists(experiment.sweep, inside)
    return make_sweep(scenarios[0], over, seeds, experiment.until, experiment.scale, inside)


def _scenarios(folder: Path, values: Mapping[str, Any]) -> tuple[list[Scenario], list[Fault]]:
    """The scenarios that are named, with own prices if a file of them is, and the faults of all these files."""
    prices = values.get("prices")
    try:
        named = [folder / name for name in values.get("scenarios", ())]
        return load_scenarios(named, None if prices is None else folder / prices), []
    except BadInput as problem:
        return [], list(problem.faults)


def _unfit(experiment: ExperimentTable, scenarios: int, where: Where) -> list[Fault]:
    """What cannot stand beside a sweep."""
    settled = [key for key in ("numbers", "until_sure") if getattr(experiment, key) is not None]
    faults = [where.fault("sweep.not_with_sweep", key, {}) for key in settled]
    if scenarios != 1:
        faults.append(where.fault("sweep.one_scenario", "scenarios", {"value": scenarios}))
    return faults


def _lists(table: Mapping[str, object], where: Where) -> dict[str, Sequence[object]]:
    """A list of values for each key; raises BadInput with all that are none, and if there are too many combinations."""
    lists: dict[str, Sequence[object]] = {key: values for key, values in table.items() if isinstance(values, list)}
    faults = [where.fault("sweep.not_a_list", key, {}) for key in table if not lists.get(key)]
    combinations = 1
    for values in lists.values():
        combinations *= len(values)
    if combinations > MOST_COMBINATIONS:
        faults.append(where.fault("sweep.too_many", "", {"value": combinations, "most": MOST_COMBINATIONS}))
    if faults:
        raise BadInput(faults)
    return lists
