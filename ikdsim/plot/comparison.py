"""Adoption over time under every scenario of a comparison, with the band in which nine runs in ten lie."""

from typing import Final

from matplotlib.figure import Figure

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.interval import band
from ikdsim.language import number, text
from ikdsim.plot.curves import frame_curves, mark_policy_start, mark_table
from ikdsim.plot.labels import LineEnd, label_ends
from ikdsim.plot.style import day_number, drawn, look_of_line, new_figure, write_title

BAND_OPACITY: Final = 0.15


@drawn
def plot_comparison(comparison: Comparison, lang: str) -> Figure:
    """A curve (median) and a band for each scenario; `lang` is "id" or "en"."""
    figure = new_figure(11, 6)
    axes = figure.add_subplot()
    write_title(figure, text("plot.adoption_title", lang, {"region": comparison.region.title[lang]}))
    axes.set_title(text("plot.comparison_bands", lang))
    days = [day_number(when) for when in comparison.dates]
    ends, highest = [], 0.0
    for position, number_of in enumerate(baseline_first(comparison)):
        median, low, high = band(comparison.activated[number_of].sum(axis=2))
        look = look_of_line(position)
        axes.fill_between(days, low, high, color=look["color"], alpha=BAND_OPACITY, linewidth=0)
        axes.plot(days, median, **look)
        name = f"{comparison.scenarios[number_of].title[lang]}: {number(median[-1], lang)}"
        ends.append(LineEnd(name, float(median[-1]), look["color"]))
        highest = max(highest, float(high.max()))
    frame_curves(axes, comparison.dates, highest, comparison.region, lang)
    mark_table(axes, comparison.dates, comparison.region, lang)
    mark_policy_start(axes, comparison.scenarios, lang)
    label_ends(axes, days[-1], ends)
    return figure


def baseline_first(comparison: Comparison) -> list[int]:
    """Positions of the scenarios, the baseline before all others."""
    baseline = comparison.plan.baseline
    return [baseline, *(number for number in range(len(comparison.scenarios)) if number != baseline)]
