"""Which iteration of `mesa.batch_run` is making a model.

Mesa hands a model its parameters, and not the number of the iteration; it has models without a seed in mind, which
come out differently by themselves. A model of ikdsim has a seed, so it must know.
"""

import sys

from mesa.batchrunner import _model_run_func


def iteration_of_batch() -> int:
    """Number of the iteration, from 0; 0 where no batch is run."""
    frame = sys._getframe()
    while frame.f_back is not None:
        frame = frame.f_back
        if frame.f_code is _model_run_func.__code__:
            _, iteration, _ = frame.f_locals["run"]
            return int(iteration)
    return 0
