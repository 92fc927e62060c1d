"""Adoption over time in single runs, beside the one day on which it was counted."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from ikdsim.language import number, text
from ikdsim.plot.curves import frame_curves, mark_policy_start, mark_table
from ikdsim.plot.labels import LineEnd, label_ends
from ikdsim.plot.style import day_number, drawn, look_of_line, new_figure, write_title
from ikdsim.result.run_result import RunResult


@drawn
def plot_adoption(results: Sequence[RunResult], lang: str) -> Figure:
    """A curve of activated residents for each of `results`, which share region and weeks; `lang` is "id" or "en"."""
    figure = new_figure(10, 5.5)
    axes = figure.add_subplot()
    write_title(figure, text("plot.adoption_title", lang, {"region": results[0].region.title[lang]}))
    dates, ends = results[0].dates, []
    for position, result in enumerate(results):
        look = look_of_line(position)
        axes.plot([day_number(when) for when in dates], result.activated, **look)
        last = float(result.activated[-1])
        ends.append(LineEnd(f"{result.scenario.title[lang]}: {number(last, lang)}", last, look["color"]))
    frame_curves(axes, dates, max(result.activated.max() for result in results), results[0].region, lang)
    mark_table(axes, dates, results[0].region, lang)
    mark_policy_start(axes, [result.scenario for result in results], lang)
    label_ends(axes, day_number(dates[-1]), ends)
    return figure
