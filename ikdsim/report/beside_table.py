"""Places beside the published table: where the model is far from what was counted, its gains say little."""

from typing import Final

import numpy as np

from ikdsim.clock import week_of
from ikdsim.experiment.comparison import Comparison
from ikdsim.language import day, number, text
from ikdsim.region.places import Place
from ikdsim.report.layout import wide
from ikdsim.report.ruled import ruled

FAR: Final = 1.5
"""Times as many, or as few, from which model and table are called far apart."""
COLUMNS: Final = ("place", "counted", "simulated", "ratio")


def places_beside_table(comparison: Comparison, lang: str) -> list[str]:
    """A table of users by place on the day of the published table, and which are far from it; none on other days."""
    week = week_of(comparison.region.table_date) - week_of(comparison.scenarios[0].start)
    if not 0 <= week < len(comparison.dates):
        return []
    simulated = np.median(comparison.activated[comparison.plan.baseline, :, week], axis=0)
    pairs = [
        (place, float(users), _ratio(place, float(users)))
        for place, users in zip(comparison.region.places, simulated, strict=True)
    ]
    rows = [
        [place.name, number(place.activated, lang), number(users, lang), number(ratio, lang, 1)]
        for place, users, ratio in pairs
    ]
    far = [place.name for place, _, ratio in pairs if not 1 / FAR < ratio < FAR]
    heading = wide(text("beside_table.heading", lang, {"day": day(comparison.region.table_date, lang)}))
    told = [heading, ruled([text(f"beside_table.{column}", lang) for column in COLUMNS], rows)]
    return [*told, wide(text("beside_table.far", lang, {"places": ", ".join(far)}))] if far else told


def _ratio(place: Place, simulated: float) -> float:
    return simulated / place.activated if place.activated else float("inf")
