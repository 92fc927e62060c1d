"""Gather: from the runs in a ledger to a comparison."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of
from ikdsim.errors import IkdsimError
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.ledger import Ledger, Run
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import RunSummary
from ikdsim.region.load import load_region


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
    summaries = [[ledger.summary(Run(scenario.name, seed)) for seed in whole.seeds] for scenario in plan.scenarios]

    def stack(name: str) -> NDArray[np.float64]:
        return np.array([[getattr(summary, name) for summary in of_scenario] for of_scenario in summaries])

    return Comparison(
        plan=whole,
        failures=failures,
        region=load_region(plan.scenarios[0].region),
        activated=stack("activated"),
        barriers=stack("barriers"),
        cost=stack("cost"),
        taken=stack("taken"),
        beside_cost=stack("beside_cost"),
        expected=np.array([_expected(plan, of_scenario[0]) for of_scenario in summaries]),
    )


def _expected(plan: Plan, summary: RunSummary) -> NDArray[np.float64]:
    """What the twin expects under the settings; unknown (NaN) if the first seed failed, for which alone it is asked."""
    if summary.expected.size or not plan.settings:
        return summary.expected
    weeks = week_of(plan.horizon) - week_of(plan.scenarios[0].start) + 1
    return np.full((len(plan.settings), weeks), np.nan)
