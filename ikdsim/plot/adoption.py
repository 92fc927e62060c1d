"""Adoption over time, in single runs or in many, beside the one day on which it was counted."""

from collections.abc import Sequence
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ikdsim.language import number, text
from ikdsim.plot.curves import frame_curves, mark_policy_start, mark_table
from ikdsim.plot.data import Backdrop, Curve
from ikdsim.plot.labels import LineEnd, label_ends
from ikdsim.plot.style import day_number, drawn, look_of_line, new_figure, write_title

SIZE: Final = (10, 5.5)
"""Inches."""
SIZE_WITH_BANDS: Final = (11, 6)
BAND_OPACITY: Final = 0.15


@drawn
def plot_adoption(curves: Sequence[Curve], backdrop: Backdrop, lang: str) -> Figure:
    """Each of `curves` with its band, if it has one; the first is drawn as the baseline. `lang` is "id" or "en"."""
    with_bands = any(curve.band is not None for curve in curves)
    figure = new_figure(*(SIZE_WITH_BANDS if with_bands else SIZE))
    axes = figure.add_subplot()
    write_title(figure, text("plot.adoption_title", lang, {"region": backdrop.region}))
    if with_bands:
        axes.set_title(text("plot.comparison_bands", lang))
    days = [day_number(when) for when in backdrop.dates]
    for position, curve in enumerate(curves):
        _draw(axes, days, curve, look_of_line(position))
    frame_curves(axes, backdrop, max(curve.highest for curve in curves), lang)
    mark_table(axes, backdrop, lang)
    mark_policy_start(axes, curves, lang)
    label_ends(axes, days[-1], [_end(position, curve, lang) for position, curve in enumerate(curves)])
    return figure


def _draw(axes: Axes, days: Sequence[float], curve: Curve, look: dict[str, Any]) -> None:
    if curve.band is not None:
        axes.fill_between(days, *curve.band, color=look["color"], alpha=BAND_OPACITY, linewidth=0)
    axes.plot(days, curve.values, **look)


def _end(position: int, curve: Curve, lang: str) -> LineEnd:
    last = float(curve.values[-1])
    return LineEnd(f"{curve.title}: {number(last, lang)}", last, look_of_line(position)["color"])
