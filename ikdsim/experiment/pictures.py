"""The pictures in the folder of a comparison."""

from pathlib import Path

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.interval import band
from ikdsim.language import text
from ikdsim.plot.barriers import plot_barriers
from ikdsim.plot.data import Gains
from ikdsim.plot.gains import plot_gains
from ikdsim.plot.style import save


def draw(comparison: Comparison, folder: Path, lang: str) -> None:
    """Adoption over time, gain by place, and what stands in the way under the baseline; `lang` is "id" or "en"."""
    plan, baseline = comparison.plan, comparison.plan.baseline
    gains = [gains_of(comparison, number, lang) for number in plan.others]
    title = plan.titles(lang)[baseline]
    figures = {
        "adoption": comparison.plot(lang),
        "places": plot_gains(gains, comparison.region.place_names, plan.horizon, lang),
        "barriers": plot_barriers(comparison.barriers_of(baseline), plan.horizon, title, lang),
    }
    for name, figure in figures.items():
        save(figure, folder / f"{text(f'table.picture_{name}', lang)}.png")


def gains_of(comparison: Comparison, number: int, lang: str) -> Gains:
    """Gain of every place under the scenario in position `number`."""
    median, low, high = band(comparison.gains[number])
    return Gains(title=comparison.plan.titles(lang)[number], median=median, low=low, high=high)
