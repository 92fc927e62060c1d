"""The guard against slow decay: what each row takes beside numpy's yardstick, kept for every version.

A ratio to something measured in the same run does not change with the machine, or changes little. Nothing fails here:
the report names the rows that became slower.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.measure import NANO
from benchmarks.rows import REFERENCE

RATIOS_FILE: Final = Path(__file__).parent / "ratios.json"
TOLERATED: Final = 1.2
"""A fifth: what a noisy machine may feign."""

DIGITS: Final = 4
"""Significant digits of a ratio that is kept."""

Ratios = Mapping[str, float]
"""By name of the row."""


def ratios_of(rows: Sequence[Mapping[str, Any]], names: Collection[str]) -> dict[str, float]:
    """Cost of each of the rows in `names` in resident-weeks of numpy's yardstick; empty without that row.

    The cost is that of one resident-week, or of the whole row where it has none.
    """
    costs = {row["name"]: cost for row in rows if (cost := _nanoseconds(row)) is not None}
    if REFERENCE not in costs:
        return {}
    return {name: float(f"{cost / costs[REFERENCE]:.{DIGITS}g}") for name, cost in costs.items() if name in names}


def slower(now: Ratios, before: Ratios) -> list[dict[str, Any]]:
    """Rows whose ratio grew by more than a fifth: name, ratio now and before."""
    return [
        {"name": name, "ratio": ratio, "before": before[name]}
        for name, ratio in now.items()
        if name in before and ratio > TOLERATED * before[name]
    ]


def newest(file: Path) -> tuple[str | None, Ratios]:
    """The version stored last and its ratios; None and nothing if none is stored."""
    stored = _read(file)
    version = next(reversed(stored), None)
    return version, stored[version] if version else {}


def store(document: Mapping[str, Any], file: Path) -> None:
    """Add the ratios of the document's version as the newest, or renew them."""
    stored = _read(file)
    stored.pop(document["version"], None)
    stored[document["version"]] = document["ratios"]
    file.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


def _nanoseconds(row: Mapping[str, Any]) -> float | None:
    if row["ns_per_resident_week"] is not None:
        return float(row["ns_per_resident_week"])
    return None if row["cpu_seconds"] is None else float(row["cpu_seconds"] * NANO)


def _read(file: Path) -> dict[str, dict[str, float]]:
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}
