"""The charts in the workbook of a comparison, which Excel draws from the cells of their sheet."""

from typing import Any, Final

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.interval import band
from ikdsim.language import day, text

_BELOW_TABLE: Final = 3
_FONT: Final = {"size": 11}
_SIZE: Final = {"width": 900, "height": 420}
_LINE_WIDTH: Final = 1.5


def chart_gains(book: Workbook, sheet: Worksheet, comparison: Comparison, first: int, lang: str) -> None:
    """Draw the gain of every scenario with its interval; titles stand from row `first` on, gains three columns on."""
    last = first + len(comparison.scenarios) - 1
    median, low, high = band(comparison.gains.sum(axis=2).T)
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": text("table.gain", lang),
            "categories": [sheet.name, first, 0, last, 0],
            "values": [sheet.name, first, 3, last, 3],
            "x_error_bars": {
                "type": "custom",
                "plus_values": (high - median).tolist(),
                "minus_values": (median - low).tolist(),
            },
        }
    )
    facts = {
        "baseline": comparison.plan.titles(lang)[comparison.plan.baseline],
        "day": day(comparison.plan.horizon, lang),
    }
    several = len(comparison.plan.seeds) > 1
    _finish(chart, text("table.gains_chart" if several else "table.gains_chart_of_one_run", lang, facts))
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    chart.set_legend({"none": True})
    sheet.insert_chart(last + _BELOW_TABLE, 0, chart)


def chart_curves(book: Workbook, sheet: Worksheet, comparison: Comparison, lang: str) -> None:
    """Draw the median curve of every scenario; its weeks stand below each other, dates in column 1, medians in 2."""
    weeks = len(comparison.dates)
    chart = book.add_chart({"type": "scatter", "subtype": "straight"})
    for first in range(1, 1 + len(comparison.scenarios) * weeks, weeks):
        chart.add_series(
            {
                "name": [sheet.name, first, 0],
                "categories": [sheet.name, first, 1, first + weeks - 1, 1],
                "values": [sheet.name, first, 2, first + weeks - 1, 2],
                "line": {"width": _LINE_WIDTH},
            }
        )
    _finish(chart, text("table.curves_chart", lang))
    chart.set_x_axis({"num_format": "yyyy", "date_axis": True})
    sheet.insert_chart(1, 9, chart)


def _finish(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": _FONT, "overlay": False})
    chart.set_size(_SIZE)
