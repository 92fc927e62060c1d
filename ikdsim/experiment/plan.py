"""A plan: which scenarios are run with which seeds, and until when.

All scenarios of a plan share the region, the first day and the horizon, so that their curves can be laid over one
another. What a plan does not say (how many processes, which folder) does not change a result.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from ikdsim.errors import BadInput, Fault
from ikdsim.experiment.settings import Setting, settings_for
from ikdsim.provenance import load_parameters
from ikdsim.scenario.scenario import Scenario

BASELINE: Final = "baseline"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything that determines the results of a comparison."""

    scenarios: tuple[Scenario, ...]
    """All end on the horizon."""
    seeds: range
    horizon: date
    """The runs end with the week that holds this day."""
    scale: float
    engine: str

    @property
    def baseline(self) -> int:
        """Position of the scenario that the others are compared with: the one named "baseline", else the first."""
        names = [scenario.name for scenario in self.scenarios]
        return names.index(BASELINE) if BASELINE in names else 0

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
    def settings(self) -> tuple[Setting, ...]:
        """The settings under which gains are told once more, see settings.py."""
        return settings_for(load_parameters())

    @property
    def size(self) -> int:
        """Number of runs: scenarios times seeds."""
        return len(self.scenarios) * len(self.seeds)

    def resolved(self) -> dict[str, Any]:
        """The plan as plain values that JSON can hold."""
        return {
            "scenarios": [scenario.resolved() for scenario in self.scenarios],
            "runs": len(self.seeds),
            "seed": self.seeds.start,
            "horizon": self.horizon.isoformat(),
            "scale": self.scale,
            "engine": self.engine,
            "settings": {setting.name: setting.numbers(self.scenarios[self.baseline]) for setting in self.settings},
        }


def make_plan(
    scenarios: Sequence[Scenario],
    seeds: range,
    until: date | None = None,
    scale: float = 1.0,
    engine: str = "columns",
) -> Plan:
    """Check that `scenarios` can be compared, and set the horizon: `until`, or the earliest of their ends.

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
    return Plan(scenarios=ended, seeds=seeds, horizon=horizon, scale=scale, engine=engine)


def _faults(scenarios: Sequence[Scenario], seeds: range) -> list[Fault]:
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
