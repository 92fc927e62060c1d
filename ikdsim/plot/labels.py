"""Names at the ends of lines, moved apart so that none lies on another."""

from collections.abc import Sequence
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
            arrowprops={"arrowstyle": "-", "color": end.color, "linewidth": 0.7, "shrinkA": 1, "shrinkB": 1},
        )


def spread(wanted: Sequence[float], gap: float, limits: tuple[float, float]) -> list[float]:
    """Heights near `wanted`, in its order, at least `gap` apart, and inside `limits` if there is room."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    heights = [wanted[number] for number in order]
    for above in range(1, len(heights)):
        heights[above] = max(heights[above], heights[above - 1] + gap)
    ceiling = limits[1]
    for number in reversed(range(len(heights))):
        heights[number] = min(heights[number], ceiling)
        ceiling = heights[number] - gap
    return [heights[order.index(number)] for number in range(len(wanted))]
