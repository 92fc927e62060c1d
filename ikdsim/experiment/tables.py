"""The tables of a comparison as they go into CSV files: long, with names instead of positions."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.interval import band
from ikdsim.observe.barriers import BARRIERS
from ikdsim.result.taken import TAKEN


def tables(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Every table of `comparison` by the name of its file; counts in residents, dates are Sundays."""
    return {
        "comparison": comparison.to_frame(),
        "places": places(comparison),
        "curves": curves(comparison),
        "barriers": barriers(comparison),
        "taken_from_others": taken_from_others(comparison),
        "settings": settings(comparison),
    }


def places(comparison: Comparison) -> pd.DataFrame:
    """By scenario and place at the horizon: activated and gain, with the points 5 % and 95 % of the runs."""
    names = [scenario.name for scenario in comparison.scenarios]
    index = pd.MultiIndex.from_product([names, comparison.region.place_names], names=["scenario", "place"])
    activated = _columns("activated", comparison.at_horizon)
    return pd.DataFrame(activated | _columns("gain", comparison.gains), index).reset_index()


def curves(comparison: Comparison) -> pd.DataFrame:
    """By scenario and date: activated in the whole region."""
    names = [scenario.name for scenario in comparison.scenarios]
    index = pd.MultiIndex.from_product([names, pd.to_datetime(comparison.dates)], names=["scenario", "date"])
    return pd.DataFrame(_columns("activated", comparison.activated.sum(axis=3)), index).reset_index()


def barriers(comparison: Comparison) -> pd.DataFrame:
    """By scenario, place and barrier at the horizon: residents, mean of the runs."""
    levels: list[Sequence[str]] = [
        [scenario.name for scenario in comparison.scenarios],
        comparison.region.place_names,
        BARRIERS,
    ]
    index = pd.MultiIndex.from_product(levels, names=["scenario", "place", "barrier"])
    return pd.DataFrame({"residents": comparison.barriers.mean(axis=1).ravel()}, index).reset_index()


def taken_from_others(comparison: Comparison) -> pd.DataFrame:
    """By scenario and what is taken from others over the whole run: how much more than under the baseline."""
    names = [scenario.name for scenario in comparison.scenarios]
    index = pd.MultiIndex.from_product([names, list(TAKEN)], names=["scenario", "taken"])
    return pd.DataFrame(_columns("extra", comparison.extra_taken), index).reset_index()


def settings(comparison: Comparison) -> pd.DataFrame:
    """By setting and scenario, as the twin expects at the horizon: activated, gain, and its part of today's gain.

    With the numbers that the setting moves; none once calibrated.
    """
    columns = {"activated": "activated", "gain": "gains", "factor": "factors"}
    frames = [
        pd.DataFrame({column: setting[name] for column, name in columns.items()}).assign(
            setting=setting["name"],
            numbers="; ".join(f"{name} = {value:g}" for name, value in setting["numbers"].items()),
        )
        for setting in comparison.document()["settings"]
    ]
    order = ["setting", "scenario", *columns, "numbers"]
    return pd.concat(frames).rename_axis("scenario").reset_index()[order] if frames else pd.DataFrame(columns=order)


def _columns(name: str, counts: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """Median, low and high over the runs of `counts`, shape (scenarios, runs, ...), one after the other."""
    parts = zip(("median", "low", "high"), band(counts.swapaxes(0, 1)), strict=True)
    return {f"{name}_{part}": values.ravel() for part, values in parts}
