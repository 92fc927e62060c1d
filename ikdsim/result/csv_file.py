"""CSV files: plain ones for programs, and such as a spreadsheet opens rightly with a double click.

What a cell of text says is never taken for a formula: where it begins like one, a spreadsheet is told by an apostrophe
that it is text. Numbers are left as they are.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

import pandas as pd

DIGITS: Final = "%.10g"
"""Enough for rupiah; what lies behind is rounding."""
LIKE_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_AS_TEXT: Final = "'"


class Separators(NamedTuple):
    """What a spreadsheet expects between cells and before decimals."""

    cells: str
    decimals: str


OF_SPREADSHEETS: Final[Mapping[str, Separators]] = MappingProxyType(
    {"id": Separators(";", ","), "en": Separators(",", ".")}
)
"""By the language of its settings."""


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write `frame` for programs: commas, decimal points, UTF-8; raises OSError if it cannot be written."""
    harmless(frame).to_csv(path, index=False, float_format=DIGITS, lineterminator="\n")


def write_csv_for(frame: pd.DataFrame, path: Path, lang: str) -> None:
    """Write `frame` for a spreadsheet with the settings of `lang`; raises OSError if it cannot be written."""
    cells, decimals = OF_SPREADSHEETS[lang]
    harmless(frame).to_csv(
        path,
        index=False,
        sep=cells,
        decimal=decimals,
        float_format=DIGITS,
        encoding="utf-8-sig",  # without the mark Excel takes it for the alphabet of Windows
        lineterminator="\r\n",
    )


def harmless(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy of `frame` in which no cell of text begins like a formula."""
    texts = [name for name, kind in frame.dtypes.items() if pd.api.types.is_string_dtype(kind)]
    return frame.assign(**{str(name): frame[name].map(_harmless) for name in texts})


def _harmless(cell: object) -> object:
    return _AS_TEXT + cell if isinstance(cell, str) and cell.startswith(LIKE_A_FORMULA) else cell
