"""The declared baselines and their scores: `python -m benchmarks.baselines`, a few seconds.

Whatever claims to foretell a place or an office that it has not seen is to beat them. `--write` keeps the page in
docs/baselines.md.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from ikdsim.calibration.numbers import calibration_numbers
from ikdsim.calibration.office_baselines import OF_LAST_DATES, OF_LEFT_OUT, last_dates, left_out
from ikdsim.calibration.place_baselines import BASELINES, kind_rates_of_recorded, leave_one_out
from ikdsim.calibration.readings import Reading, readings, region_read_as
from ikdsim.calibration.scores import Forecast, Score, better_by, score, spreads
from ikdsim.panel.office import offices_of
from ikdsim.panel.read import load_panel
from ikdsim.region.places import Place

PAGE = Path(__file__).parent.parent / "docs" / "baselines.md"
REGION, ROUND_ROW = "babelan", "Desa Buni Bakti"
FIGURES = ("RMSE, points", "log error", "log score", "standard error", "inside 90 %")
ALONE = "without spread"
BEST, BESIDE = "binomial: urban + distance", "urban and rural rates of the recorded"
INTRO = """\
# Baselines

Written by `python -m benchmarks.baselines --write`; nothing here is written by hand. No model of adoption takes part: a
model that foretells a place or an office it has not seen is to beat these.

- *RMSE* is of rates, in percentage points (of residents for places). *Log error* is the mean of
  |log((observed + 1/2) / (expected + 1/2))|. The *log score* is the sum of the log densities of log(count + 1/2), the
  higher the better; its *standard error* comes from the spread of the summands. *Inside* is the share of counts in the
  middle 90 % of what was foretold.
- The logarithm of a count spreads about the expected one by chance (variance 1 / expected), by {table_spread:g} for
  Table 1 and {office_spread:g} for the panel, and by what nothing known explains: a spread whose log-normal prior
  (median {place_spread:g}, standard deviation of its logarithm {place_spread_unsure:g}) is integrated over.
  *{alone}* is the log score with that last one at 0.
"""
PLACES = """\
## A place of Table 1, from the others

Distances are to the kecamatan office. Readings say which villages rows 4 and 7 stand for:

{readings}

With 8 rows {round_row}, whose figures are round, is neither used nor foretold. "blind" leaves the scores of places out
that helped to choose the reading; their counts are used for the others. The distance enters the binomial baseline only:
the others are the same in every reading.
*{beside}* were not declared beforehand; they show what the choice of the base is worth.
"""
EACH = """\
### Each place under reading {name}

Count of Table 1, and counts expected. Row 7 helped to choose reading C: what is said of it there is no prediction.
"""
OFFICES = """\
## An office of the panel

{dated} cities and regencies have two counts or more: the last is foretold from the earlier ones. *Own linear growth* is
the line of least squares through these; through a single one, from nobody on 1 October 2022. *National growth* is in
points, on lines between the nation's counts. The difference of their log scores is {difference:+.1f} (standard error
{error:.1f}) for the own line.
"""
LEFT_OUT = """\
### An office that was left out

The last count of each of {offices} offices from nothing of its own. The logarithms of their ratios to the national rate
have a standard deviation of {between:.2f}: offices differ more than the prior of the spread allows.
"""


def page() -> str:
    """Everything, as Markdown."""
    numbers = {name: number.value for name, number in calibration_numbers().items()}
    parts = [INTRO.format(**numbers, alone=ALONE.capitalize()), *_places(), *_offices()]
    return "\n".join(parts)


def _places() -> list[str]:
    told = "\n".join(f"- **{reading.name}**: {reading.meaning}." for reading in readings())
    rows = [line for reading in readings() for line in _reading_lines(reading)]
    shipped = readings()[0]
    return [
        PLACES.format(readings=told, round_row=ROUND_ROW, beside=BESIDE.capitalize()),
        _table(["reading", "rows", "baseline", *FIGURES, ALONE], rows),
        EACH.format(name=shipped.name),
        _table(["place", "Table 1", *BASELINES, BESIDE], _place_lines(shipped)),
    ]


def _reading_lines(reading: Reading) -> list[list[str]]:
    places = region_read_as(REGION, reading).places
    fewer = [place for place in places if place.name != ROUND_ROW]
    is_shipped = reading is readings()[0]
    names = [*BASELINES, BESIDE] if is_shipped else [BEST]
    lines = [[reading.name, str(len(of)), name, *_scored(of, name, ())] for of in (places, fewer) for name in names]
    if reading.not_blind:
        blind = f"{len(places) - len(reading.not_blind)} blind"
        lines += [[reading.name, blind, name, *_scored(places, name, reading.not_blind)] for name in names]
    return lines


def _scored(places: Sequence[Place], name: str, hidden: Sequence[str]) -> list[str]:
    """Figures of all forecasts but those of the `hidden` places, and the log score without spread."""
    told = [
        [one for one in _left_out(places, name, spread) if one.count.name not in hidden]
        for spread in (spreads(), np.zeros(1))
    ]
    return [*_figures(score(told[0])), f"{score(told[1]).log_score:.0f}"]


def _left_out(places: Sequence[Place], name: str, of_spread: np.ndarray) -> list[Forecast]:
    return leave_one_out(places, {**BASELINES, BESIDE: kind_rates_of_recorded}[name], of_spread)


def _place_lines(reading: Reading) -> list[list[str]]:
    places = region_read_as(REGION, reading).places
    said = [_left_out(places, name, spreads()) for name in (*BASELINES, BESIDE)]
    lines = [[place.name + (" (not blind)" if place.name in reading.not_blind else "")] for place in places]
    return [
        [*line, f"{place.activated:,}", *(_expected(of_baseline[row]) for of_baseline in said)]
        for row, (line, place) in enumerate(zip(lines, places, strict=True))
    ]


def _expected(forecast: Forecast) -> str:
    """Outside the middle 90 % in bold."""
    words = f"{forecast.expected:,.0f}"
    return words if forecast.inside else f"**{words}**"


def _offices() -> list[str]:
    counts = load_panel()
    lasts = {name: last_dates(counts, baseline, spreads()) for name, baseline in OF_LAST_DATES.items()}
    apart = {name: left_out(counts, baseline, spreads()) for name, baseline in OF_LEFT_OUT.items()}
    from_nation, own = lasts.values()
    difference, error = better_by(own, from_nation)
    ratios = [np.log(one.count.observed / one.expected) for one in next(iter(apart.values()))]
    between = float(np.std(ratios, ddof=1))
    rates = [[one.count.name, *map(_rate, _rates_of(one, other))] for one, other in zip(from_nation, own, strict=True)]
    return [
        OFFICES.format(dated=len(own), difference=difference, error=error),
        _table(["baseline", *FIGURES], _score_lines(lasts)),
        _table(["office", "last count, %", *OF_LAST_DATES], rates),
        LEFT_OUT.format(offices=len(offices_of(counts)), between=between),
        _table(["baseline", *FIGURES], _score_lines(apart)),
    ]


def _rates_of(one: Forecast, other: Forecast) -> tuple[float, float, float]:
    return tuple(count / one.count.people for count in (one.count.observed, one.expected, other.expected))


def _rate(share: float) -> str:
    return f"{100 * share:.2f}"


def _score_lines(told: Mapping[str, Sequence[Forecast]]) -> list[list[str]]:
    return [[name, *_figures(score(forecasts))] for name, forecasts in told.items()]


def _figures(of: Score) -> list[str]:
    figures = (of.rmse, of.log_error, of.log_score, of.log_score_error)
    return [*(f"{figure:.2f}" for figure in figures), f"{of.coverage:.0%}"]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def main() -> None:
    """Print the page, and keep it if wanted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.baselines", description=__doc__)
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    print(page())
    if wanted.write:
        PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
