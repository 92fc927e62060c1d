"""The agents check what the twin found, with the numbers of single draws."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from ikdsim.calibration import agents
from ikdsim.calibration.agents import agents_at, check_by_agents
from ikdsim.calibration.ensemble import problem_of
from ikdsim.calibration.posterior import Posterior
from ikdsim.calibration.problem import Problem


def posterior_at(problem: Problem) -> Posterior:
    shape = (4, 2, 1)
    return Posterior(problem, np.zeros((*shape, len(problem.names))), np.zeros(shape), np.ones((*shape, 9)), 0.3)


@pytest.mark.slow
def test_agents_come_near_what_the_twin_expects(calibration):
    problem = problem_of(calibration, "demand")
    point = np.zeros(len(problem.names))
    counts = agents_at(calibration, "demand", point)
    assert sum(counts) == pytest.approx(problem.expected(point).sum(), rel=0.15)


def test_a_draw_is_checked_once(calibration, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(agents, "agents_at", lambda calibration, home, point: asked.append(home) or [1.0] * 9)
    posterior = posterior_at(problem_of(calibration, "demand"))
    with ThreadPoolExecutor(1) as executor:
        first = check_by_agents(posterior, calibration, tmp_path, executor)
        again = check_by_agents(posterior, calibration, tmp_path, executor)
    assert asked == ["demand"]
    assert first.shape == (1, 9)
    assert np.array_equal(first, again)


def test_rows_that_are_read_otherwise_are_not_checked(calibration, tmp_path):
    problem = problem_of(calibration, "demand")
    other = Problem(problem.twin, problem.prior, "demand", "B1")
    with ThreadPoolExecutor(1) as executor:
        assert check_by_agents(posterior_at(other), calibration, tmp_path, executor).shape == (0, 9)
