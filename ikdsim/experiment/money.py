"""What money buys: plans as they are, with their own costs. Nothing is said of half a plan, or of a plan twice."""

import numpy as np

from ikdsim.experiment.paired_runs import PairedRuns


def efficient(runs: PairedRuns) -> list[int]:
    """Positions of the scenarios that no cheaper one outdoes, by rising extra cost; medians of the runs.

    Only scenarios with a gain in nearly all runs are among them; the baseline itself is not.
    """
    edge: list[int] = []
    gains = {number: runs.gain(number).median for number in _gaining(runs)}
    for number in sorted(gains, key=lambda number: (_extra_cost(runs, number), -gains[number])):
        if not edge or gains[number] > gains[edge[-1]]:
            edge.append(number)
    return edge


def best_within(runs: PairedRuns, rupiah: float) -> int | None:
    """Position of the scenario that gains most of those that cost at most so many `rupiah` more than the baseline.

    None if none gains at that price.
    """
    affordable = [number for number in efficient(runs) if _extra_cost(runs, number) <= rupiah]
    return affordable[-1] if affordable else None


def _gaining(runs: PairedRuns) -> list[int]:
    return [number for number in runs.plan.others if runs.gain(number).low > 0]


def _extra_cost(runs: PairedRuns, number: int) -> float:
    return float(np.median(runs.extra_cost[number]))
