"""Declared baselines for the offices of the panel, without any model of adoption.

Two foretell the last count of an office from its earlier ones; two foretell an office that was left out from the nation
and the other offices. Each has the same spread about it, with its prior integrated over.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from statistics import fmean, median
from types import MappingProxyType
from typing import Final

import numpy as np

from ikdsim.calibration.numbers import calibration_value
from ikdsim.calibration.scores import FloatArray, Forecast, LeftOut, around, judge
from ikdsim.panel.dated_count import DatedCount
from ikdsim.panel.office import DatedShare, Office, national_share, offices_of

ROLL_OUT: Final = date(2022, 10, 1)
"""Before it hardly anybody outside the offices used IKD."""
_LEAST: Final = 1e-6
"""The least share that is foretold."""

OfficeBaseline = Callable[[Sequence[DatedCount], Sequence[Office], Office, date], float]
"""Share on a day of an office of which earlier shares, or none, are known, from the panel and the other offices."""


def last_dates(counts: Sequence[DatedCount], baseline: OfficeBaseline, spreads: FloatArray) -> list[Forecast]:
    """The last share of each office that has two or more, from its earlier ones."""
    known = [office for office in offices_of(counts) if len(office.shares) > 1]
    return _judged(
        counts, [(replace(office, shares=office.shares[:-1]), office) for office in known], baseline, spreads
    )


def left_out(counts: Sequence[DatedCount], baseline: OfficeBaseline, spreads: FloatArray) -> list[Forecast]:
    """The last share of each office, from everything but its own."""
    pairs = [(replace(office, shares=()), office) for office in offices_of(counts)]
    return _judged(counts, pairs, baseline, spreads)


def last_and_nation(counts: Sequence[DatedCount], others: Sequence[Office], office: Office, day: date) -> float:
    """Its last share and the points by which the nation grew since."""
    last = office.shares[-1]
    return last.share + national_share(counts, day) - national_share(counts, last.date)


def own_line(counts: Sequence[DatedCount], others: Sequence[Office], office: Office, day: date) -> float:
    """The line of least squares through its earlier shares; through one, from nobody at the roll-out."""
    known = office.shares if len(office.shares) > 1 else (DatedShare(ROLL_OUT, 0.0, None), *office.shares)
    days = [one.date.toordinal() for one in known]
    line = np.polyfit(np.subtract(days, day.toordinal()), [one.share for one in known], 1)
    return float(line[-1])


def nation(counts: Sequence[DatedCount], others: Sequence[Office], office: Office, day: date) -> float:
    """The nation's share that day."""
    return national_share(counts, day)


def nation_and_others(counts: Sequence[DatedCount], others: Sequence[Office], office: Office, day: date) -> float:
    """The nation's share times the geometric mean of what the last shares of the others are of it."""
    lasts = [other.shares[-1] for other in others]
    ratio = fmean(np.log(one.share / national_share(counts, one.date)) for one in lasts)
    return national_share(counts, day) * float(np.exp(ratio))


OF_LAST_DATES: Final[Mapping[str, OfficeBaseline]] = MappingProxyType(
    {"last rate and national growth": last_and_nation, "own linear growth": own_line}
)
OF_LEFT_OUT: Final[Mapping[str, OfficeBaseline]] = MappingProxyType(
    {"national rate": nation, "national rate x mean ratio of the others": nation_and_others}
)


def _judged(
    counts: Sequence[DatedCount],
    pairs: Sequence[tuple[Office, Office]],
    baseline: OfficeBaseline,
    spreads: FloatArray,
) -> list[Forecast]:
    """Pairs of what is known of an office and the whole; an office without a base has the median of all bases."""
    whole = offices_of(counts)
    usual = median(one.base for office in whole for one in office.shares if one.base)
    found = []
    for known, office in pairs:
        last, others = office.shares[-1], [other for other in whole if other.name != office.name]
        people = last.base or usual
        share = max(baseline(counts, others, known, last.date), _LEAST)
        prediction = around(people * share, calibration_value("office_spread"), spreads)
        found.append(judge(LeftOut(office.name, people, people * last.share), prediction))
    return found
