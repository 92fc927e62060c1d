"""The runs of one seed: every scenario on the same population, one after the other.

A finished run is stored at once, so that an interrupted comparison can go on where it stopped.
"""

from collections.abc import Callable
from pathlib import Path

from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import RunSummary, read_summary, summarise, write_summary
from ikdsim.population import synthesise
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.resident.columns import Residents
from ikdsim.result.simulate import run
from ikdsim.scenario.scenario import Scenario

Population = Callable[[Scenario], Residents]


def run_path(folder: Path, scenario: str, seed: int) -> Path:
    """Where a finished run is stored in the folder of a comparison."""
    return folder / "runs" / f"{scenario}-{seed}.npz"


def run_seed(plan: Plan, seed: int, folder: Path | None, stop: Callable[[], bool]) -> list[RunSummary]:
    """Run every scenario of `plan` with `seed`, in their order; ends early, with what is done, once `stop` says so.

    Runs that `folder` holds already are read, not repeated.
    """
    population = _population(plan, seed)
    summaries: list[RunSummary] = []
    for scenario in plan.scenarios:
        if stop():
            break
        summaries.append(_stored_or_run(plan, scenario, seed, folder, population))
    return summaries


def _stored_or_run(
    plan: Plan, scenario: Scenario, seed: int, folder: Path | None, population: Population
) -> RunSummary:
    path = run_path(folder, scenario.name, seed) if folder else None
    stored = read_summary(path) if path else None
    if stored is not None:
        return stored
    residents = population(scenario)
    summary = summarise(run(scenario, seed, plan.horizon, plan.scale, plan.engine, residents))
    if path:
        write_summary(summary, path)
    return summary


def _population(plan: Plan, seed: int) -> Population:
    """Makes each population once: scenarios share it unless they change parameters, which may belong to it."""
    made: dict[tuple[tuple[str, float], ...], Residents] = {}

    def population(scenario: Scenario) -> Residents:
        changed = tuple(sorted(scenario.parameters.items()))
        if changed not in made:
            parameters = load_parameters().with_values(scenario.parameters)
            made[changed] = synthesise(load_region(scenario.region), parameters, seed, plan.scale)
        return made[changed]

    return population
