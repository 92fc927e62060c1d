"""The runs of one seed: every scenario on the same population and past, one after the other.

A finished run is stored at once, so that an interrupted comparison can go on where it stopped.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ikdsim.branch import branch_from, last_shared_week
from ikdsim.experiment.expected import Expected
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import RunSummary, read_summary, summarise, write_summary
from ikdsim.model import IkdModel
from ikdsim.result.simulate import run_to_end
from ikdsim.scenario.scenario import Scenario
from ikdsim.setup import Setup
from ikdsim.snapshot import Snapshot

Numbers = tuple[tuple[tuple[str, float], ...], ...]


class Shared:
    """What the scenarios of one seed have in common: the residents, and the past before any policy begins.

    Scenarios that change numbers of the model or of the region share a past with those that change them alike.
    """

    def __init__(self, plan: Plan, seed: int) -> None:
        self.plan = plan
        self._first = Setup(plan.scenarios[0], seed, plan.scale)
        self._past: dict[Numbers, Snapshot | None] = {}
        self._expected = Expected(plan.settings if seed == plan.seeds[0] else ())

    def model(self, scenario: Scenario) -> IkdModel:
        """A model of `scenario`, to be run from the end of what it shares."""
        setup, numbers = self._first.under(scenario), _numbers(scenario)
        if numbers not in self._past:
            self._past[numbers] = self._simulate_past(setup)
        past = self._past[numbers]
        return IkdModel(setup, engine=self.plan.engine) if past is None else branch_from(past, setup)

    def expected(self, model: IkdModel) -> NDArray[np.float64]:
        """Users whom the twin expects in place of `model` under each setting; nothing but for the first seed."""
        return self._expected.users(model.setup)

    def _simulate_past(self, setup: Setup) -> Snapshot | None:
        """The past shared with others of the plan; None where there is none worth keeping."""
        alike = [other for other in self.plan.scenarios if _numbers(other) == _numbers(setup.scenario)]
        last = last_shared_week(alike)
        if len(alike) == 1 or self.plan.engine != "columns" or last < setup.first_week:
            return None
        model = IkdModel(setup)
        model.run(through=last)
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
    model = shared.model(scenario)
    summary = summarise(run_to_end(model), shared.expected(model))
    if path:
        write_summary(summary, path)
    return summary


def _numbers(scenario: Scenario) -> Numbers:
    """The numbers that a scenario changes: only scenarios alike in them can share a past."""
    return tuple(tuple(sorted(numbers.items())) for numbers in (scenario.parameters, scenario.region_numbers))
