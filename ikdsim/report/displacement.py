"""What others lose under a scenario: residents of other places, the other kecamatan, KTP-el and other services."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.interval import interval
from ikdsim.language import number, text
from ikdsim.report.layout import paragraphs, wide
from ikdsim.result.taken import TAKEN

_SHOWN_PER: Final[Mapping[str, float]] = MappingProxyType(
    dict.fromkeys(("regency_desk_minutes", "minutes_explained", "minutes_away"), MINUTES_PER_HOUR)
)
"""How many of what is counted make one of what is told; 1 if it is not named."""
NEARLY_ALL: Final = 0.9
"""Share of the runs in which a place has fewer users before it is called a loss, not chance."""


def others_lose(comparison: Comparison, lang: str) -> list[str]:
    """A section that tells for each scenario who loses against the baseline, medians of the runs; none for no others.

    Places where fewer residents use IKD in nearly all runs, then what is taken from other kecamatan and other services.
    """
    told = [_scenario(comparison, position, lang) for position in comparison.plan.others]
    if not told:
        return []
    return ["\n".join([wide(text("compare.others_lose", lang)), *paragraphs(told)])]


def _scenario(comparison: Comparison, position: int, lang: str) -> str:
    losses = [*_places(comparison, position, lang), *_taken(comparison, position, lang)]
    what = "; ".join(losses) if losses else text("compare.nothing_lost", lang)
    return f"{comparison.scenarios[position].title[lang]}: {what}"


def _places(comparison: Comparison, position: int, lang: str) -> list[str]:
    gains, runs = comparison.gains[position], len(comparison.plan.seeds)
    falls = (gains < 0).mean(axis=0) >= NEARLY_ALL
    losing = [(row, -float(median)) for row, median in enumerate(np.median(gains, axis=0)) if falls[row]]
    return [
        text(
            "compare.lost_in_place",
            lang,
            {
                "place": comparison.region.place_names[row],
                "count": number(count, lang),
                "runs": number(float(np.sum(gains[:, row] < 0)), lang),
                "of": number(runs, lang),
            },
        )
        for row, count in losing
    ]


def _taken(comparison: Comparison, position: int, lang: str) -> list[str]:
    medians = {
        name: interval(comparison.extra_taken[position, :, row]).median / _SHOWN_PER.get(name, 1.0)
        for row, name in enumerate(TAKEN)
    }
    return [
        text(f"compare.lost_{name}", lang, {"count": number(count, lang)})
        for name, count in medians.items()
        if round(count) > 0
    ]
