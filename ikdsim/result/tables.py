"""The tables of a result as they go into CSV files: one row for each number, names instead of codes."""

from collections.abc import Sequence
from functools import partial

import pandas as pd

from ikdsim.observe.channels import LAPSES, MOVES
from ikdsim.observe.service_load import LOADS
from ikdsim.resident.ages import AGE_BANDS
from ikdsim.resident.columns import DEVICES, OCCUPATIONS, SEXES
from ikdsim.result.prices import prices
from ikdsim.result.run_result import Counts, RunResult
from ikdsim.service.kinds import KINDS


def tables(result: RunResult) -> dict[str, pd.DataFrame]:
    """Every table of `result` by the name of its file; counts in residents, dates are Sundays."""
    return {
        "adoption": result.to_frame(),
        "groups": groups(result),
        "channels": by_date(result, result.channels, "channel", KINDS, "activations"),
        "weeks": weeks(result),
        "service_load": service_load(result),
        "cost": cost(result),
        "services_refused": by_date(
            result, result.services_refused, "place", result.region.place_names, "services_refused"
        ),
        "prices": prices(result.scenario),
        "barriers": barriers(result),
    }


def groups(result: RunResult) -> pd.DataFrame:
    """Activated residents by date and group: age band, sex, phone in January 2023, occupation."""
    of_result = partial(by_date, result, column="group", name="activated")
    parts = {
        "age": of_result(result.by_age, names=AGE_BANDS),
        "sex": of_result(result.by_sex, names=SEXES),
        "device": of_result(result.by_device, names=DEVICES),
        "occupation": of_result(result.by_occupation, names=OCCUPATIONS),
    }
    return pd.concat(parts, names=["by", None]).reset_index("by")


def weeks(result: RunResult) -> pd.DataFrame:
    """By date: activated (net), sums of lapses and of compelled activations, visits from elsewhere, minutes away."""
    lapses = dict(zip(LAPSES, result.lapses.T, strict=True))
    moves = dict(zip(MOVES, result.moves.T, strict=True))
    return pd.DataFrame(
        {
            "date": pd.to_datetime(result.dates),
            "activated": result.activated,
            **lapses,
            **moves,
            "compelled": result.compelled,
            "visits_from_elsewhere": result.visits_from_elsewhere,
            "minutes_away": result.minutes_away,
        }
    )


def service_load(result: RunResult) -> pd.DataFrame:
    """By date and channel: residents of the week by what they met, minutes given to IKD, used and explained."""
    frame = by_date(result, result.minutes_given, "channel", KINDS, "minutes_given")
    frame["minutes_used"] = result.minutes_used.ravel()
    frame["minutes_explained"] = result.minutes_explained.ravel()
    for number, name in enumerate(LOADS):
        frame[name] = result.load[:, :, number].ravel()
    return frame


def cost(result: RunResult) -> pd.DataFrame:
    """Rupiah of the week by date and item."""
    parts = [
        pd.DataFrame({"date": pd.to_datetime(result.dates), "item": item, "rupiah": rupiah})
        for item, rupiah in sorted(result.costs.items())
    ]
    return pd.concat(parts) if parts else pd.DataFrame(columns=["date", "item", "rupiah"])


def barriers(result: RunResult) -> pd.DataFrame:
    """Residents at each barrier at the end of the run, by place."""
    frame = pd.DataFrame({"place": result.region.place_names, **result.barriers})
    return frame.melt(id_vars="place", var_name="barrier", value_name="residents")


def by_date(result: RunResult, counts: Counts, column: str, names: Sequence[str], name: str) -> pd.DataFrame:
    """A long table of `counts`, shape (T, names), called `name`, with the columns date and `column`."""
    index = pd.MultiIndex.from_product([pd.to_datetime(result.dates), names], names=["date", column])
    return pd.DataFrame({name: counts.ravel()}, index).reset_index()
