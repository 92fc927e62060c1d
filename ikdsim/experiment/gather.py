"""Gather: from the runs in a ledger to a comparison."""

from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of
from ikdsim.errors import IkdsimError
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.ledger import Ledger, Run
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import RunSummary
from ikdsim.region.load import load_region

STACKED: Final = ("activated", "barriers", "groups", "minutes", "taken", "beside_cost")
"""What every run leaves in the same shape."""


class RunsFailed(IkdsimError):  # noqa: N818  (it says what happened)
    """A run failed of every seed, so that nothing can be compared."""


def gather(plan: Plan, ledger: Ledger) -> Comparison:
    """Put together what the runs of `plan` left, but for seeds of which a run failed.

    Raises RunsFailed with the first cause if a run failed of all of them.
    """
    failures = tuple(failure for failure in ledger.failures() if failure.seed in plan.seeds)
    failed = {failure.seed for failure in failures}
    whole = replace(plan, seeds=tuple(seed for seed in plan.seeds if seed not in failed))
    if not whole.seeds:
        raise RunsFailed(failures[0].cause)
    runs = _Runs(len(plan.scenarios), len(whole.seeds))
    expected = []
    for position, scenario in enumerate(plan.scenarios):
        for number, seed in enumerate(whole.seeds):
            summary = ledger.summary(Run(scenario.name, seed))
            runs.enter(summary, position, number)
            if number == 0:
                expected.append(_expected(plan, summary))
    return Comparison(
        plan=whole,
        failures=failures,
        region=load_region(plan.scenarios[0].region),
        **runs.arrays,
        cost_items=tuple(sorted(runs.costs)),
        cost_by_item=runs.cost_by_item,
        expected=np.array(expected),
    )


class _Runs:
    """What runs left, each kind of array in one: single runs are not kept beside them, so that memory does for many."""

    def __init__(self, scenarios: int, runs: int) -> None:
        self._shape = (scenarios, runs)
        self.arrays: dict[str, NDArray[Any]] = {}
        self.costs: dict[str, NDArray[np.float64]] = {}

    def enter(self, summary: RunSummary, scenario: int, run: int) -> None:
        """Take over what a run left; runs that did not pay for an item paid nothing for it."""
        for name in STACKED:
            value = getattr(summary, name)
            self.arrays.setdefault(name, np.empty((*self._shape, *value.shape), value.dtype))[scenario, run] = value
        self._years = summary.cost.shape[1]
        for item, rupiah in zip(summary.cost_items.tolist(), summary.cost, strict=True):
            self.costs.setdefault(item, np.zeros((*self._shape, self._years)))[scenario, run] = rupiah

    @property
    def cost_by_item(self) -> NDArray[np.float64]:
        """Shape (scenarios, runs, items, years), items sorted."""
        cost = np.zeros((*self._shape, len(self.costs), self._years))
        for position, item in enumerate(sorted(self.costs)):
            cost[:, :, position] = self.costs[item]
        return cost


def _expected(plan: Plan, summary: RunSummary) -> NDArray[np.float64]:
    """What the twin expects under the settings; unknown (NaN) if the first seed failed, for which alone it is asked."""
    if summary.expected.size or not plan.settings:
        return summary.expected
    weeks = week_of(plan.horizon) - week_of(plan.scenarios[0].start) + 1
    return np.full((len(plan.settings), weeks), np.nan)
