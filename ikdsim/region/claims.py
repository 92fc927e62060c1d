"""Claims: figures that a study prints, and how each is recomputed from the rows of its table."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ikdsim.provenance import SourcedValue, sourced_tables
from ikdsim.region.files import Row, Table, read_rows, read_table
from ikdsim.region.places import Place
from ikdsim.region.region import Region

COLUMNS: Final = ("residents", "recorded", "activated")
ROW_DECIMALS: Final = 2
"""Decimals of the rates printed in the rows of the table."""


@dataclass(frozen=True)
class Quantity:
    """A column of the table summed over some places, or a number of the region."""

    what: str
    """One of COLUMNS, or the name of a number without that of its region."""
    place: str = ""
    """The only place that counts; empty for all."""
    without: tuple[str, ...] = ()

    def compute(self, region: Region, numbers: Mapping[str, SourcedValue]) -> float:
        """The sum over the places, or the number."""
        if self.what not in COLUMNS:
            return numbers[f"{region.name}.{self.what}"].value
        counts: list[int] = [getattr(place, self.what) for place in region.places if self._counts(place)]
        return sum(counts)

    def _counts(self, place: Place) -> bool:
        return place.name not in self.without and self.place in ("", place.name)


@dataclass(frozen=True)
class Figure:
    """A count, or the rate of a part by a whole, in percent or plain."""

    part: Quantity
    whole: Quantity | None
    percent: bool

    def compute(self, region: Region, numbers: Mapping[str, SourcedValue]) -> float:
        """The count, the percentage or the ratio."""
        part = self.part.compute(region, numbers)
        if self.whole is None:
            return part
        return (100 if self.percent else 1) * part / self.whole.compute(region, numbers)


@dataclass(frozen=True)
class Claim:
    """A printed figure, how it follows by the study's own words, and perhaps a reading that explains it."""

    code: str
    printed: float
    decimals: int
    figure: Figure
    reading: Figure | None
    place: str = ""
    """The row of the table it stands in; empty for figures of the text."""


def read_claims(folder: Path) -> list[Claim]:
    """Read the printed rates of places.csv and the claims of audit.toml in a region's folder."""
    rows = read_rows(folder / "places.csv")
    in_rows = [_row_claim(row, base) for row in rows for base in ("residents", "recorded")]
    return in_rows + [_claim(table) for table in _audit_file(folder)["claim"]]


def read_audit_numbers(folder: Path, region: str) -> dict[str, SourcedValue]:
    """Numbers that serve only the audit; raises BadInput for one without its origin."""
    return sourced_tables(f"{region}.", _audit_file(folder)["numbers"])


def read_lowest_village(folder: Path) -> str:
    """Name of the place whose activation the study calls very low."""
    return str(_audit_file(folder)["lowest_village"])


def _audit_file(folder: Path) -> Table:
    return read_table(folder / "audit.toml")


def _row_claim(row: Row, base: str) -> Claim:
    figure = Figure(Quantity("activated", row["name"]), Quantity(base, row["name"]), percent=True)
    return Claim(f"row_{base}", float(row[f"percent_of_{base}"]), ROW_DECIMALS, figure, None, row["name"])


def _claim(table: Table) -> Claim:
    figure = _figure(table)
    reading = _figure({**table, **table["reading"]}) if "reading" in table else None
    return Claim(table["code"], table["printed"], table["decimals"], figure, reading)


def _figure(table: Table) -> Figure:
    whole = _quantity(table["whole"]) if "whole" in table else None
    return Figure(_quantity(table["part"]), whole, table.get("percent", True))


def _quantity(table: Table) -> Quantity:
    return Quantity(table["what"], table.get("place", ""), tuple(table.get("without", ())))
