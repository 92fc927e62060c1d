"""The runs of one seed: every scenario on the same population and past, one after the other.

A finished run is stored at once, so that an interrupted comparison can go on where it stopped.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ikdsim.branch import branch_from, last_shared_week
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import RunSummary, read_summary, summarise, write_summary
from ikdsim.model import IkdModel
from ikdsim.population import synthesise
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.resident.columns import Residents
from ikdsim.result.simulate import ending, run_to_end
from ikdsim.scenario.scenario import Scenario
from ikdsim.snapshot import Snapshot

Numbers = tuple[str, date, tuple[tuple[str, float], ...]]


class Shared:
    """What the scenarios of one seed have in common: the residents, and the past before any policy begins.

    Scenarios that change parameters share with those that change them alike.
    """

    def __init__(self, plan: Plan, seed: int) -> None:
        self.plan = plan
        self.seed = seed
        self._residents: dict[Numbers, Residents] = {}
        self._past: dict[Numbers, Snapshot | None] = {}

    def _people(self, scenario: Scenario) -> Residents:
        numbers = _numbers(scenario)
        if numbers not in self._residents:
            parameters = load_parameters().with_values(scenario.parameters)
            region = load_region(scenario.region)
            self._residents[numbers] = synthesise(region, parameters, self.seed, self.plan.scale)
        return self._residents[numbers]

    def model(self, scenario: Scenario) -> IkdModel:
        """A model of `scenario`, to be run from the end of what it shares."""
        plan, residents, past = self.plan, self._people(scenario), self._past_of(scenario)
        whole = ending(scenario, plan.horizon)
        if past is not None:
            return branch_from(past, whole, residents)
        return IkdModel(whole, self.seed, plan.scale, plan.engine, residents=residents)

    def _past_of(self, scenario: Scenario) -> Snapshot | None:
        """The past shared with others of the plan; None where there is none worth keeping."""
        numbers = _numbers(scenario)
        if numbers not in self._past:
            self._past[numbers] = self._simulate_past(scenario)
        return self._past[numbers]

    def _simulate_past(self, scenario: Scenario) -> Snapshot | None:
        plan, numbers = self.plan, _numbers(scenario)
        alike = [ending(other, plan.horizon) for other in plan.scenarios if _numbers(other) == numbers]
        model = IkdModel(alike[0], self.seed, plan.scale, residents=self._people(scenario))
        last = last_shared_week(alike)
        if len(alike) == 1 or plan.engine != "columns" or last < model.first_week:
            return None
        while model.week < last:
            model.step()
        return model.snapshot()


def run_path(folder: Path, scenario: str, seed: int) -> Path:
    """Where a finished run is stored in the folder of a comparison."""
    return folder / "runs" / f"{scenario}-{seed}.npz"


def run_seed(plan: Plan, seed: int, folder: Path | None, stop: Callable[[], bool]) -> list[RunSummary]:
    """Run every scenario of `plan` with `seed`, in their order; ends early, with what is done, once `stop` says so.

    Runs that `folder` holds already are read, not repeated.
    """
    shared = Shared(plan, seed)
    summaries: list[RunSummary] = []
    for scenario in plan.scenarios:
        if stop():
            break
        summaries.append(_stored_or_run(plan, scenario, seed, folder, shared))
    return summaries


def _stored_or_run(plan: Plan, scenario: Scenario, seed: int, folder: Path | None, shared: Shared) -> RunSummary:
    path = run_path(folder, scenario.name, seed) if folder else None
    stored = read_summary(path) if path else None
    if stored is not None:
        return stored
    summary = summarise(run_to_end(shared.model(scenario)))
    if path:
        write_summary(summary, path)
    return summary


def _numbers(scenario: Scenario) -> Numbers:
    """The numbers that a scenario changes: only scenarios alike in them can share anything."""
    return (scenario.region, scenario.start, tuple(sorted(scenario.parameters.items())))
