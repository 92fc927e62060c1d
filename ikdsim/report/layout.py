"""Plain text for a terminal of 110 columns: aligned tables, wrapped sentences, numbers in full."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from ikdsim.language import number

WIDTH: Final = 110
NOTHING: Final = "–"
_INDENT: Final = "  "
_MOST_DECIMALS: Final = 10


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a table: the first column to the left, all others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [_aligned_row(row, widths) for row in rows]


def _aligned_row(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
    return _INDENT.join([row[0].ljust(len(first)), *others]).rstrip()


def wrapped(sentence: str) -> list[str]:
    """A sentence as an indented paragraph."""
    return textwrap.wrap(sentence, WIDTH, initial_indent=_INDENT, subsequent_indent=2 * _INDENT)


def paragraphs(sentences: Iterable[str]) -> list[str]:
    """Several sentences, an indented paragraph each."""
    return [line for sentence in sentences for line in wrapped(sentence)]


def hanging(sentences: Iterable[str]) -> list[str]:
    """Several sentences, each from the margin; what is too long goes on indented."""
    return [line for each in sentences for line in textwrap.wrap(each, WIDTH, subsequent_indent=_INDENT)]


def as_written(value: float, lang: str) -> str:
    """`value` with the decimals it has, such as 58,640 or 0.0724."""
    decimals = f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2]
    return number(value, lang, len(decimals))


def signed(count: float, lang: str) -> str:
    """A difference in whole residents: +1,234, 0 or -56."""
    whole = round(count)
    return ("+" if whole > 0 else "") + number(whole, lang)


def wide(words: str) -> str:
    """Sentences as one paragraph of full width."""
    return "\n".join(textwrap.wrap(words, WIDTH))
