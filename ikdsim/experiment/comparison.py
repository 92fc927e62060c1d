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

from ikdsim.clock import DAYS_PER_YEAR
from ikdsim.experiment.equity import Gaps, gaps_of
from ikdsim.experiment.interval import UNKNOWN, Interval, band, interval
from ikdsim.experiment.money import best_within, within
from ikdsim.experiment.paired_runs import PairedRuns
from ikdsim.experiment.settings import Setting
from ikdsim.plot.data import Curve
from ikdsim.region.places import URBAN
from ikdsim.result.beside_cost import BESIDE_COST
from ikdsim.result.curves import backdrop_of, curve_of
from ikdsim.result.taken import TAKEN

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_SHOWN: Final = 300
"""Characters of scenarios in what Python shows of a comparison."""


@dataclass(frozen=True)
class Comparison(PairedRuns):
    """What the runs of a plan say together."""

    def __repr__(self) -> str:
        seeds, weeks = self.plan.seeds, f"{len(self.dates)} weeks to {self.dates[-1]}"
        what = f"{len(self.scenarios)} scenarios in {self.region.name}, seeds {seeds[0]} to {seeds[-1]}, {weeks}"
        medians = [
            f"{scenario.name} {self.total(number).median:,.0f}" for number, scenario in enumerate(self.scenarios)
        ]
        ends = textwrap.shorten(", ".join(medians), MOST_SHOWN, placeholder=" ...")
        return f"<Comparison of {what}: residents activated at the end (median) {ends}>"

    def total(self, number: int) -> Interval:
        """Activated residents of the region at the horizon."""
        return interval(self.at_horizon[number].sum(axis=1))

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

    def best_within(self, rupiah: float) -> int | None:
        """Position of the scenario that gains most at that much extra cost, see money.py; None if none does."""
        return best_within(self, rupiah)

    def within(self, rupiah: float) -> pd.DataFrame:
        """What so many `rupiah` over the whole run do: one row a scenario, see `Within` of money.py."""
        return pd.DataFrame(within(self, rupiah))

    def gaps(self, number: int, base: str) -> dict[str, Gaps]:
        """Gaps between groups by "residents", "recorded" or "adults", see equity.py."""
        return gaps_of(self, number, base)

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
            "numbers": setting.numbers(self.scenarios[self.plan.baseline]),
            "activated": dict(zip(names, _known(self.expected[:, position, -1]), strict=True)),
            "gains": dict(zip(names, _known(self.expected_gains[:, position]), strict=True)),
            "factors": dict(zip(names, _known(self.factors[:, position]), strict=True)),
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
