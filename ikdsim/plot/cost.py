"""Gain against cost, and the edge of plans that no cheaper one outdoes. Both axes grow by factors of ten."""

import math
from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, cast

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullFormatter

from ikdsim.language import day, number, rupiah, text
from ikdsim.plot.data import Price
from ikdsim.plot.labels import Spot, label_spots, number_spots
from ikdsim.plot.style import COLOURS, FAINT, GRID, PAPER, drawn, new_figure, wrapped, write_title

SIZE: Final = (11, 6.5)
LETTERS_BELOW: Final = 130
"""In a line below the picture."""
MOST_LINES_BELOW: Final = 12
LIST_WIDTH: Final = 3.5
"""Inches, as are the next two."""
LISTED_HEIGHT: Final = 0.18
"""For each name in the list."""
HEIGHT_BESIDE_LIST: Final = 2.5
"""Above and below the list."""
LETTERS_LISTED: Final = 44
ROOM: Final = 2.2
"""Axes begin and end by this factor beyond what they hold."""
ROOM_FOR_WORDS: Final = 2.0
"""By this factor more at the right, where points are many, for the words of lines of one price."""
LEAST_ROOM: Final = 2.0
"""A line of one price that leaves the picture nearer to its left or lower end than by this factor is not named."""
UNITS: Final = MappingProxyType({"billion": 1e9, "million": 1e6})


@drawn
def plot_cost(prices: Sequence[Price], edge: Sequence[str], when: date, lang: str) -> Figure:
    """Each of `prices`; titles on the `edge` are joined by a line. Who gains nothing, or at no cost, is only named."""
    figure = new_figure(*SIZE)
    axes = figure.add_subplot()
    shown = [price for price in prices if price.cost > 0 and price.gain[1] > 0]
    write_title(figure, text("plot.cost_title", lang, {"day": day(when, lang)}))
    axes.set_xlabel("\n".join([text("plot.cost_axis", lang), *_left_out(prices, shown, lang)]))
    axes.set_ylabel(text("plot.gained", lang))
    axes.set_title(text("plot.cost_note", lang))
    if shown:
        _frame(axes, shown, lang)
        _draw_edge(axes, [price for title in edge for price in shown if price.title == title])
        _draw_points(axes, shown, edge)
        if label_spots(axes, [Spot(wrapped(price.title), price.cost, *price.gain) for price in shown]):
            _draw_lines_of_one_price(axes, lang)
        else:
            _number(axes, sorted(shown, key=lambda price: price.cost), lang)
    return figure


def _number(axes: Axes, order: Sequence[Price], lang: str) -> None:
    """Where names have no room: numbers beside the points, and a list of names at the right of a wider picture."""
    left, right = axes.get_xlim()
    axes.set_xlim(left, right * ROOM_FOR_WORDS)
    names = [f"{place}. {wrapped(price.title, LETTERS_LISTED, most_lines=1)}" for place, price in enumerate(order, 1)]
    height = max(SIZE[1], HEIGHT_BESIDE_LIST + LISTED_HEIGHT * len(names))
    cast(Figure, axes.figure).set_size_inches(SIZE[0] + LIST_WIDTH, height)
    axes.annotate("\n".join([text("plot.numbered", lang), *names]), (1, 1), xycoords="axes fraction", xytext=(12, 0),
                  textcoords="offset points", va="top", annotation_clip=False)  # fmt: skip
    _draw_lines_of_one_price(axes, lang)
    number_spots(axes, [Spot(str(place), price.cost, *price.gain) for place, price in enumerate(order, 1)])


def _frame(axes: Axes, shown: Sequence[Price], lang: str) -> None:
    costs, lows, highs = [p.cost for p in shown], [p.gain[1] for p in shown], [p.gain[2] for p in shown]
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlim(min(costs) / ROOM, max(costs) * ROOM)
    axes.set_ylim(min(lows) / ROOM, max(highs) * ROOM)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: rupiah_short(value, lang)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, lang)))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_minor_formatter(NullFormatter())
    axes.set_xticks(_ticks(axes.get_xlim()))
    axes.set_yticks(_ticks(axes.get_ylim()))


def _ticks(limits: tuple[float, float]) -> list[float]:
    """1, 2 and 5 times every power of ten between the limits; 1 alone where that is too many."""
    powers = range(math.floor(math.log10(limits[0])), math.ceil(math.log10(limits[1])) + 1)
    steps = (1, 2, 5) if len(powers) <= 4 else (1,)
    return [step * 10.0**power for power in powers for step in steps if limits[0] <= step * 10.0**power <= limits[1]]


def _draw_edge(axes: Axes, edge: Sequence[Price]) -> None:
    axes.plot(
        [price.cost for price in edge], [price.gain[0] for price in edge], color=COLOURS[3], linewidth=2, zorder=2
    )


def _draw_points(axes: Axes, shown: Sequence[Price], edge: Sequence[str]) -> None:
    for price in shown:
        median, low, high = price.gain
        color = COLOURS[3] if price.title in edge else COLOURS[1]
        axes.vlines(price.cost, low, high, color=color, linewidth=3, alpha=0.4, zorder=2)
        axes.plot(price.cost, median, "s" if price.title in edge else "o", color=color, markersize=7, zorder=3)


def _draw_lines_of_one_price(axes: Axes, lang: str) -> None:
    """Where a resident gained costs the same: every power of ten of rupiah that crosses the picture."""
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    for power in range(math.ceil(math.log10(left / top)), math.floor(math.log10(right / bottom)) + 1):
        each = 10.0**power
        axes.plot([left, right], [left / each, right / each], color=GRID, linewidth=1, linestyle="--", zorder=1)
        x = min(right, top * each)
        if x < LEAST_ROOM * left or x / each < LEAST_ROOM * bottom:
            continue
        words = text("plot.each", lang, {"rupiah": rupiah(each, lang)})
        axes.annotate(words, (x, x / each), xytext=(-4, -4), textcoords="offset points", ha="right",
                      va="top" if x < right else "bottom", color=FAINT, fontsize="small", bbox=PAPER,
                      zorder=1.5)  # fmt: skip


def _left_out(prices: Sequence[Price], shown: Sequence[Price], lang: str) -> list[str]:
    titles = [price.title for price in prices if price not in shown]
    said = text("plot.not_drawn", lang, {"titles": ", ".join(titles)})
    return [wrapped(said, LETTERS_BELOW, MOST_LINES_BELOW)] if titles else []


def rupiah_short(value: float, lang: str) -> str:
    """A round amount on an axis: in billions or millions from one of them on."""
    unit = next((unit for unit, size in UNITS.items() if value >= size), None)
    if unit is None:
        return rupiah(value, lang)
    return text(f"plot.{unit}", lang, {"rupiah": rupiah(value / UNITS[unit], lang)})
