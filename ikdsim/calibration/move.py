"""The move of the sampler: preconditioned Crank-Nicolson, which leaves the prior alone (Cotter et al. 2013).

A part of the scores of a point, drawn at random, turns towards new draws of the prior by a random angle. However many
numbers no count depends on, such a move is accepted as often as if they were not there.
"""

from typing import Final

import numpy as np
from emcee.moves import MHMove
from numpy.typing import NDArray

Points = NDArray[np.float64]
PARTS: Final = (0.06, 0.02)
"""Parts of the scores that turn, each as often as the other: few numbers matter at any one point, and which ones
differs, so that a few turned far get further than all turned a little."""
USUAL_TURN: Final = 0.16
"""Sine of the angle by which all scores would turn; a part of them turns further, up to anew."""
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
