"""One look for all pictures: readable on a projector and in a grey print, and for the colour-blind.

Eight colours after Okabe and Ito (2008, "Color Universal Design"), their yellow replaced by grey; a line also differs
by its dashes and bears its name. Nothing here changes matplotlib for anybody else: a picture is drawn inside `drawn`.
"""

import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from ikdsim.language import number

INK: Final = "#222222"
FAINT: Final = "#767676"
GRID: Final = "#e4e4e4"
COLOURS: Final = ("#000000", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f")
DASHES: Final[tuple[Any, ...]] = ("-", "--", "-.", (0, (6, 1, 1, 1, 1, 1)), ":", (0, (8, 2)), (0, (3, 1)), (0, (1, 2)))
DOTS_PER_INCH: Final = 150
POINTS_PER_INCH: Final = 72
TITLE_SIZE: Final = 13

_LOOK: Final[Any] = {
    "font.family": "DejaVu Sans",  # comes with matplotlib, so a picture is the same on every system
    "font.size": 10,
    "axes.titlesize": 10,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": GRID,
    "text.color": INK,
    "text.parse_math": False,  # titles are text: US$5 is no formula
    "text.usetex": False,
    "xtick.color": INK,
    "ytick.color": INK,
    "ytick.major.size": 0,
    "lines.linewidth": 1.8,
}

Drawing = TypeVar("Drawing", bound=Callable[..., Figure])


def drawn(drawing: Drawing) -> Drawing:
    """Make `drawing` draw in the style of ikdsim and leave matplotlib as it was."""
    return mpl.rc_context(_LOOK)(drawing)


def new_figure(width: float, height: float) -> Figure:
    """An empty figure, `width` and `height` in inches, that needs no screen."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def write_title(figure: Figure, words: str) -> None:
    """Write the title of the whole picture, at its left edge."""
    figure.suptitle(words, x=0.01, ha="left", fontweight="bold", fontsize=TITLE_SIZE)


def save(figure: Figure, path: Path) -> None:
    """Write `figure` as a PNG file; letters that the font does not have are drawn as boxes, without a word."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure.savefig(path, dpi=DOTS_PER_INCH)


def day_number(when: date) -> float:
    """Where a day stands on an axis of time: days since 1970, as matplotlib counts them."""
    return float((when - date(1970, 1, 1)).days)


def look_of_line(position: int) -> dict[str, Any]:
    """Colour and dashes of the line in this position; the first is the baseline's."""
    return {"color": COLOURS[position % len(COLOURS)], "linestyle": DASHES[position % len(DASHES)]}


def write_numbers(axis: Any, lang: str) -> None:
    """Write the ticks of `axis` (axes.xaxis or axes.yaxis) as numbers of `lang`."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: number(value, lang)))


def points_to_data(axes: Axes, points: float) -> float:
    """Height in units of the y axis that takes up `points` (1/72 inch) in the finished picture."""
    height = axes.get_window_extent().height / cast(Figure, axes.figure).dpi * POINTS_PER_INCH
    low, high = axes.get_ylim()
    return points / height * (high - low)
