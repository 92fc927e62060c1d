"""Names at the ends of lines, moved apart so that none lies on another."""

from collections.abc import Sequence
from statistics import fmean
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ikdsim.plot.style import points_to_data

LINE_HEIGHT: Final = 13.0
"""Points between two names."""
INDENT: Final = 18
"""Points between the end of a line and its name."""


class LineEnd(NamedTuple):
    """Where a line ends, and what is written there."""

    name: str
    y: float
    color: str


def label_ends(axes: Axes, x: float, ends: Sequence[LineEnd]) -> None:
    """Write each name right of `x`, joined to the end of its line; limits of the axes must be final."""
    heights = spread([end.y for end in ends], points_to_data(axes, LINE_HEIGHT), axes.get_ylim())
    ends_in_points = points_to_data(axes, 1)
    for end, height in zip(ends, heights, strict=True):
        axes.annotate(
            end.name,
            xy=(x, end.y),
            xytext=(INDENT, (height - end.y) / ends_in_points),
            textcoords="offset points",
            va="center",
            color=end.color,
            annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": end.color, "linewidth": 0.7, "relpos": (0, 0.5)},
        )


def spread(wanted: Sequence[float], gap: float, limits: tuple[float, float]) -> list[float]:
    """Heights as near to `wanted` as can be, in its order, `gap` apart, and inside `limits` if there is room.

    Names that would lie on one another form a block around the mean of their places; blocks that meet are joined.
    """
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    blocks: list[list[float]] = []
    for number in order:
        blocks.append([wanted[number]])
        while len(blocks) > 1 and _meet(blocks[-2], blocks[-1], gap, limits):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    heights = [height for block in blocks for height in _stacked(block, gap, limits)]
    return [height for _, height in sorted(zip(order, heights, strict=True))]


def _meet(lower: Sequence[float], upper: Sequence[float], gap: float, limits: tuple[float, float]) -> bool:
    return _stacked(upper, gap, limits)[0] < _stacked(lower, gap, limits)[-1] + gap


def _stacked(block: Sequence[float], gap: float, limits: tuple[float, float]) -> list[float]:
    """Heights of the names of a block, `gap` apart, centred at the mean of the wanted ones."""
    tall = gap * (len(block) - 1)
    bottom = max(limits[0], min(fmean(block) - tall / 2, limits[1] - tall))
    return [bottom + gap * place for place in range(len(block))]
