"""Adoption over time, in single runs or in many, beside the one day on which it was counted."""

from collections.abc import Sequence
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ikdsim.language import day, number, text
from ikdsim.plot.curves import frame_curves, mark_policy_starts, mark_table, starts_of
from ikdsim.plot.data import Backdrop, Curve
from ikdsim.plot.labels import LineEnd, label_ends
from ikdsim.plot.style import COLOURS, day_number, drawn, look_of_line, new_figure, wrapped, write_title

SIZE: Final = (10, 5.5)
"""Inches."""
SIZE_WITH_BANDS: Final = (11, 6)
LETTERS_OF_TITLE: Final = 44
MOST_CURVES: Final = len(COLOURS)
"""No two of them look alike, and bands can still be told apart."""
MOST_OPACITY: Final = 0.5
"""Of all bands together, one over the other."""
EDGE_WIDTH: Final = 0.6


@drawn
def plot_adoption(curves: Sequence[Curve], backdrop: Backdrop, lang: str) -> Figure:
    """Each of `curves` with its band, if it has one; the first is drawn as the baseline. `lang` is "id" or "en".

    Of more than MOST_CURVES, those alone are drawn that end farthest from the baseline, and the picture says so.
    """
    choice, curves = _choice(curves, lang), _farthest(curves)
    with_bands = any(curve.band is not None for curve in curves)
    figure = new_figure(*(SIZE_WITH_BANDS if with_bands else SIZE))
    axes = figure.add_subplot()
    write_title(figure, text("plot.adoption_title", lang, {"region": backdrop.region}))
    days = [day_number(when) for when in backdrop.dates]
    opacity = MOST_OPACITY / max(1, len(curves))
    for position, curve in enumerate(curves):
        _draw(axes, days, curve, look_of_line(position), opacity)
    lowest, highest = min(curve.lowest for curve in curves), max(curve.highest for curve in curves)
    frame_curves(axes, backdrop, lowest, highest, lang)
    axes.set_title(choice + "; ".join(_notes(with_bands, float(axes.get_ylim()[0]) > 0, lang)))
    mark_table(axes, backdrop, lang)
    mark_policy_starts(axes, curves, lang)
    with_start = len(starts_of(curves)) > 1
    label_ends(axes, days[-1], [_end(position, curve, with_start, lang) for position, curve in enumerate(curves)])
    return figure


def _farthest(curves: Sequence[Curve]) -> list[Curve]:
    """The baseline, and the others that end farthest above or below it, in the order of `curves`."""
    baseline, *others = curves
    ends = [abs(float(curve.values[-1] - baseline.values[-1])) for curve in others]
    order = sorted(range(len(others)), key=lambda number: -ends[number])
    return [baseline, *(others[number] for number in sorted(order[: MOST_CURVES - 1]))]


def _choice(curves: Sequence[Curve], lang: str) -> str:
    """A line that says which of `curves` are drawn, nothing if all are."""
    if len(curves) <= MOST_CURVES:
        return ""
    facts = {"drawn": number(MOST_CURVES - 1, lang), "all": number(len(curves) - 1, lang)}
    return text("plot.farthest", lang, facts) + "\n"


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
