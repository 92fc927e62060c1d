"""History: the dated events that every run of a region contains, written as in a scenario file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ikdsim.provenance import NO_VALUES, SourcedValue, sourced_tables
from ikdsim.region.files import Table


@dataclass(frozen=True)
class BotramRegime:
    """How often Botram comes to the region from `start` on, until the next regime."""

    start: date
    kecamatan_visits_per_year: SourcedValue
    """Editions at the kecamatan, in the whole region."""
    village_visits_per_year: SourcedValue
    """Editions in a kelurahan or desa, in the whole region."""
    urban_weight: SourcedValue
    """How many times likelier an urban place is visited than a rural one, for each resident."""


@dataclass(frozen=True)
class History:
    """Policies of the past as plain tables, their sources, Botram's regimes, and all their numbers."""

    policies: tuple[dict[str, Any], ...]
    sources: Mapping[str, str]
    """Source of each policy by its name."""
    botram: tuple[BotramRegime, ...]
    numbers: Mapping[str, SourcedValue]


def history_of(region: str, data: Table, values: Mapping[str, float] = NO_VALUES) -> History:
    """What history.toml of `region` says in `data`, with other `values` by the full names of numbers.

    Raises BadInput for a number without its origin.
    """
    numbers = sourced_tables(f"{region}.", data["numbers"], values)
    regimes = [_regime(table, region, numbers) for table in data["botram"]]
    for table in data["policy"]:
        numbers |= sourced_tables(_prefix(table, region), _own_numbers(table), values)
    return History(
        policies=tuple(_plain(table, region, numbers) for table in data["policy"]),
        sources={table["name"]: table["source"] for table in data["policy"]},
        botram=tuple(sorted(regimes, key=lambda regime: regime.start)),
        numbers=numbers,
    )


def _regime(table: Table, region: str, numbers: Mapping[str, SourcedValue]) -> BotramRegime:
    return BotramRegime(
        start=table["start"],
        kecamatan_visits_per_year=numbers[f"{region}.{table['kecamatan_visits_per_year']}"],
        village_visits_per_year=numbers[f"{region}.{table['village_visits_per_year']}"],
        urban_weight=numbers[f"{region}.{table['urban_weight']}"],
    )


def _prefix(table: Table, region: str) -> str:
    """How the names of a policy's numbers begin."""
    return f"{region}.{table['name']}."


def _own_numbers(table: Table) -> dict[str, Any]:
    return {key: value for key, value in table.items() if isinstance(value, dict)}


def _plain(table: Table, region: str, numbers: Mapping[str, SourcedValue]) -> dict[str, Any]:
    """The table as a scenario file would have it: no source, and of a sourced number only its value."""
    values = {key: float(numbers[_prefix(table, region) + key].value) for key in _own_numbers(table)}
    return {key: value for key, value in table.items() if key != "source"} | values
