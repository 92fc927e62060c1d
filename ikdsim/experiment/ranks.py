"""Which scenario is the best, how sure that is, and whether a package is more than the sum of its parts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.interval import Interval, interval
from ikdsim.scenario.scenario import Scenario


def rank_shares(comparison: Comparison) -> NDArray[np.float64]:
    """Share of the runs (0-1) in which a scenario has a rank, the most activated first; shape (scenarios, ranks).

    Scenarios that are equal in a run share their ranks.
    """
    ends = comparison.at_horizon.sum(axis=2)
    above = (ends[None, :, :] > ends[:, None, :]).sum(axis=1)
    equal = (ends[None, :, :] == ends[:, None, :]).sum(axis=1)
    ranks = np.arange(len(ends))[:, None, None]
    held = (ranks >= above) & (ranks < above + equal)
    return np.asarray((held / equal).mean(axis=2).T)


@dataclass(frozen=True)
class Together:
    """A scenario whose policies are those of several others, none of them twice."""

    whole: int
    parts: tuple[int, ...]
    """Positions in the plan."""
    more_than_sum: Interval
    """Residents that the whole gains more than its parts together, run by run; below 0 they hinder one another."""


def together(comparison: Comparison) -> list[Together]:
    """Every package of `comparison` beside its parts, in the order of the plan."""
    gains = comparison.gains.sum(axis=2)
    found = []
    for whole in comparison.plan.others:
        parts = _parts(whole, comparison)
        if parts:
            found.append(Together(whole, parts, interval(gains[whole] - gains[list(parts)].sum(axis=0))))
    return found


def _parts(whole: int, comparison: Comparison) -> tuple[int, ...]:
    """Positions of scenarios that together have exactly the policies of the one in position `whole`."""
    own = _policies(comparison.scenarios[whole])
    parts, covered = [], frozenset[str]()
    for number in comparison.plan.others:
        policies = _policies(comparison.scenarios[number])
        if policies and policies < own and not policies & covered:
            parts.append(number)
            covered |= policies
    return tuple(parts) if covered == own and len(parts) > 1 else ()


def _policies(scenario: Scenario) -> frozenset[str]:
    """What determines each of its policies, as text."""
    return frozenset(str(policy) for policy in scenario.resolved()["policies"])
