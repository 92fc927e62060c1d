"""Ensembles of walkers: so many steps of one at a time, from where it stood, so that a process may die in between.

Four ensembles start apart, each at those of many prior draws that fit best. A part of an ensemble's way depends on
nothing but where it begins and the state of its random numbers: done again it is the same to the last bit.
"""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.calibration.plan import Calibration
from ikdsim.calibration.priors import Prior, bearing_numbers
from ikdsim.calibration.problem import Problem
from ikdsim.calibration.quick_twin import QuickTwin
from ikdsim.identity import fingerprint
from ikdsim.setup import Setup

START_DRAWS: Final = 40
"""Prior draws for each walker, of which the likeliest starts."""


@dataclass(frozen=True)
class Task:
    """Which ensemble of which problem of a calibration."""

    calibration: Calibration
    acts_on: str
    ensemble: int


class Part(NamedTuple):
    """A part of an ensemble's way: where its walkers stood after each step."""

    points: NDArray[np.float64]
    """Shape (steps, walkers, scores)."""
    log_likelihoods: NDArray[np.float64]
    """Shape (steps, walkers)."""
    expected: NDArray[np.float64]
    """Expected counts; shape (steps, walkers, places)."""
    accepted: NDArray[np.float64]
    """Share of the proposals that were taken, by walker."""
    random_state: tuple[Any, ...]
    """State of the random numbers after the last step."""


_READY: Final[dict[str, tuple[QuickTwin, Prior]]] = {}
"""People and free numbers of the calibration that this process works on."""


def _ready(calibration: Calibration) -> tuple[QuickTwin, Prior]:
    table = calibration.table
    people = {"scenario": calibration.scenario.resolved(), "seed": table.seed, "scale": table.scale}
    made_from = fingerprint(people)
    if made_from not in _READY:
        _READY.clear()
        twin = QuickTwin(Setup(calibration.scenario, table.seed, table.scale))
        _READY[made_from] = twin, bearing_numbers(twin)
    return _READY[made_from]


def problem_of(calibration: Calibration, acts_on: str) -> Problem:
    """What is asked of the counts if place effects act on `acts_on`; people are made once in a process."""
    twin, prior = _ready(calibration)
    return Problem(twin, prior, acts_on, calibration.table.reading, calibration.table.left_out)


def go_on(task: Task, before: Part | None, steps: int) -> Part:
    """So many steps of an ensemble from the end of the part `before`, or from its start."""
    from emcee import EnsembleSampler, State  # noqa: PLC0415  (an extra)

    from ikdsim.calibration.move import prior_preserving_move  # noqa: PLC0415

    problem = problem_of(task.calibration, task.acts_on)
    walkers = task.calibration.table.walkers

    def log_posterior(point: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        expected = problem.expected(point)
        return problem.log_likelihood(expected) - 0.5 * float(point @ point), expected

    sampler = EnsembleSampler(walkers, len(problem.names), log_posterior, moves=prior_preserving_move())
    state = _start(task, problem) if before is None else _end(before)
    sampler.run_mcmc(State(**state), steps, skip_initial_state_check=True)
    points = sampler.get_chain()
    return Part(
        points,
        sampler.get_log_prob() + 0.5 * (points**2).sum(axis=-1),
        sampler.get_blobs(),
        sampler.acceptance_fraction,
        sampler.random_state,
    )


def _start(task: Task, problem: Problem) -> dict[str, Any]:
    """Walkers at the likeliest of many prior draws each."""
    walkers = task.calibration.table.walkers
    random = np.random.RandomState(_seed_of(task))
    draws = random.standard_normal((walkers, START_DRAWS, len(problem.names)))
    likely = [[problem.log_likelihood(problem.expected(point)) for point in own] for own in draws]
    coords = draws[np.arange(walkers), np.argmax(likely, axis=1)]
    return {"coords": coords, "random_state": random.get_state()}


def _end(part: Part) -> dict[str, Any]:
    last = part.points[-1]
    log_posterior = part.log_likelihoods[-1] - 0.5 * (last**2).sum(axis=-1)
    return {
        "coords": last,
        "log_prob": log_posterior,
        "blobs": part.expected[-1],
        "random_state": part.random_state,
    }


def _seed_of(task: Task) -> int:
    homes = task.calibration.homes
    own = [task.calibration.table.seed, homes.index(task.acts_on), task.ensemble]
    return int(np.random.SeedSequence(own).generate_state(1)[0])
