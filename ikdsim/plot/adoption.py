"""Adoption over time, in single runs or in many, beside the one day on which it was counted."""

from collections.abc import Sequence
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ikdsim.language import day, number, text
from ikdsim.plot.curves import frame_curves, mark_policy_starts, mark_table, starts_of
from ikdsim.plot.data import Backdrop, Curve
from ikdsim.plot.labels import LineEnd, label_ends
from ikdsim.plot.style import day_number, drawn, look_of_line, new_figure, wrapped, write_title

SIZE: Final = (10, 5.5)
"""Inches."""
SIZE_WITH_BANDS: Final = (11, 6)
LETTERS_OF_TITLE: Final = 36
HEIGHT_OF_NAME: Final = 0.2
"""For each curve, where there are many."""
MOST_OPACITY: Final = 0.5
"""Of all bands together, one over the other."""
EDGE_WIDTH: Final = 0.6


@drawn
def plot_adoption(curves: Sequence[Curve], backdrop: Backdrop, lang: str) -> Figure:
    """Each of `curves` with its band, if it has one; the first is drawn as the baseline. `lang` is "id" or "en"."""
    with_bands = any(curve.band is not None for curve in curves)
    width, height = SIZE_WITH_BANDS if with_bands else SIZE
    figure = new_figure(width, max(height, HEIGHT_OF_NAME * (2 + len(curves))))
    axes = figure.add_subplot()
    write_title(figure, text("plot.adoption_title", lang, {"region": backdrop.region}))
    days = [day_number(when) for when in backdrop.dates]
    opacity = MOST_OPACITY / max(1, len(curves))
    for position, curve in enumerate(curves):
        _draw(axes, days, curve, look_of_line(position), opacity)
    lowest, highest = min(curve.lowest for curve in curves), max(curve.highest for curve in curves)
    frame_curves(axes, backdrop, lowest, highest, lang)
    axes.set_title("; ".join(_notes(with_bands, float(axes.get_ylim()[0]) > 0, lang)))
    mark_table(axes, backdrop, lang)
    mark_policy_starts(axes, curves, lang)
    with_start = len(starts_of(curves)) > 1
    label_ends(axes, days[-1], [_end(position, curve, with_start, lang) for position, curve in enumerate(curves)])
    return figure


def _notes(with_bands: bool, is_cut: bool, lang: str) -> list[str]:
    told = {"comparison_bands": with_bands, "not_from_zero": is_cut}
    return [text(f"plot.{name}", lang) for name, is_told in told.items() if is_told]


def _draw(axes: Axes, days: Sequence[float], curve: Curve, look: dict[str, Any], opacity: float) -> None:
    """A curve and its band, which has an edge, so that it can be told from others that lie over it."""
    if curve.band is not None:
        axes.fill_between(days, *curve.band, facecolor=look["color"], alpha=opacity, linewidth=0)
        for edge in curve.band:
            axes.plot(days, edge, color=look["color"], linewidth=EDGE_WIDTH)
    axes.plot(days, curve.values, **look)


def _end(position: int, curve: Curve, with_start: bool, lang: str) -> LineEnd:
    """The name of a curve with its last value, and the day on which its policies start, if curves differ in it."""
    last = float(curve.values[-1])
    words = f"{wrapped(curve.title, LETTERS_OF_TITLE, most_lines=1)}: {number(last, lang)}"
    if with_start and curve.policies_start is not None:
        words += " " + text("plot.starts", lang, {"day": day(curve.policies_start, lang)})
    return LineEnd(words, last, look_of_line(position)["color"])
