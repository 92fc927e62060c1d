"""A comparison: what each scenario brings over the baseline, run by run.

Runs are paired by seed: the gain of a run is the difference from the baseline's run with the same people, the same luck
and the same numbers. Intervals hold what differs between runs: chance, and the numbers if they are drawn.
"""

import textwrap
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ikdsim.clock import DAYS_PER_YEAR, sunday_of, week_of
from ikdsim.experiment.interval import UNKNOWN, Interval, band, interval
from ikdsim.experiment.ledger import Failure
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.run_summary import years_of
from ikdsim.experiment.settings import Setting
from ikdsim.observe.barriers import BARRIERS
from ikdsim.plot.data import Curve
from ikdsim.region.places import URBAN
from ikdsim.region.region import Region
from ikdsim.result.beside_cost import BESIDE_COST
from ikdsim.result.curves import backdrop_of, curve_of
from ikdsim.result.taken import TAKEN
from ikdsim.scenario.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_SHOWN: Final = 300
"""Characters of scenarios in what Python shows of a comparison."""


@dataclass(frozen=True)
class Comparison:
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

    def __repr__(self) -> str:
        seeds, weeks = self.plan.seeds, f"{len(self.dates)} weeks to {self.dates[-1]}"
        what = f"{len(self.scenarios)} scenarios in {self.region.name}, seeds {seeds[0]} to {seeds[-1]}, {weeks}"
        medians = [
            f"{scenario.name} {self.total(number).median:,.0f}" for number, scenario in enumerate(self.scenarios)
        ]
        ends = textwrap.shorten(", ".join(medians), MOST_SHOWN, placeholder=" ...")
        return f"<Comparison of {what}: residents activated at the end (median) {ends}>"

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

    def extra_beside_cost(self, number: int) -> NDArray[np.float64]:
        """Rupiah more than in the baseline's run of the same seed, median of the runs, in the order of BESIDE_COST."""
        return np.asarray(np.median(self.beside_cost[number] - self.beside_cost[self.plan.baseline], axis=0))

    def total(self, number: int) -> Interval:
        """Activated residents of the region at the horizon."""
        return interval(self.at_horizon[number].sum(axis=1))

    def gain(self, number: int) -> Interval:
        """Gain of the region at the horizon."""
        return interval(self.gains[number].sum(axis=1))

    def probability_of_gain(self, number: int) -> float:
        """Share of the runs with more activated residents than the baseline, 0-1."""
        return float(np.mean(self.gains[number].sum(axis=1) > 0))

    def rupiah_per_extra_activation(self, number: int) -> Interval | None:
        """Extra cost for each resident gained, run by run; None unless nearly all runs gain, and all at a cost."""
        gain, cost = self.gains[number].sum(axis=1), self.extra_cost[number]
        if interval(gain).low <= 0 or cost.min() <= 0:
            return None
        each = interval(gain / cost)  # the other way round, so that a run without a gain divides by nothing
        return Interval(1 / each.median, 1 / each.high, 1 / each.low) if each.low > 0 else None

    def gap_urban_rural(self, number: int) -> float:
        """Activated share of urban residents less that of rural ones at the horizon, median of the runs."""
        urban = np.array([place.kind == URBAN for place in self.region.places])
        residents = np.array([place.residents for place in self.region.places])
        shares = [self.at_horizon[number][:, of].sum(axis=1) / residents[of].sum() for of in (urban, ~urban)]
        return float(np.median(shares[0] - shares[1]))

    def target_date(self, number: int, residents: float | None = None) -> date | None:
        """Last day of the first week in which the median over runs reaches the target, or so many `residents`.

        None if it does not within the horizon.
        """
        median = np.median(self.curves(number), axis=0)
        reached = np.flatnonzero(median >= (self.region.target if residents is None else residents))
        return self.dates[int(reached[0])] if len(reached) else None

    def curves(self, number: int) -> NDArray[np.float64]:
        """Activated residents of the region; shape (runs, weeks)."""
        return np.asarray(self.activated[number].sum(axis=2))

    def barriers_of(self, number: int) -> dict[str, float]:
        """Residents at each barrier at the horizon, mean of the runs, so that barriers add up to those without IKD."""
        means = self.barriers[number].sum(axis=1).mean(axis=0)
        return dict(zip(BARRIERS, means.tolist(), strict=True))

    def document(self) -> dict[str, Any]:
        """The comparison as one JSON document."""
        return {
            "baseline": self.scenarios[self.plan.baseline].name,
            "runs": len(self.plan.seeds),
            "seed": self.plan.first_seed,
            "horizon": self.plan.horizon.isoformat(),
            "scenarios": [self._scenario(number) for number in range(len(self.scenarios))],
            "uncertainty": self.plan.uncertainty,
            "settings": [self._setting(position, name) for position, name in enumerate(self.plan.settings)],
        }

    def to_frame(self) -> pd.DataFrame:
        """One row a scenario, columns as in `document`, without the places."""
        rows = [{**self._scenario(number), "places": None} for number in range(len(self.scenarios))]
        return pd.json_normalize(rows, sep="_").drop(columns="places")

    def to_xarray(self) -> Any:
        """The table of `to_frame` as an xarray.Dataset by scenario name; needs the extra "research"."""
        return self.to_frame().set_index("name").to_xarray()

    def plot(self, lang: str = "en") -> "Figure":
        """The curves of all scenarios from the earliest policy on, in a matplotlib figure in `lang` ("id" or "en")."""
        from ikdsim.plot.adoption import plot_adoption  # noqa: PLC0415  (matplotlib is slow to load)

        numbers = (self.plan.baseline, *self.plan.others)
        curves = [self._curve(number, self.curves(number), lang) for number in numbers]
        dates = self.dates_of_policies
        backdrop = replace(backdrop_of(self.region, dates, lang), from_zero=dates[0] == self.dates[0])
        return plot_adoption(curves, backdrop, lang)

    def gain_curve(self, number: int, lang: str) -> Curve:
        """Gain at the end of each week from the earliest policy on."""
        return self._curve(number, self.curves(number) - self.curves(self.plan.baseline), lang)

    @property
    def dates_of_policies(self) -> list[date]:
        """Last day of each week from a quarter before the earliest policy on; of all weeks without a policy."""
        starts = [policy.start for scenario in self.scenarios for policy in scenario.policies]
        first = min(starts, default=self.dates[0]) - timedelta(days=DAYS_PER_YEAR / 4)
        return [when for when in self.dates if when >= first]

    def _curve(self, number: int, values: NDArray[np.float64], lang: str) -> Curve:
        """Median and band of `values`, shape (runs, weeks), in the weeks of the policies."""
        median, low, high = band(values[:, -len(self.dates_of_policies) :])
        curve = curve_of(self.scenarios[number], lang, median, (low, high) if len(values) > 1 else None)
        return replace(curve, title=self.plan.titles(lang)[number])

    def _scenario(self, number: int) -> dict[str, Any]:
        target_date = self.target_date(number)
        probability = {"probability_positive": self.probability_of_gain(number)}
        return {
            "name": self.scenarios[number].name,
            "activated": self.total(number).document(),
            "gain": self.gain(number).document() | probability,
            "cost_rupiah": float(np.median(self.cost[number])),
            "beside_cost_rupiah": dict(
                zip(BESIDE_COST, np.median(self.beside_cost[number], axis=0).tolist(), strict=True)
            ),
            "rupiah_per_extra_activation": (self.rupiah_per_extra_activation(number) or UNKNOWN).document(),
            "gap_urban_rural": self.gap_urban_rural(number),
            "target_date": target_date.isoformat() if target_date else None,
            "taken_from_others": self._taken(number),
            "places": self._places(number),
        }

    def _taken(self, number: int) -> dict[str, dict[str, float | None]]:
        return {name: interval(self.extra_taken[number, :, row]).document() for row, name in enumerate(TAKEN)}

    def _setting(self, position: int, setting: Setting) -> dict[str, Any]:
        names = [scenario.name for scenario in self.scenarios]
        return {
            "name": setting.name,
            "parameters": setting.numbers(self.scenarios[self.plan.baseline]),
            "activated": dict(zip(names, _known(self.expected[:, position, -1]), strict=True)),
            "gains": dict(zip(names, _known(self.expected_gains[:, position]), strict=True)),
        }

    def _places(self, number: int) -> list[dict[str, Any]]:
        activated = np.median(self.at_horizon[number], axis=0)
        gains = np.median(self.gains[number], axis=0)
        return [
            {"name": place.name, "activated": float(activated[row]), "gain": float(gains[row])}
            for row, place in enumerate(self.region.places)
        ]


def _known(values: NDArray[np.float64]) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]
