"""Experiment files: which scenarios are run, with which seeds and numbers, until when.

What stands in such a file settles all that determines its results; a command line adds only where they go and how many
processes work.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Final

from ikdsim.clock import FIRST_MONDAY
from ikdsim.errors import BadInput, Fault
from ikdsim.experiment.bounds import MOST_COMBINATIONS, MOST_RESIDENTS, MOST_RUNS, MOST_SCALE, NUMBERS
from ikdsim.experiment.plan import Plan, make_plan
from ikdsim.experiment.sweep import Sweep, make_sweep
from ikdsim.fields import MOST_SEED, REQUIRED, Choice, Day, Names
from ikdsim.scenario.key_positions import key_positions
from ikdsim.scenario.load import load_scenarios
from ikdsim.scenario.scenario import LATEST_END
from ikdsim.scenario.source_file import ScenarioTable, Table
from ikdsim.scenario.toml_file import read_toml
from ikdsim.schema import Where, declared, number, read, whole, words


@dataclass(frozen=True, kw_only=True)
class ExperimentTable:
    """What may stand in an experiment file."""

    scenarios: tuple[str, ...] = declared(Names(REQUIRED))
    """Scenario files, or folders of them; their paths are relative to the experiment file."""
    runs: int = whole(1, MOST_RUNS, "runs of each scenario", default=10)
    seed: int = whole(0, MOST_SEED, "", default=1)
    """Of the first run; the others follow."""
    until: date | None = declared(Day(None, earliest=FIRST_MONDAY, latest=LATEST_END))
    scale: float = number(1, MOST_SCALE, "residents for each agent", default=1.0)
    numbers: str | None = declared(Choice(None, options=NUMBERS))
    until_sure: float | None = number(0, MOST_RESIDENTS, "residents", default=None)
    prices: str | None = words(default=None)
    """A price file, see scenario/prices.py; its path is relative to the experiment file."""
    sweep: Mapping[str, object] | None = declared(Table(None))
    """Lists of values by key, see sweep.py; there is then one scenario."""


SETTLED: Final = tuple(field.name for field in fields(ExperimentTable))
"""What such a file settles, by its keys."""


def is_experiment(path: Path) -> bool:
    """Whether a file holds a key that only experiment files have; raises BadInput if it cannot be read."""
    if not path.is_file():
        return False
    only_here = set(SETTLED) - {field.name for field in fields(ScenarioTable)}
    return not only_here.isdisjoint(read_toml(path)[0])


def load_experiment(path: Path) -> Plan | Sweep:
    """The plan of an experiment file; raises BadInput with every fault of it, or of the scenarios that it names."""
    table, words = read_toml(path)
    positions = key_positions(words)
    where = Where(str(path), "", positions["", 0])
    experiment, faults = read(ExperimentTable, table, where)
    if experiment is None:
        raise BadInput(faults)
    prices = None if experiment.prices is None else path.parent / experiment.prices
    scenarios = load_scenarios([path.parent / name for name in experiment.scenarios], prices)
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
