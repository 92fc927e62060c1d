"""A plan: which scenarios are run with which seeds, and until when.

All scenarios of a plan share the region, the first day and the horizon, so that their curves can be laid over one
another. What a plan does not say (how many processes, which folder) does not change a result.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from ikdsim.errors import BadInput, Fault
from ikdsim.experiment.bounds import DRAWS, REGISTER
from ikdsim.experiment.draws import drawn
from ikdsim.experiment.settings import Setting, settings_for
from ikdsim.provenance import load_parameters
from ikdsim.scenario.scenario import Scenario

BASELINE: Final = "baseline"
FEWEST_RUNS: Final = 10
"""Runs of a scenario after which a comparison that may end early first asks whether it is sure."""
SEEDS_A_DRAW: Final = 2
"""Runs that have the same numbers, so that what chance does can be told apart from what numbers do."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything that determines the results of a comparison."""

    scenarios: tuple[Scenario, ...]
    """All end on the horizon."""
    seeds: tuple[int, ...]
    first_seed: int
    """The first one that was asked for, whether its runs failed or not."""
    horizon: date
    """The runs end with the week that holds this day."""
    scale: float
    engine: str
    numbers: str
    """One of NUMBERS of bounds.py."""
    settings: tuple[Setting, ...]
    """The settings under which gains are told once more, see settings.py."""
    until_sure: float | None = None
    """Runs end early once every mean gain is known to so many residents more or less."""

    @property
    def baseline(self) -> int:
        """Position of the scenario that the others are compared with: the one named "baseline", else the first."""
        names = [scenario.name for scenario in self.scenarios]
        return names.index(BASELINE) if BASELINE in names else 0

    def scenario(self, name: str) -> Scenario:
        """The scenario called `name`; KeyError if there is none."""
        return {scenario.name: scenario for scenario in self.scenarios}[name]

    def scenarios_of(self, seed: int) -> tuple[Scenario, ...]:
        """The scenarios with the numbers that they have under `seed`."""
        if self.numbers == REGISTER:
            return self.scenarios
        draw = (seed - self.first_seed) // SEEDS_A_DRAW
        return tuple(drawn(scenario, draw) for scenario in self.scenarios)

    @property
    def others(self) -> list[int]:
        """Positions of all scenarios but the baseline."""
        return [number for number in range(len(self.scenarios)) if number != self.baseline]

    def titles(self, lang: str) -> list[str]:
        """Title of every scenario; where several have the same, the names of their files tell them apart."""
        titles = [scenario.title[lang] for scenario in self.scenarios]
        named = zip(titles, self.scenarios, strict=True)
        return [title if titles.count(title) == 1 else f"{title} ({scenario.name})" for title, scenario in named]

    @property
    def uncertainty(self) -> str:
        """What intervals contain: "runs", or "runs and parameters"."""
        return "runs" if self.numbers == REGISTER else "runs and parameters"

    def parts(self) -> Iterator["Plan"]:
        """The plan with more and more of its seeds, as long as it may end early, and the whole of it at last."""
        size = len(self.seeds) if self.until_sure is None else FEWEST_RUNS
        while size < len(self.seeds):
            yield replace(self, seeds=self.seeds[:size])
            size *= 2
        yield self

    @property
    def size(self) -> int:
        """Number of runs: scenarios times seeds."""
        return len(self.scenarios) * len(self.seeds)

    def resolved(self) -> dict[str, Any]:
        """The plan as plain values that JSON can hold."""
        return {
            "scenarios": [scenario.resolved() for scenario in self.scenarios],
            "runs": len(self.seeds),
            "seed": self.first_seed,
            "horizon": self.horizon.isoformat(),
            "scale": self.scale,
            "engine": self.engine,
            "numbers": self.numbers,
            "until_sure": self.until_sure,
            "settings": {setting.name: setting.numbers(self.scenarios[self.baseline]) for setting in self.settings},
        }


def make_plan(
    scenarios: Sequence[Scenario],
    seeds: Sequence[int],
    until: date | None = None,
    scale: float = 1.0,
    engine: str = "columns",
    numbers: str | None = None,
) -> Plan:
    """Check that `scenarios` can be compared, and set the horizon: `until`, or the earliest of their ends.

    `numbers` is one of NUMBERS; if it is not given, they are drawn as soon as there is more than one run.
    Raises BadInput without a scenario or a run, for two of one name, for different regions or first days, and for a
    day outside a run.
    """
    faults = _faults(scenarios, seeds)
    if faults:
        raise BadInput(faults)
    start, end = scenarios[0].start, min(scenario.end for scenario in scenarios)
    if until is not None and not start <= until <= end:
        raise BadInput([Fault("outside_run", {"key": "--until", "value": until, "low": start, "high": end})])
    horizon = until or end
    ended = tuple(scenario.until(horizon) for scenario in scenarios)
    return Plan(
        scenarios=ended,
        seeds=tuple(seeds),
        first_seed=seeds[0],
        horizon=horizon,
        scale=scale,
        engine=engine,
        numbers=numbers or (DRAWS if len(seeds) > 1 else REGISTER),
        settings=settings_for(load_parameters()),
    )


def _faults(scenarios: Sequence[Scenario], seeds: Sequence[int]) -> list[Fault]:
    if not scenarios or not seeds:
        return [Fault("compare.nothing_to_compare", {})]
    first = scenarios[0]
    faults = []
    for number, other in enumerate(scenarios[1:], start=1):
        names = {"first": first.name, "other": other.name}
        if other.name in [before.name for before in scenarios[:number]]:
            faults.append(Fault("same_scenario_name", {"value": other.name}))
        if other.region != first.region:
            faults.append(Fault("compare.different_regions", names))
        if other.start != first.start:
            faults.append(Fault("compare.different_starts", names))
    return faults
