"""Compare scenarios: every scenario with every seed, each seed with one population for all of them."""

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.gather import gather
from ikdsim.experiment.plan import Plan, make_plan
from ikdsim.experiment.workers import run_seeds
from ikdsim.scenario.scenario import Scenario

Progress = Callable[[int, int], None]
"""Is told how many runs are done, and how many there are in all."""


def compare(
    scenarios: Sequence[Scenario],
    runs: int = 10,
    seed: int = 1,
    until: date | None = None,
    scale: float = 1.0,
    engine: str = "columns",
    jobs: int = 1,
) -> Comparison:
    """Run each scenario with the seeds `seed` to `seed + runs - 1` and compare it with the baseline.

    The baseline is the scenario named "baseline", else the first. One agent stands for `scale` residents; `jobs`
    processes work side by side and change no result. Raises BadInput if the scenarios cannot be compared.
    """
    plan = make_plan(scenarios, range(seed, seed + runs), until, scale, engine)
    return carry_out(plan, jobs)


def carry_out(plan: Plan, jobs: int = 1, folder: Path | None = None, progress: Progress | None = None) -> Comparison:
    """Do all runs of `plan`; with a `folder`, store each one that is finished and skip those stored already.

    The caller sees to it that `folder` belongs to this plan. Raises WorkerLost if a process dies.
    """
    by_seed = {}
    with closing(run_seeds(plan, jobs, folder)) as seeds_done:
        for seed, summaries in seeds_done:
            by_seed[seed] = summaries
            if progress:
                progress(len(by_seed) * len(plan.scenarios), plan.size)
    return gather(plan, [by_seed[seed] for seed in plan.seeds])
