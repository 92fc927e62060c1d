"""Posterior predictive check: the agents themselves, one for each resident, with numbers of the posterior."""

from collections.abc import Callable
from concurrent.futures import Executor, as_completed
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ikdsim.calibration.draws_store import DrawsStore
from ikdsim.calibration.ensemble import problem_of
from ikdsim.calibration.plan import Calibration
from ikdsim.calibration.posterior import Posterior
from ikdsim.calibration.problem import Problem
from ikdsim.model import IkdModel
from ikdsim.result.simulate import run_to_end
from ikdsim.setup import Setup

Progress = Callable[[int, int], None]


def agents_at(calibration: Calibration, acts_on: str, point: NDArray[np.float64]) -> list[float]:
    """Activated residents of each place at the table's date, as the agents come to them at a point."""
    problem = problem_of(calibration, acts_on)
    values, own = problem.numbers(point)
    scenario = calibration.scenario
    scenario = replace(scenario, parameters={**scenario.parameters, **values}, region_numbers=own)
    setup = Setup(scenario, calibration.table.seed, calibration.table.scale).with_recorded(_recorded(problem, point))
    counts: list[float] = run_to_end(IkdModel(setup)).activated_by_place[-1].tolist()
    return counts


def check_by_agents(
    posterior: Posterior, calibration: Calibration, folder: Path, executor: Executor, progress: Progress | None = None
) -> NDArray[np.float64]:
    """Counts of the agents at some draws, evenly spaced, shape (runs, places); those in the store are not done again.

    None where rows are read otherwise than by the region's own files, whose distances agents take.
    """
    if not _is_read_as_shipped(posterior.problem):
        return np.zeros((0, len(posterior.problem.region.places)))
    draws = posterior.flat(posterior.points)
    numbers = np.unique(np.linspace(0, len(draws) - 1, calibration.table.agent_runs).astype(np.int64)).tolist()
    home = posterior.problem.acts_on
    with closing(DrawsStore(folder)) as store:
        missing = [number for number in numbers if number not in store.agents(home)]
        running = {executor.submit(agents_at, calibration, home, draws[number]): number for number in missing}
        for done, future in enumerate(as_completed(running), start=len(numbers) - len(missing) + 1):
            store.keep_agents(home, running[future], future.result())
            if progress:
                progress(done, len(numbers))
        known = store.agents(home)
        return np.array([known[number] for number in numbers])


def _recorded(problem: Problem, point: NDArray[np.float64]) -> dict[str, int]:
    """Recorded residents of the places whose count was filled in."""
    factors = zip(problem.region.places, problem.recorded(point).tolist(), strict=True)
    return {place.name: round(place.recorded * factor) for place, factor in factors if place.recorded_imputed}


def _is_read_as_shipped(problem: Problem) -> bool:
    return problem.region.places == problem.twin.setup.region.places
