"""The pictures in the folder of a comparison."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
from matplotlib.figure import Figure

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.equity import PAIRS, gaps_of, shares_of
from ikdsim.experiment.interval import band, band_of_known
from ikdsim.experiment.money import efficient
from ikdsim.experiment.readable import place_label
from ikdsim.experiment.run_summary import SPANS
from ikdsim.language import text
from ikdsim.observe.barriers import BARRIERS
from ikdsim.plot.barrier_changes import plot_barrier_changes
from ikdsim.plot.barriers import plot_barriers
from ikdsim.plot.capacity import plot_capacity
from ikdsim.plot.cost import plot_cost
from ikdsim.plot.data import Gains, Pair, Price, Steps
from ikdsim.plot.equity import plot_equity
from ikdsim.plot.gain_curves import plot_gain_curves
from ikdsim.plot.gains import plot_gains
from ikdsim.plot.intervals import plot_intervals
from ikdsim.plot.style import save
from ikdsim.service.kinds import KINDS


def draw(comparison: Comparison, folder: Path, lang: str) -> None:
    """Draw PICTURES into `folder`, and those of gains if there are any, named and labelled in `lang` ("id" or "en")."""
    pictures = {**PICTURES, **PICTURES_OF_GAINS} if comparison.plan.others else PICTURES
    for name, picture in pictures.items():
        save(picture(comparison, lang), folder / f"{text(f'table.picture_{name}', lang)}.png")


def _adoption(comparison: Comparison, lang: str) -> Figure:
    return comparison.plot(lang)


def _gain_curves(comparison: Comparison, lang: str) -> Figure:
    curves = [comparison.gain_curve(number, lang) for number in comparison.plan.others]
    return plot_gain_curves(curves, comparison.dates_of_policies, _baseline(comparison, lang), lang)


def _gains(comparison: Comparison, lang: str) -> Figure:
    titles = comparison.plan.titles(lang)
    gains = {titles[number]: comparison.gain(number) for number in comparison.plan.others}
    return plot_intervals(gains, _baseline(comparison, lang), comparison.plan.horizon, len(comparison.plan.seeds), lang)


def _places(comparison: Comparison, lang: str) -> Figure:
    places = [place_label(place, lang) for place in comparison.region.places]
    gains = [gains_of(comparison, number, lang) for number in comparison.plan.others]
    return plot_gains(gains, places, comparison.plan.horizon, len(comparison.plan.seeds), lang)


def gains_of(comparison: Comparison, number: int, lang: str) -> Gains:
    """Gain of every place under the scenario in position `number`."""
    median, low, high = band(comparison.gains[number])
    return Gains(title=comparison.plan.titles(lang)[number], median=median, low=low, high=high)


def _cost(comparison: Comparison, lang: str) -> Figure:
    titles = comparison.plan.titles(lang)
    costs = np.median(comparison.extra_cost, axis=1)
    prices = [
        Price(title=titles[number], cost=float(costs[number]), gain=comparison.gain(number))
        for number in comparison.plan.others
    ]
    edge = [titles[number] for number in efficient(comparison)]
    return plot_cost(prices, edge, comparison.plan.horizon, lang)


def _equity(comparison: Comparison, lang: str) -> Figure:
    numbers = [comparison.plan.baseline, *comparison.plan.others]
    shares = [shares_of(comparison, number, "adults") for number in numbers]
    gaps = [gaps_of(comparison, number, "adults") for number in numbers]
    pairs = [
        Pair(
            title=text(f"group.{by}", lang),
            ahead=text(f"group.{ahead}", lang),
            behind=text(f"group.{behind}", lang),
            shares=[(float(np.median(of[by, ahead])), float(np.median(of[by, behind]))) for of in shares],
            gaps=[float(np.median(of[by].difference)) for of in gaps],
        )
        for by, (ahead, behind) in PAIRS.items()
    ]
    titles = comparison.plan.titles(lang)
    return plot_equity(pairs, [titles[number] for number in numbers], comparison.plan.horizon, lang)


def _barriers(comparison: Comparison, lang: str) -> Figure:
    counts = comparison.barriers_of(comparison.plan.baseline)
    return plot_barriers(counts, comparison.plan.horizon, _baseline(comparison, lang), lang)


def _barrier_changes(comparison: Comparison, lang: str) -> Figure:
    plan, titles = comparison.plan, comparison.plan.titles(lang)
    before, users = (
        comparison.barriers_of(plan.baseline),
        float(comparison.at_horizon[plan.baseline].sum(axis=1).mean()),
    )
    after = {titles[number]: comparison.barriers_of(number) for number in plan.others}
    steps = [
        Steps(title=title, before=users, fewer=[before[barrier] - left[barrier] for barrier in BARRIERS])
        for title, left in after.items()
    ]
    return plot_barrier_changes(steps, [text(f"barrier.{name}", lang) for name in BARRIERS], plan.horizon, lang)


def _capacity(comparison: Comparison, lang: str) -> Figure:
    numbers = [comparison.plan.baseline, *comparison.plan.others]
    by_run = comparison.share_used[numbers][..., SPANS.index("last_year")].swapaxes(0, 1)
    shares, _, _ = band_of_known(by_run)
    titles = comparison.plan.titles(lang)
    services = [text(f"channel.{kind}", lang) for kind in KINDS]
    return plot_capacity(shares, [titles[number] for number in numbers], services, lang)


def _baseline(comparison: Comparison, lang: str) -> str:
    return comparison.plan.titles(lang)[comparison.plan.baseline]


PICTURES: Final[Mapping[str, Callable[[Comparison, str], Figure]]] = MappingProxyType(
    {
        "adoption": _adoption,
        "equity": _equity,
        "barriers": _barriers,
        "capacity": _capacity,
    }
)
"""By what their files are called in data/text/table.toml."""
PICTURES_OF_GAINS: Final[Mapping[str, Callable[[Comparison, str], Figure]]] = MappingProxyType(
    {
        "gain_curves": _gain_curves,
        "gains": _gains,
        "places": _places,
        "cost": _cost,
        "barrier_changes": _barrier_changes,
    }
)
