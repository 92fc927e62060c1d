"""The move of the sampler: preconditioned Crank-Nicolson, which leaves the prior alone (Cotter et al. 2013).

All scores of a point, or a part of them drawn at random, turn towards new draws of the prior by a random angle. However
many numbers no count depends on, such a move is accepted as often as if they were not there.
"""

from typing import Final

import numpy as np
from emcee.moves import MHMove
from numpy.typing import NDArray

Points = NDArray[np.float64]
PARTS: Final = (1.0, 0.25, 0.06)
"""Parts of the scores that turn, each as often as the others."""
USUAL_TURN: Final = 0.11
"""Sine of the angle by which all scores turn; fewer turn further, up to anew."""
SPREAD: Final = 0.7
"""Of the logarithm of the sine."""


def turned(
    points: NDArray[np.float64], random: np.random.RandomState
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Proposals for `points`, shape (walkers, scores), and the logarithms of how much likelier the way back is."""
    walkers, scores = points.shape
    part = PARTS[random.randint(len(PARTS))]
    turns = random.random_sample(points.shape) < part
    sine = np.minimum(USUAL_TURN / np.sqrt(part) * np.exp(SPREAD * random.standard_normal((walkers, 1))), 1.0)
    anew = random.standard_normal((walkers, scores))
    proposed = np.where(turns, np.sqrt(1.0 - sine**2) * points + sine * anew, points)
    return proposed, 0.5 * ((proposed**2).sum(axis=1) - (points**2).sum(axis=1))


def prior_preserving_move() -> MHMove:
    """The move for `emcee.EnsembleSampler`."""
    return MHMove(turned)
