"""One look for all pictures: readable on a projector and in a grey print, and for the colour-blind.

Eight colours after Okabe and Ito (2008, "Color Universal Design"), their yellow replaced by grey; a line also differs
by its dashes and bears its name. Nothing here changes matplotlib for anybody else: a picture is drawn inside `drawn`.
"""

import math
import textwrap
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from ikdsim.language import number, text

INK: Final = "#222222"
FAINT: Final = "#767676"
GRID: Final = "#e4e4e4"
COLOURS: Final = ("#000000", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f")
DASHES: Final[tuple[Any, ...]] = ("-", "--", "-.", (0, (6, 1, 1, 1, 1, 1)), ":", (0, (8, 2)), (0, (3, 1)), (0, (1, 2)))
DOTS_PER_INCH: Final = 150
POINTS_PER_INCH: Final = 72
TITLE_SIZE: Final = 13
LETTERS_AN_INCH: Final = 8.5
"""Of a title."""
LETTERS_AN_INCH_OF_NOTE: Final = 12
LETTERS_OF_NAME: Final = 32
"""In a line of the name of a scenario."""
PAPER: Final = {"facecolor": "white", "edgecolor": "none", "pad": 1}
"""Behind words that lie on the lines of the grid."""
PANELS_ACROSS: Final = 4
LEAST_WIDTH: Final = 9.5
"""Inches: what a title needs."""

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
    return _look()(drawing)


@contextmanager
def _look() -> Iterator[None]:
    """Our style, and no word of letters that the font does not have: they are drawn as boxes."""
    with mpl.rc_context(_LOOK), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def new_figure(width: float, height: float) -> Figure:
    """An empty figure, `width` and `height` in inches, that needs no screen."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def panels(
    count: int,
    width: float,
    height: float,
    margin: tuple[float, float],
    sharey: bool = True,
    most_across: int = PANELS_ACROSS,
) -> tuple[Figure, list[Axes]]:
    """A figure with so many panels of `width` x `height` inches, at most `most_across` side by side.

    Each has an x axis of its own, so that a large plan does not squeeze the others, and the same rows (y axis) as the
    others if they are shared; `margin` is what names of rows take at the left, and titles at the top.
    """
    across = max(1, min(most_across, count))
    down = max(1, math.ceil(count / across))
    figure = new_figure(max(LEAST_WIDTH, margin[0] + width * across), margin[1] + height * down)
    axes = list(figure.subplots(down, across, sharey=sharey, squeeze=False).flat)
    for unused in axes[count:]:
        unused.set_visible(False)
    return figure, axes[:count]


def marks(runs: int, lang: str) -> str:
    """What dots and lines stand for in a picture of so many `runs`."""
    return text("plot.marks" if runs > 1 else "plot.one_run", lang)


def panel_title(panel: Axes, title: str, said: str) -> None:
    """Write the title of a panel, and below it what is `said` in smaller letters."""
    panel.annotate(said, (0, 1), xycoords="axes fraction", xytext=(0, 4), textcoords="offset points", fontsize="small")
    panel.set_title(title, fontweight="bold", pad=TITLE_SIZE + 4)


def wrapped(words: str, width: int = LETTERS_OF_NAME, most_lines: int = 2) -> str:
    """A name in lines of at most `width` letters; what is too long for them is cut off."""
    return "\n".join(textwrap.wrap(words, width, max_lines=most_lines, placeholder=" …"))


def write_title(figure: Figure, words: str) -> None:
    """Write the title of the whole picture, at its left edge."""
    lines = wrapped(words, round(LETTERS_AN_INCH * figure.get_figwidth()), most_lines=3)
    figure.suptitle(lines, x=0.01, ha="left", fontweight="bold", fontsize=TITLE_SIZE)


def write_note(figure: Figure, words: str) -> None:
    """Write below all panels what is shown."""
    lines = wrapped(words, round(LETTERS_AN_INCH_OF_NOTE * figure.get_figwidth()), most_lines=3)
    figure.supxlabel(lines, fontsize="medium")


def save(figure: Figure, path: Path) -> None:
    """Write `figure` as a PNG file."""
    with _look():  # some words of an axis are made only now
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
