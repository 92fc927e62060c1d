"""The runs of one seed: every scenario on the same population and past, one after the other.

A finished run is stored at once, so that an interrupted comparison can go on where it stopped.
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from ikdsim.branch import branch_from, last_shared_week
from ikdsim.experiment.bounds import REGISTER
from ikdsim.experiment.expected import Expected
from ikdsim.experiment.ledger import Failure, Ledger, Run
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import RunSummary, summarise
from ikdsim.model import IkdModel
from ikdsim.result.simulate import run_to_end
from ikdsim.scenario.scenario import Scenario
from ikdsim.setup import Setup
from ikdsim.snapshot import Snapshot

Numbers = tuple[tuple[object, ...], ...]


class Shared:
    """What the scenarios of one seed have in common: the residents, and the past before any policy begins.

    Scenarios that change numbers of the model or of the region share a past with those that change them alike.
    """

    def __init__(self, plan: Plan, seed: int) -> None:
        self.plan = plan
        self._scenarios = {scenario.name: scenario for scenario in plan.scenarios_of(seed)}
        self._first = Setup(next(iter(self._scenarios.values())), seed, plan.scale)
        self._past: dict[Numbers, Snapshot | None] = {}
        self._registered = self._first.under(plan.scenarios[0])
        self._expected = Expected(plan.settings if seed == plan.first_seed else ())

    def _model(self, scenario: Scenario) -> IkdModel:
        """A model of `scenario`, to be run from the end of what it shares."""
        setup, numbers = self._first.under(scenario), _numbers(scenario)
        if numbers not in self._past:
            self._past[numbers] = self._simulate_past(setup)
        past = self._past[numbers]
        return IkdModel(setup, engine=self.plan.engine) if past is None else branch_from(past, setup)

    def summary(self, name: str) -> RunSummary:
        """Run the scenario called `name`, and what a comparison keeps of it."""
        model = self._model(self._scenarios[name])
        return summarise(run_to_end(model), self._expected.users(self._with_registered_numbers(model.setup)))

    def _with_registered_numbers(self, setup: Setup) -> Setup:
        """The same scenario with the numbers of the register, from which settings move some."""
        if self.plan.numbers == REGISTER or self.plan.first_seed != setup.seed:
            return setup
        return self._registered.under(self.plan.scenario(setup.scenario.name))

    def _simulate_past(self, setup: Setup) -> Snapshot | None:
        """The past shared with others of the plan; None where there is none worth keeping."""
        alike = [other for other in self._scenarios.values() if _numbers(other) == _numbers(setup.scenario)]
        last = last_shared_week(alike)
        if len(alike) == 1 or self.plan.engine != "columns" or last < setup.first_week:
            return None
        model = IkdModel(setup)
        model.run(through=last)
        return model.snapshot()


class SeedDone(NamedTuple):
    """What came of the runs of one seed that were done."""

    summaries: dict[Run, RunSummary]
    failures: list[Failure]


def run_seed(plan: Plan, missing: Sequence[Run], folder: Path | None) -> SeedDone:
    """Do the `missing` runs of one seed; with the `folder` of a ledger each is entered as soon as it is done.

    A run that fails does not keep the others from being done.
    """
    shared = Shared(plan, missing[0].seed)
    done = SeedDone({}, [])
    with closing(Ledger(folder)) as ledger:
        for run in missing:
            try:
                summary = shared.summary(run.scenario)
            except Exception as problem:  # whatever it is: it says nothing of the other runs
                failure = Failure(*run, f"{type(problem).__name__}: {problem}")
                ledger.keep_failure(failure)
                done.failures.append(failure)
            else:
                ledger.keep(run, summary)
                done.summaries[run] = summary
    return done


def _numbers(scenario: Scenario) -> Numbers:
    """The numbers that a scenario changes: only scenarios alike in them can share a past."""
    changed = (tuple(sorted(numbers.items())) for numbers in (scenario.parameters, scenario.region_numbers))
    return (*changed, scenario.prices)
