"""Which desks are full, and when: there more residents who want IKD bring no more users."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from ikdsim.experiment.comparison import Comparison
from ikdsim.language import text
from ikdsim.report.layout import paragraphs, wide
from ikdsim.result.full_desks import full_years


def full_desks(full: NDArray[np.bool_], first_year: int, lang: str) -> str:
    """Kinds of service with the years in which they are full; `full` has the shape (kinds, years)."""
    years = full_years(full, first_year)
    told = [f"{text(f'channel.{kind}', lang)} ({_spans(of)})" for kind, of in years.items()]
    return ", ".join(told) if told else text("result.no_full_desks", lang)


def full_desks_of(comparison: Comparison, lang: str) -> str:
    """A section with a line for each scenario: what is full in more than half of the runs."""
    first, titles = comparison.years.start, comparison.plan.titles(lang)
    usual = comparison.full.mean(axis=1) > 1 / 2
    lines = [f"{titles[k]}: {full_desks(usual[k], first, lang)}" for k in range(len(titles))]
    return "\n".join([wide(text("result.full_desks", lang)), *paragraphs(lines)])


def _spans(years: Sequence[int]) -> str:
    """Years one after the other as a span: 2023, 2025–2028."""
    runs = [[year for _, year in alike] for _, alike in groupby(enumerate(years), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
