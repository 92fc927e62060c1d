"""The pictures in the folder of a comparison."""

from pathlib import Path

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.interval import band
from ikdsim.plot.barriers import plot_barriers
from ikdsim.plot.data import Gains
from ikdsim.plot.gains import plot_gains
from ikdsim.plot.style import save


def draw(comparison: Comparison, folder: Path, lang: str) -> None:
    """Adoption over time, gain by place, and what stands in the way under the baseline; `lang` is "id" or "en"."""
    plan, baseline = comparison.plan, comparison.plan.baseline
    gains = [gains_of(comparison, number, lang) for number in plan.others]
    title = plan.titles(lang)[baseline]
    save(comparison.plot(lang), folder / "comparison.png")
    save(plot_gains(gains, comparison.region.place_names, plan.horizon, lang), folder / "gains.png")
    save(plot_barriers(comparison.barriers_of(baseline), plan.horizon, title, lang), folder / "barriers.png")


def gains_of(comparison: Comparison, number: int, lang: str) -> Gains:
    """Gain of every place under the scenario in position `number`."""
    median, low, high = band(comparison.gains[number])
    return Gains(title=comparison.plan.titles(lang)[number], median=median, low=low, high=high)
