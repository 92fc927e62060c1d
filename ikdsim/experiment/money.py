"""What money buys: plans as they are, with their own costs. Nothing is said of half a plan, or of a plan twice."""

from typing import NamedTuple

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


class Within(NamedTuple):
    """A scenario beside a sum of money."""

    scenario: str
    gain_median: float
    gain_low: float
    gain_high: float
    extra_cost_rupiah: float
    """Median of the runs."""
    fits: bool
    """Whether the money is enough for that."""
    runs_within: int
    """In how many of the `runs` it is enough."""
    runs: int
    short_rupiah: float


def within(runs: PairedRuns, rupiah: float) -> list[Within]:
    """Every scenario but the baseline beside so many `rupiah`: those that they pay for first, by median gain."""
    found = [_within(runs, number, rupiah) for number in runs.plan.others]
    return sorted(found, key=lambda plan: (not plan.fits, -plan.gain_median))


def _within(runs: PairedRuns, number: int, rupiah: float) -> Within:
    extra, costs = _extra_cost(runs, number), runs.extra_cost[number]
    enough = int(np.sum(costs <= rupiah))
    short = max(0.0, extra - rupiah)
    return Within(runs.scenarios[number].name, *runs.gain(number), extra, extra <= rupiah, enough, len(costs), short)
