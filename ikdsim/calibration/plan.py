"""Calibration files: what is asked of the counts, and how long it is sampled."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from ikdsim.errors import BadInput, Fault, nearest, shown
from ikdsim.experiment.bounds import MOST_SCALE
from ikdsim.fields import MOST_SEED, Names
from ikdsim.region.load import load_region
from ikdsim.region.readings import readings_of
from ikdsim.region.region import DEMAND, SUPPLY
from ikdsim.scenario.key_positions import key_positions
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario
from ikdsim.scenario.toml_file import read_toml
from ikdsim.schema import Where, choice, declared, number, read, whole, words

BOTH: Final = "both"
MOST_WALKERS: Final = 1000
MOST_STEPS: Final = 10_000_000
MOST_AGENT_RUNS: Final = 1000
ENSEMBLES: Final = 4


@dataclass(frozen=True, kw_only=True)
class CalibrationTable:
    """What may stand in a calibration file."""

    scenario: str = words()
    """A scenario file without policies; its path is relative to the calibration file."""
    seed: int = whole(0, MOST_SEED, "", default=1)
    """Of the people, of their visits and of the sampler."""
    acts_on: str = choice((SUPPLY, DEMAND, BOTH), default=BOTH)
    """Where the effects of places act."""
    reading: str = choice(("C", "A", "B1", "B2"), default="C")
    """Which villages the rows without an official name stand for, see the region's readings.toml."""
    left_out: tuple[str, ...] = declared(Names(()))
    """Places whose counts are not used."""
    scale: float = number(1, MOST_SCALE, "residents for each agent", default=1.0)
    walkers: int = whole(1, MOST_WALKERS, "walkers of each ensemble", default=6)
    warm_up: int = whole(0, MOST_STEPS, "steps", default=1000)
    """Steps that are thrown away."""
    steps: int = whole(10, MOST_STEPS, "steps", default=4000)
    """Steps after these."""
    agent_runs: int = whole(0, MOST_AGENT_RUNS, "runs", default=20)
    """Runs of the agents, each with numbers of another draw."""


@dataclass(frozen=True)
class Calibration:
    """A calibration file with the scenario that it names."""

    table: CalibrationTable
    scenario: Scenario
    """Until the date of the table."""

    @property
    def homes(self) -> tuple[str, ...]:
        """Where place effects act, one problem after the other."""
        return (SUPPLY, DEMAND) if self.table.acts_on == BOTH else (self.table.acts_on,)

    @property
    def steps(self) -> int:
        """Of each ensemble, those that are thrown away included."""
        return self.table.warm_up + self.table.steps

    @cached_property
    def resolved(self) -> dict[str, Any]:
        """Everything that determines the draws, as plain values that JSON can hold."""
        table = self.table
        return {
            "scenario": self.scenario.resolved(),
            "seed": table.seed,
            "acts_on": list(self.homes),
            "reading": table.reading,
            "left_out": list(table.left_out),
            "scale": table.scale,
            "walkers": table.walkers,
            "warm_up": table.warm_up,
            "steps": table.steps,
            "agent_runs": table.agent_runs,
        }


def is_calibration(path: Path) -> bool:
    """Whether this is a calibration file: only these name one scenario; raises BadInput if it cannot be read."""
    return path.is_file() and "scenario" in read_toml(path)[0]


def load_calibration(path: Path) -> Calibration:
    """Read a calibration file; raises BadInput with every fault of it, or of the scenario that it names."""
    table, said = read_toml(path)
    where = Where(str(path), "", key_positions(said)["", 0])
    read_table, faults = read(CalibrationTable, table, where)
    if read_table is None:
        raise BadInput(faults)
    scenario = load_scenario(path.parent / read_table.scenario)
    faults = _unfit(read_table, scenario, where)
    if faults:
        raise BadInput(faults)
    return Calibration(read_table, scenario.until(load_region(scenario.region).table_date))


def _unfit(table: CalibrationTable, scenario: Scenario, where: Where) -> list[Fault]:
    """What of the file cannot be with this scenario."""
    region = load_region(scenario.region)
    names = region.place_names
    faults: list[Fault] = []
    for name in set(table.left_out) - set(names):
        facts = {"value": shown(name), "allowed": ", ".join(names), "nearest": nearest(name, names)}
        faults.append(where.fault("unknown_place", "left_out", facts))
    if scenario.policies:
        policies = ", ".join(policy.name for policy in scenario.policies)
        faults.append(where.fault("calibration.with_policies", "scenario", {"policies": policies}))
    if not scenario.start <= region.table_date <= scenario.end:
        days = {"day": region.table_date, "start": scenario.start, "end": scenario.end}
        faults.append(where.fault("calibration.table_outside_run", "scenario", days))
    if table.reading not in readings_of(region.name):
        allowed = ", ".join(readings_of(region.name))
        faults.append(where.fault("calibration.unknown_reading", "reading", {"allowed": allowed}))
    if set(names) <= set(table.left_out):
        faults.append(where.fault("calibration.no_counts", "left_out", {}))
    return faults
