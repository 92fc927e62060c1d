"""The move leaves the prior alone: where nothing is asked of a point, it walks through the prior."""

import numpy as np
import pytest
from emcee import EnsembleSampler

from ikdsim.calibration.move import prior_preserving_move, turned


def test_without_data_everything_is_accepted_and_the_prior_is_left_alone():
    sampler = EnsembleSampler(
        8, 5, lambda point: -0.5 * float(point @ point), moves=prior_preserving_move(), vectorize=False
    )
    start = np.random.RandomState(1).standard_normal((8, 5))
    sampler.random_state = np.random.RandomState(2).get_state()
    sampler.run_mcmc(start, 12000, skip_initial_state_check=True)
    assert sampler.acceptance_fraction == pytest.approx(1.0)
    draws = sampler.get_chain(flat=True)
    assert draws.mean(axis=0) == pytest.approx(0.0, abs=0.15)
    assert draws.std(axis=0) == pytest.approx(1.0, abs=0.1)


def test_data_draw_it_where_they_say():
    """Normal prior and one observation 2 with error 1/2: mean 1.6, variance 0.2."""

    def log_posterior(point):
        return -0.5 * float(point @ point) - 0.5 * ((2.0 - point[0]) / 0.5) ** 2

    sampler = EnsembleSampler(8, 3, log_posterior, moves=prior_preserving_move())
    sampler.random_state = np.random.RandomState(3).get_state()
    sampler.run_mcmc(np.random.RandomState(4).standard_normal((8, 3)), 12000, skip_initial_state_check=True)
    seen = sampler.get_chain(discard=200, flat=True)[:, 0]
    assert (seen.mean(), seen.var()) == (pytest.approx(1.6, abs=0.06), pytest.approx(0.2, abs=0.05))


def test_scores_that_do_not_turn_stay_as_they_are():
    random, points = np.random.RandomState(5), np.ones((2, 400))
    stayed = [(turned(points, random)[0] == 1.0).mean() for _ in range(20)]
    assert (min(stayed), max(stayed)) == (pytest.approx(0.94, abs=0.03), pytest.approx(0.98, abs=0.015))
