"""From what the processes measured to one document: medians, ratios, curves that agree, and rows that became slower."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median
from typing import Any

from benchmarks.curves import TOLERANCE, deviation
from benchmarks.measure import NANO, machine
from benchmarks.ratios import RATIOS_FILE, newest, ratios_of, slower
from benchmarks.rows import Row

Figures = dict[str, Any]
"""The fields of measure.Measured, or a row of the document."""


@dataclass
class Findings:
    """What the processes handed back, by name of the row."""

    measured: dict[str, list[Figures]] = field(default_factory=dict)
    """One entry for each round."""
    lighter: dict[str, Figures] = field(default_factory=dict)
    """The same row with a tenth of the residents, for its memory."""
    missing: dict[str, str] = field(default_factory=dict)
    """Rows that could not be measured, and why: a library that is not installed, say."""
    references: dict[float, list[list[float]]] = field(default_factory=dict)
    """Checked points of numpy's yardstick by scale; see curves.py."""
    earlier: dict[str, dict[str, str]] = field(default_factory=dict)
    """Date and version of what was not measured now but is kept; see kept.py."""
    gb_per_second: float | None = None

    @property
    def tried(self) -> set[str]:
        """Names of the rows that were measured or found missing."""
        return {*self.measured, *self.missing}


def document(rows: Sequence[Row], findings: Findings, full: bool) -> Figures:
    """Everything measured, as values that JSON can hold."""
    table = {row.name: _row(row, findings, full) for row in rows if row.name in findings.measured}
    for row in rows:
        if row.name in table and row.beside in table:
            table[row.name]["times_slower_than_columns"] = _times(table[row.name], table[row.beside])
    ratios = ratios_of(list(table.values()), {row.name for row in rows if row.is_ours} - set(findings.earlier))
    before, then = newest(RATIOS_FILE)
    return {
        "version": version("ikdsim"),
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "bandwidth_gb_s": findings.gb_per_second,
        "rows": list(table.values()),
        "missing": findings.missing,
        "earlier": findings.earlier,
        "ratios": ratios,
        "compared_with": before,
        "slower": slower(ratios, then),
    }


def _row(row: Row, findings: Findings, full: bool) -> Figures:
    """The figures of one row: medians of its rounds."""
    rounds = findings.measured[row.name]
    cpu, residents, weeks = _middle(rounds, "cpu_seconds"), rounds[0]["residents"], rounds[0]["weeks"]
    resident_weeks = (residents or 0) * (weeks or 0)
    differs = _deviation(rounds, findings.references.get(row.scale_of(full)))
    return {
        "name": row.name,
        "residents": residents,
        "weeks": weeks,
        "rounds": len(rounds),
        "cpu_seconds": cpu,
        "wall_seconds": _middle(rounds, "wall_seconds"),
        "ns_per_resident_week": cpu / resident_weeks * NANO if cpu is not None and resident_weeks else None,
        "peak_bytes": _middle(rounds, "peak_bytes"),
        "bytes_per_resident": _bytes_per_resident(rounds, findings.lighter.get(row.name)),
        "times_slower_than_columns": None,
        "times_faster": _middle(rounds, "times_faster"),
        "deviation": differs,
        "agrees": None if differs is None else differs <= TOLERANCE,
    }


def _middle(rounds: Sequence[Mapping[str, Any]], name: str) -> float | None:
    """The median of a figure over the rounds, None if any was not measured."""
    figures = [one[name] for one in rounds]
    return None if None in figures else float(median(figures))


def _bytes_per_resident(rounds: Sequence[Mapping[str, Any]], lighter: Mapping[str, Any] | None) -> float | None:
    """Slope of the peak between the row and its lighter run: the interpreter and the libraries cancel out."""
    peak = _middle(rounds, "peak_bytes")
    if lighter is None or lighter["peak_bytes"] is None or peak is None:
        return None
    return float((peak - lighter["peak_bytes"]) / (rounds[0]["residents"] - lighter["residents"]))


def _deviation(rounds: Sequence[Mapping[str, Any]], reference: Sequence[Sequence[float]] | None) -> float | None:
    """How far the row's curves lie from the reference at the same size, in standard errors; None without curves."""
    curves = [curve for one in rounds for curve in one["curves"] or []]
    return deviation(curves, reference) if curves and reference else None


def _times(row: Mapping[str, Any], beside: Mapping[str, Any]) -> float | None:
    """How many times as long as `beside` the row takes for a resident-week."""
    ours, theirs = row["ns_per_resident_week"], beside["ns_per_resident_week"]
    return None if ours is None or theirs is None else float(ours / theirs)
