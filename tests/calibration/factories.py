"""Builders for calibrations: Babelan until the table, with few residents, and a quick twin of it."""

from datetime import date
from functools import cache
from pathlib import Path

import numpy as np

from ikdsim.calibration.posterior import Posterior
from ikdsim.calibration.priors import possible_numbers
from ikdsim.calibration.problem import Problem
from ikdsim.calibration.quick_twin import QuickTwin
from ikdsim.region.region import SUPPLY
from ikdsim.scenario.scenario import Scenario
from ikdsim.setup import Setup
from tests.factories import shipped

TABLE = date(2025, 1, 17)
FEW = 20.0
"""Scale at which people are made quickly and places still have hundreds."""


def until_table() -> Scenario:
    return shipped("baseline").until(TABLE)


@cache
def quick_twin() -> QuickTwin:
    return QuickTwin(Setup(until_table(), 1, FEW), sample=128)


COARSE = "scale = 50.0\nwalkers = 2\nwarm_up = 2\nsteps = 10\nagent_runs = 1\n"
"""Of a calibration file: done in seconds, and far from converged."""
BASELINE_FILE = Path(__file__).parents[2] / "scenarios" / "babelan" / "baseline.toml"


def calibration_file(folder: Path, words: str = f'acts_on = "demand"\n{COARSE}') -> Path:
    path = folder / "calibrate.toml"
    path.write_text(f'scenario = "{BASELINE_FILE.as_posix()}"\n{words}')
    return path


def made_posterior(walkers: int = 4, steps: int = 200) -> Posterior:
    """A posterior that is the prior, from which draws are taken at random."""
    problem = Problem(quick_twin(), possible_numbers(quick_twin().setup.region), SUPPLY, "C")
    random = np.random.default_rng(5)
    points = random.standard_normal((4, steps, walkers, len(problem.names)))
    counts = np.array([place.activated for place in problem.region.places])
    expected = counts * np.exp(0.1 * random.standard_normal((4, steps, walkers, len(counts))))
    return Posterior(problem, points, random.standard_normal((4, steps, walkers)), expected, accepted=0.3)
