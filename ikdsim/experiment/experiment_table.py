"""What may stand in an experiment file, and how to tell such a file from one of a scenario or of prices."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ikdsim.clock import FIRST_MONDAY
from ikdsim.experiment.bounds import MOST_RESIDENTS, MOST_RUNS, MOST_SCALE, NUMBERS
from ikdsim.fields import MOST_SEED, REQUIRED, Choice, Day, Names
from ikdsim.scenario.scenario import LATEST_END
from ikdsim.scenario.source_file import ScenarioTable, Table
from ikdsim.scenario.toml_file import read_toml
from ikdsim.schema import declared, fields_of, number, whole, words

SCENARIO: Final = "scenario"
EXPERIMENT: Final = "experiment"
PRICES: Final = "prices"


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


SETTLED: Final = tuple(fields_of(ExperimentTable))
"""What such a file settles, by its keys."""


def kind_of_file(path: Path) -> str:
    """SCENARIO, EXPERIMENT or PRICES, by the keys of the file; raises BadInput if it cannot be read."""
    table = read_toml(path)[0]
    is_of_scenario = not table.keys().isdisjoint(fields_of(ScenarioTable))
    is_of_experiment = not table.keys().isdisjoint(SETTLED)
    if "scenarios" in table or (is_of_experiment and not is_of_scenario):
        return EXPERIMENT
    holds_a_table = any(isinstance(value, dict) for value in table.values())
    return PRICES if holds_a_table and not is_of_scenario else SCENARIO


def is_experiment(path: Path) -> bool:
    """Whether this is an experiment file; raises BadInput if it is a file that cannot be read."""
    return path.is_file() and kind_of_file(path) == EXPERIMENT
