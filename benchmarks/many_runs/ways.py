"""The same runs done in several ways: a bare loop, a sweep, Mesa's batch_run, the EMA Workbench.

Every way hands back the residents activated at the end of each run, so that nobody is quicker by doing something else.
"""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Final, NamedTuple

from mesa import batch_run

from benchmarks.jobs import BASELINE
from ikdsim import sweep
from ikdsim.experiment.sweep import changed
from ikdsim.model import IkdModel
from ikdsim.result.simulate import run_to_end
from ikdsim.scenario.scenario import Scenario
from ikdsim.setup import Setup

KEY: Final = "decision.weekly"
LEAST_VALUE: Final = 0.01
MOST_VALUE: Final = 0.09


class Experiment(NamedTuple):
    """The baseline with other values of one number, each with every seed."""

    values: tuple[float, ...]
    seeds: tuple[int, ...]
    scale: float

    @property
    def runs(self) -> list[tuple[float, int]]:
        """Value and seed of every run."""
        return list(product(self.values, self.seeds))


Found = dict[tuple[float, int], float]
"""Residents activated at the end, by value and seed."""
Way = Callable[[Experiment, int], Found]
"""Does an experiment with so many processes."""


def experiment(values: int, seeds: int, scale: float = 1.0) -> Experiment:
    """So many values of the weekly decision, evenly spaced, and so many seeds."""
    step = (MOST_VALUE - LEAST_VALUE) / values
    return Experiment(tuple(LEAST_VALUE + step * (k + 1) for k in range(values)), tuple(range(1, seeds + 1)), scale)


def bare_loop(asked: Experiment, processes: int) -> Found:
    """Two loops; the residents of a seed are made once, nothing is kept but what is asked."""
    found = {}
    for seed in asked.seeds:
        first = Setup(BASELINE, seed, asked.scale)
        for value in asked.values:
            result = run_to_end(IkdModel(first.under(_scenario(value))))
            found[value, seed] = float(result.activated[-1])
    return found


def ikdsim_sweep(asked: Experiment, processes: int) -> Found:
    """`ikdsim.sweep`."""
    rows = sweep(BASELINE, {KEY: asked.values}, asked.seeds, scale=asked.scale, jobs=processes)
    return dict(zip(zip(rows[KEY], rows["seed"], strict=True), rows["activated"], strict=True))


def mesa_batch_run(asked: Experiment, processes: int) -> Found:
    """`mesa.batch_run` over IkdModel."""
    scenarios = [_scenario(value) for value in asked.values]
    asked_of_mesa = {"scenario": scenarios, "seed": list(asked.seeds), "scale": [asked.scale]}
    rows = batch_run(IkdModel, asked_of_mesa, number_processes=processes, display_progress=False)
    return {(row["scenario"].parameters[KEY], row["seed"]): float(row["activated"]) for row in rows}


def ema_workbench(asked: Experiment, processes: int) -> Found:
    """The evaluators of the EMA Workbench, over a function that runs the model once."""
    import ema_workbench as ema  # noqa: PLC0415  (a peer, and slow to load)

    model = ema.Model("ikdsim", function=_one_run)
    model.uncertainties = [ema.RealParameter("value", 0.0, MOST_VALUE), ema.IntegerParameter("seed", 1, 10**6)]
    model.constants = [ema.Constant("scale", asked.scale)]
    model.outcomes = [ema.ScalarOutcome("activated")]
    runs = [ema.Scenario(f"{value} {seed}", value=value, seed=seed) for value, seed in asked.runs]
    evaluator = ema.MultiprocessingEvaluator(model, processes) if processes > 1 else ema.SequentialEvaluator(model)
    with evaluator:
        rows, outcomes = evaluator.perform_experiments(runs)
    named = zip(rows["value"].tolist(), rows["seed"].astype(int).tolist(), strict=True)
    return dict(zip(named, outcomes["activated"].tolist(), strict=True))


def alike(found: Sequence[Found]) -> bool:
    """Whether all ways came to the same residents in every run."""
    return all(one == found[0] for one in found)


def _one_run(value: float, seed: int, scale: float) -> dict[str, float]:
    result = run_to_end(IkdModel(_scenario(value), seed, scale))
    return {"activated": float(result.activated[-1])}


def _scenario(value: float) -> Scenario:
    return changed(BASELINE, {KEY: value})


WAYS: Final[dict[str, tuple[Way, int]]] = {
    "a bare loop": (bare_loop, 1),
    "ikdsim.sweep": (ikdsim_sweep, 1),
    "ikdsim.sweep, two processes": (ikdsim_sweep, 2),
    "mesa.batch_run": (mesa_batch_run, 1),
    "mesa.batch_run, two processes": (mesa_batch_run, 2),
    "EMA Workbench": (ema_workbench, 1),
    "EMA Workbench, two processes": (ema_workbench, 2),
}
"""Each way and its processes, the one that others are compared with first."""
