"""Simulate: one run of one scenario, from its first to its last week."""

import time
from collections.abc import Callable
from datetime import date

from ikdsim.model import IkdModel
from ikdsim.result.collect import collect
from ikdsim.result.run_result import RunResult
from ikdsim.scenario.scenario import Scenario

Progress = Callable[[int, int], None]
"""Hears the weeks done and the weeks in all."""


def run(
    scenario: Scenario,
    seed: int = 1,
    until: date | None = None,
    scale: float = 1.0,
    engine: str = "columns",
    progress: Progress | None = None,
) -> RunResult:
    """Run `scenario` to its end, or through the week that holds `until`.

    One agent stands for `scale` residents. Raises BadInput if `until` lies outside the scenario.
    """
    return run_to_end(IkdModel(scenario.until(until), seed, scale, engine), progress)


def run_to_end(model: IkdModel, progress: Progress | None = None) -> RunResult:
    """Run the weeks that are left of `model`, and collect its result."""
    began = time.perf_counter()
    weeks = model.last_week - model.first_week + 1
    while model.week < model.last_week:
        model.step()
        if progress is not None:
            progress(model.week - model.first_week + 1, weeks)
    return collect(model, time.perf_counter() - began)
