"""Compare scenarios: every scenario with every seed, each seed with one population for all of them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import closing
from datetime import date
from pathlib import Path

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.gather import gather
from ikdsim.experiment.ledger import Ledger, Run
from ikdsim.experiment.plan import Plan, make_plan
from ikdsim.experiment.sure import is_sure
from ikdsim.experiment.workers import Missing, run_seeds
from ikdsim.scenario.scenario import Scenario

Progress = Callable[[int, int], None]
"""Is told how many runs are done, and how many there are in all."""
Jobs = int | Executor
"""How many processes work side by side, or an executor that does the work."""


def compare(
    scenarios: Sequence[Scenario],
    runs: int = 10,
    seed: int = 1,
    until: date | None = None,
    scale: float = 1.0,
    jobs: Jobs = 1,
    numbers: str | None = None,
) -> Comparison:
    """Run each scenario with the seeds `seed` to `seed + runs - 1` and compare it with the baseline.

    The baseline is the scenario named "baseline", else the first. One agent stands for `scale` residents. So many
    `jobs` (processes) work side by side, or an executor of concurrent.futures, and change no result. `numbers` are
    those of the "register" or "draws" from their ranges, as usual where there is more than one run. Raises BadInput if
    the scenarios cannot be compared.
    """
    plan = make_plan(scenarios, range(seed, seed + runs), until, scale, numbers=numbers)
    return carry_out(plan, jobs)


def carry_out(plan: Plan, jobs: Jobs = 1, folder: Path | None = None, progress: Progress | None = None) -> Comparison:
    """Do the runs of `plan`; with a `folder`, enter each one that is finished in its ledger, and skip those in it.

    A run that failed is skipped as well, and its seed is left out. The caller sees to it that `folder` belongs to this
    plan. Raises WorkerLost if a process dies, RunsFailed if a run failed of every seed.
    """
    with closing(Ledger(folder)) as ledger:
        for part in plan.parts():
            do_missing(part, jobs, folder, ledger, progress)
            comparison = gather(part, ledger)
            if plan.until_sure is not None and is_sure(comparison, plan.until_sure):
                break
        return comparison


def do_missing(plan: Plan, jobs: Jobs, folder: Path | None, ledger: Ledger, progress: Progress | None) -> None:
    """Do the runs of `plan` that are not in the `ledger` of `folder`, and enter them."""
    missing = missing_runs(plan, ledger)
    left = sum(map(len, missing.values()))
    with closing(run_seeds(jobs, plan, missing, folder)) as seeds:
        for done in seeds:
            for run, summary in done.summaries.items():
                ledger.keep(run, summary)
            for failure in done.failures:
                ledger.keep_failure(failure)
            left -= len(done.summaries) + len(done.failures)
            if progress:
                progress(plan.size - left, plan.size)


def missing_runs(plan: Plan, ledger: Ledger) -> Missing:
    """The runs of `plan` that are neither done nor known to fail, by seed."""
    known = ledger.runs() | {Run(*failure[:2]) for failure in ledger.failures()}
    missing: dict[int, list[Run]] = defaultdict(list)
    for seed in plan.seeds:
        for scenario in plan.scenarios:
            if Run(scenario.name, seed) not in known:
                missing[seed].append(Run(scenario.name, seed))
    return missing
