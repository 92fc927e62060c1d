"""What can be read in a picture, and whether it can be read."""

from itertools import combinations
from unittest.mock import patch

from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def words(figure: Figure) -> list[str]:
    """Everything that is written in `figure`."""
    return [text.get_text() for text in _texts(figure)]


def covered(figure: Figure) -> list[tuple[str, str]]:
    """Pairs of words that lie on one another."""
    boxes = [(text.get_text(), _box(text, figure)) for text in _texts(figure)]
    return [(one, other) for (one, box), (other, under) in combinations(boxes, 2) if box.overlaps(under)]


def cut_off(figure: Figure) -> list[str]:
    """Words that leave the picture."""
    paper = figure.bbox.padded(1)
    return [text.get_text() for text in _texts(figure) if not _inside(_box(text, figure), paper)]


def _texts(figure: Figure) -> list[Text]:
    """What is written when the picture is drawn; ticks outside of their axis, for one, are not."""
    written: list[Text] = []
    with patch.object(Text, "draw", lambda text, renderer: written.append(text)):
        figure.draw_without_rendering()
    return [text for text in written if text.get_text() and text.get_visible()]


def _box(text: Text, figure: Figure) -> Bbox:
    """Box of the letters alone, without the arrow of an annotation."""
    return Text.get_window_extent(text, figure.canvas.get_renderer())


def _inside(box: Bbox, paper: Bbox) -> bool:
    return paper.x0 <= box.x0 and box.x1 <= paper.x1 and paper.y0 <= box.y0 and box.y1 <= paper.y1
