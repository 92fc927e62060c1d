"""Names at the ends of lines and beside points, so that none lies on another."""

from collections.abc import Sequence
from statistics import fmean
from typing import Any, Final, NamedTuple, cast

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox

from ikdsim.plot.style import FAINT, PAPER, points_to_data

LINE_HEIGHT: Final = 13.0
"""Points between two names."""
SPOT_SIZE: Final = 14.0
"""Pixels that the mark of a point takes up."""
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


class Spot(NamedTuple):
    """A point in the picture with its interval, and what is written beside it."""

    name: str
    x: float
    y: float
    low: float
    high: float


class Side(NamedTuple):
    """Where a name stands beside its point."""

    offset: tuple[float, float]
    """Points."""
    ha: str
    va: str


SIDES: Final = (
    Side((7, -5), "left", "top"),
    Side((-7, 5), "right", "bottom"),
    Side((9, 0), "left", "center"),
    Side((-9, 0), "right", "center"),
    Side((7, 5), "left", "bottom"),
    Side((-7, -5), "right", "top"),
    Side((0, 9), "center", "bottom"),
    Side((0, -9), "center", "top"),
)
"""In the order in which they are tried: those first that lie off a line that rises."""
LINE_TO_SPOT: Final = {"arrowstyle": "-", "color": FAINT, "linewidth": 0.7, "shrinkA": 0}
FARTHEST: Final = 8
"""Times the distance of a side, at which the number of a point may stand."""
FARTHER: Final = tuple(
    Side((times * side.offset[0], times * side.offset[1]), side.ha, side.va)
    for times in range(1, FARTHEST + 1)
    for side in SIDES
)


def label_spots(axes: Axes, spots: Sequence[Spot]) -> bool:
    """Write each name beside its point, where it covers no other name or point; nothing, and False, without room."""
    sides = _free_sides(axes, spots, SIDES, [])
    if None in sides:
        return False
    for spot, side in zip(spots, sides, strict=True):
        _write(axes, spot, side or SIDES[0])
    return True


def number_spots(axes: Axes, spots: Sequence[Spot]) -> None:
    """Write each name, a short number, as near to its point as it covers nothing, with a line from afar."""
    cast(Figure, axes.figure).draw_without_rendering()
    written = [Text.get_window_extent(said) for said in axes.texts]
    for spot, side in zip(spots, _free_sides(axes, spots, FARTHER, written), strict=True):
        _write(axes, spot, side or SIDES[0], LINE_TO_SPOT)


def _free_sides(axes: Axes, spots: Sequence[Spot], sides: Sequence[Side], written: Sequence[Bbox]) -> list[Side | None]:
    """The first of `sides` of each point at which its name covers nothing, None if there is none."""
    cast(Figure, axes.figure).draw_without_rendering()  # settles where the axes lie
    taken = [*written, *(_box_of(axes, spot) for spot in spots)]
    found: list[Side | None] = []
    for spot in spots:
        boxes = ((side, _box(axes, spot, side)) for side in sides)
        free = next(((side, box) for side, box in boxes if _is_free(axes, box, taken)), None)
        found.append(free and free[0])
        taken += [free[1]] if free else []
    return found


def _is_free(axes: Axes, box: Bbox, taken: Sequence[Bbox]) -> bool:
    paper = axes.bbox
    inside = paper.x0 <= box.x0 and box.x1 <= paper.x1 and paper.y0 <= box.y0 and box.y1 <= paper.y1
    return inside and not any(box.overlaps(other) for other in taken)


def _box_of(axes: Axes, spot: Spot) -> Bbox:
    """What the mark of a point and its interval cover, in pixels."""
    ends = axes.transData.transform([(spot.x, spot.low), (spot.x, spot.high)])
    return Bbox([ends[0] - SPOT_SIZE / 2, ends[1] + SPOT_SIZE / 2])


def _write(axes: Axes, spot: Spot, side: Side, line: dict[str, Any] | None = None) -> Annotation:
    return axes.annotate(spot.name, (spot.x, spot.y), xytext=side.offset, textcoords="offset points", ha=side.ha,
                         va=side.va, annotation_clip=False, bbox=PAPER, arrowprops=line)  # fmt: skip


def _box(axes: Axes, spot: Spot, side: Side) -> Bbox:
    """What the name would cover there, in pixels."""
    written = _write(axes, spot, side)
    box = Annotation.get_window_extent(written)
    written.remove()
    return box


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
