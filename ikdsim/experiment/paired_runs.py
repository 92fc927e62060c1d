"""Runs in pairs: what every run of a plan left, and how it differs from the baseline's run of the same seed.

The difference of a pair is one of policy alone: same people, same luck, same numbers.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import sunday_of, week_of
from ikdsim.experiment.interval import Interval, interval
from ikdsim.experiment.ledger import Failure
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import years_of
from ikdsim.observe.barriers import BARRIERS
from ikdsim.region.region import Region
from ikdsim.scenario.scenario import Scenario

LEAST_GAIN: Final = 100.0
"""Residents: of a smaller gain no other can be told as so many times it."""


@dataclass(frozen=True)
class PairedRuns:
    """All runs of a plan; counts are residents. Scenarios are addressed by their position in the plan."""

    plan: Plan
    """Its seeds are those of which every run was done."""
    failures: tuple[Failure, ...]
    """Runs that failed: their seeds are left out."""
    region: Region
    activated: NDArray[np.float64]
    """Shape (scenarios, runs, weeks, places)."""
    barriers: NDArray[np.float64]
    """At the horizon, in the order of BARRIERS; shape (scenarios, runs, places, barriers)."""
    groups: NDArray[np.float32]
    """At the horizon, in the order of GROUP_NAMES and COUNTED; shape (scenarios, runs, places, groups, counted)."""
    minutes: NDArray[np.float64]
    """Officer minutes left for IKD and used, by kind of service; shape (scenarios, runs, kinds, SPANS, 2)."""
    full: NDArray[np.bool_]
    """Whether a kind of service is full in a calendar year; shape (scenarios, runs, kinds, years)."""
    cost_items: tuple[str, ...]
    """What was paid for in any of the runs."""
    cost_by_item: NDArray[np.float64]
    """Rupiah by calendar year; shape (scenarios, runs, items, years)."""
    taken: NDArray[np.float64]
    """What others go without over the whole run, in the order of TAKEN; shape (scenarios, runs, TAKEN)."""
    beside_cost: NDArray[np.float64]
    """Rupiah over the whole run that are no cost of the office; shape (scenarios, runs, BESIDE_COST)."""
    expected: NDArray[np.float64]
    """What the twin expects to be activated under each setting, first seed; shape (scenarios, settings, weeks)."""

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios in their order."""
        return self.plan.scenarios

    @property
    def dates(self) -> list[date]:
        """Last day of each week."""
        first = week_of(self.plan.scenarios[0].start)
        return [sunday_of(first + index) for index in range(self.activated.shape[2])]

    @property
    def years(self) -> range:
        """Calendar years of the runs."""
        return years_of(week_of(self.scenarios[0].start), week_of(self.plan.horizon))

    @property
    def at_horizon(self) -> NDArray[np.float64]:
        """Activated residents in the last week; shape (scenarios, runs, places)."""
        return self.activated[:, :, -1, :]

    @property
    def cost(self) -> NDArray[np.float64]:
        """Rupiah over the whole run; shape (scenarios, runs)."""
        return np.asarray(self.cost_by_item.sum(axis=(2, 3)))

    @property
    def gains(self) -> NDArray[np.float64]:
        """Activated more than in the baseline's run of the same seed; shape (scenarios, runs, places)."""
        return np.asarray(self.at_horizon - self.at_horizon[self.plan.baseline])

    @property
    def extra_cost(self) -> NDArray[np.float64]:
        """Rupiah more than in the baseline's run of the same seed; shape (scenarios, runs)."""
        return np.asarray(self.cost - self.cost[self.plan.baseline])

    @property
    def extra_taken(self) -> NDArray[np.float64]:
        """What others go without, more than in the baseline's run of the same seed; shape (scenarios, runs, TAKEN)."""
        return np.asarray(self.taken - self.taken[self.plan.baseline])

    @property
    def share_used(self) -> NDArray[np.float64]:
        """Minutes used for IKD as a share of those left for it, NaN without any; (scenarios, runs, kinds, SPANS)."""
        given, used = self.minutes[..., 0], self.minutes[..., 1]
        return np.asarray(np.divide(used, given, out=np.full(given.shape, np.nan), where=given > 0))

    @property
    def expected_gains(self) -> NDArray[np.float64]:
        """More than under the baseline in the same setting, at the horizon; shape (scenarios, settings).

        NaN for a scenario that the twin cannot follow.
        """
        at_horizon = self.expected[:, :, -1]
        return np.asarray(at_horizon - at_horizon[self.plan.baseline])

    @property
    def factors(self) -> NDArray[np.float64]:
        """Expected gains over those of today's numbers, the first setting; shape (scenarios, settings).

        NaN for a scenario that the twin cannot follow, or that gains and loses less than LEAST_GAIN today.
        """
        gains, today = self.expected_gains, self.expected_gains[:, :1]
        return np.asarray(np.divide(gains, today, out=np.full(gains.shape, np.nan), where=np.abs(today) >= LEAST_GAIN))

    def extra_beside_cost(self, number: int) -> NDArray[np.float64]:
        """Rupiah more than in the baseline's run of the same seed, median of the runs, in the order of BESIDE_COST."""
        return np.asarray(np.median(self.beside_cost[number] - self.beside_cost[self.plan.baseline], axis=0))

    def gain(self, number: int) -> Interval:
        """Gain of the region at the horizon."""
        return interval(self.gains[number].sum(axis=1))

    def curves(self, number: int) -> NDArray[np.float64]:
        """Activated residents of the region; shape (runs, weeks)."""
        return np.asarray(self.activated[number].sum(axis=2))

    def barriers_of(self, number: int) -> dict[str, float]:
        """Residents at each barrier at the horizon, mean of the runs, so that barriers add up to those without IKD."""
        means = self.barriers[number].sum(axis=1).mean(axis=0)
        return dict(zip(BARRIERS, means.tolist(), strict=True))
