"""The workbook of a comparison: an Excel file with named sheets and charts that Excel itself draws.

Numbers are numbers, and words are words even where they look like a formula. The same comparison makes the same file to
the last byte, because the file does not tell when it was made.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ikdsim.experiment.charts import chart_curves, chart_gains
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.readable import head, readable
from ikdsim.experiment.tables import costs, curves, places
from ikdsim.language import day, text
from ikdsim.result.csv_file import LIKE_A_FORMULA
from ikdsim.result.record import numbers_behind

SUMMARY_COLUMNS: Final = (
    *("name", "activated_median", "of_100", "gain_median", "gain_low", "gain_high", "gain_probability_positive"),
    *("extra_cost", "rupiah_per_extra_activation_median", "rupiah_per_extra_activation_low"),
    *("rupiah_per_extra_activation_high", "gap_urban_rural", "target_date"),
)
NO_TIME: Final = datetime(2000, 1, 1)
"""Stands where the file would tell when it was made."""
BELOW_TITLE: Final = 2
"""Row of the heads of a table, from 0, where a title stands above it."""
_LESS_THAN_ONE: Final = ("gain_probability_positive", "gap_urban_rural")
_WIDTH: Final = 18
_WIDTH_OF_WORDS: Final = 30


def write_workbook(comparison: Comparison, facts: Mapping[str, object], path: Path, lang: str) -> None:
    """Write the workbook of `comparison` in `lang` to `path`; `facts` determine it, and stand on the last sheet.

    Raises OSError if it cannot be written.
    """
    with path.open("wb") as file, xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": NO_TIME})
        sheets = _Sheets(book, lang)
        summary = sheets.add("summary", _summary(comparison, lang), title=_title(comparison, lang))
        chart_gains(book, summary, comparison, BELOW_TITLE + 1, lang)
        sheets.add("places", readable(places(comparison), comparison, lang))
        chart_curves(book, sheets.add("curves", readable(curves(comparison), comparison, lang)), comparison, lang)
        priced = text("result.own_prices", lang) if comparison.scenarios[0].prices else ""
        sheets.add("costs", readable(costs(comparison), comparison, lang), title=priced)
        sheets.add("assumptions", readable(_assumptions(comparison), comparison, lang))
        sheets.add("info", pd.DataFrame(_facts(facts, lang), columns=["fact", "fact_value"]))


class _Sheets:
    """Sheets of tables in one book."""

    def __init__(self, book: Workbook, lang: str) -> None:
        self._book, self._lang = book, lang
        self._head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._bold = book.add_format({"bold": True})
        self._formats = {
            kind: book.add_format({"num_format": pattern})
            for kind, pattern in (("whole", "#,##0"), ("share", "0.000"), ("day", "yyyy-mm-dd"), ("plain", "General"))
        }
        self._looks_like_formula = book.add_format({"quote_prefix": True})

    def add(self, name: str, frame: pd.DataFrame, title: str = "") -> Worksheet:
        """A sheet with `frame`, its heads in words; below a `title` and a word of caution, if there is one."""
        sheet = self._book.add_worksheet(text(f"table.sheet_{name}", self._lang))
        top = BELOW_TITLE if title else 0
        if title:
            self._write(sheet, 0, 0, title, self._bold)
            self._write(sheet, 1, 0, text("result.not_calibrated", self._lang), self._bold)
        for column, called in enumerate(frame.columns):
            values = frame[called].tolist()
            is_text = any(isinstance(value, str) for value in values)
            sheet.set_column(column, column, _WIDTH_OF_WORDS if is_text else _WIDTH)
            self._write(sheet, top, column, head(called, self._lang), self._head)
            for row, value in enumerate(values, start=top + 1):
                self._write(sheet, row, column, value, self._formats[_kind(called)])
        sheet.freeze_panes(top + 1, 1)
        sheet.autofilter(top, 0, top + len(frame), len(frame.columns) - 1)
        return sheet

    def _write(self, sheet: Worksheet, row: int, column: int, value: object, look: Format) -> None:
        if isinstance(value, str):
            is_suspect = value.startswith(LIKE_A_FORMULA)
            sheet.write_string(row, column, value, self._looks_like_formula if is_suspect else look)
        elif isinstance(value, date):
            if not pd.isna(value):
                sheet.write_datetime(row, column, value, self._formats["day"])
        elif isinstance(value, int | float) and isfinite(value):
            sheet.write_number(row, column, value, look)


def _kind(column: str) -> str:
    """How numbers of a column are shown."""
    if column in _LESS_THAN_ONE:
        return "share"
    return "plain" if column in ("year", "number_value", "fact_value", "of_100") else "whole"


def _summary(comparison: Comparison, lang: str) -> pd.DataFrame:
    frame = comparison.to_frame()
    residents = sum(place.residents for place in comparison.region.places)
    frame["of_100"] = (100 * frame["activated_median"] / residents).round(1)
    frame["extra_cost"] = np.median(comparison.extra_cost, axis=1)
    return readable(frame[list(SUMMARY_COLUMNS)], comparison, lang)


def _title(comparison: Comparison, lang: str) -> str:
    facts = {
        "region": comparison.region.title[lang],
        "day": day(comparison.plan.horizon, lang),
        "baseline": comparison.plan.titles(lang)[comparison.plan.baseline],
        "runs": len(comparison.plan.seeds),
    }
    return text("compare.heading", lang, facts)


def _assumptions(comparison: Comparison) -> pd.DataFrame:
    """The numbers behind the baseline."""
    numbers = pd.DataFrame(numbers_behind(comparison.scenarios[comparison.plan.baseline]))
    return numbers[["name", "value", "unit", "source", "kind"]].add_prefix("number_")


def _facts(facts: Mapping[str, object], lang: str) -> Sequence[tuple[str, object]]:
    return [(text(f"table.fact_{name}", lang), value) for name, value in facts.items()]
