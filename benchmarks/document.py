"""From what the processes measured to one document: medians, curves that agree, and rows that became slower.

Every version stores its last document; other runs tell what it says of rows that only `--full` measures. The guard
compares ratios: what a row costs beside numpy's yardstick in the same run, the same on a slower machine.
"""

import os
import platform
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from math import sqrt
from pathlib import Path
from statistics import fmean, median, stdev

from benchmarks.rows import COLUMNS, ONLY_FULL, REFERENCE, ROWS, YARDSTICK, Figures

CHECKED_WEEKS = (26, 52, 78, 104)
TOLERANCE = 5.0  # standard errors: with 16 seeds of the reference, one check of 500 exceeds it by chance
TOLERATED = 1.2  # a fifth: what a noisy machine may feign
CPU_FILE = Path("/proc/cpuinfo")


def document(table: Sequence[Figures], missing: Mapping[str, str], bandwidth: float, stored: Figures) -> Figures:
    """Everything measured, as JSON can hold it; `missing` says why a row is not there, `bandwidth` is in GB a second.

    `stored` are earlier documents by version, the newest last.
    """
    named = re.search(r"model name\s*: (.*)", CPU_FILE.read_text(encoding="utf-8") if CPU_FILE.exists() else "")
    processor = named[1] if named else platform.processor() or platform.machine()
    system, python = platform.system(), platform.python_version()
    before, last = list(stored.items())[-1] if stored else (None, {"rows": [], "ratios": {}})
    untried = {row.name for row in ROWS if row.when == ONLY_FULL} - {*missing, *(row["name"] for row in table)}
    again = [row for row in last["rows"] if row["name"] in untried]
    then = {name: last[name] for name in ("date", "version")} if again else {}
    costs = {row["name"]: row["ns_per_resident_week"] for row in [*table, *again]}
    for row in [*table, *again]:
        beside = costs.get(YARDSTICK if row["name"].startswith("yardstick") else COLUMNS)
        row["times_slower_than_columns"] = costs[row["name"]] / beside if costs[row["name"]] and beside else None
    ratios, old = ratios_of(table), last["ratios"]
    slower = [name for name, ratio in ratios.items() if name in old and ratio > TOLERATED * old[name]]
    return {
        "version": version("ikdsim"),
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {"processor": processor, "cores": os.cpu_count(), "system": system, "python": python},
        "bandwidth_gb_s": bandwidth,
        "rows": [*table, *again],
        "missing": dict(missing),
        "earlier": {row["name"]: last["earlier"].get(row["name"], then) for row in again},
        "ratios": ratios,
        "compared_with": before,
        "slower": [{"name": name, "ratio": ratios[name], "before": old[name]} for name in slower],
    }


def figures(name: str, rounds: Sequence[Figures], lighter: Figures, reference: Sequence[Sequence[float]]) -> Figures:
    """One row: medians of its rounds, memory beside the `lighter` run, curves beside the `reference` of its size."""
    row = {"name": name, "residents": rounds[0]["residents"], "weeks": rounds[0]["weeks"], "rounds": len(rounds)}
    for figure in ("cpu_seconds", "wall_seconds", "peak_bytes", "times_faster"):
        found = [one.get(figure) for one in rounds]
        row[figure] = None if None in found else float(median(found))
    resident_weeks, cpu = (row["residents"] or 0) * (row["weeks"] or 0), row["cpu_seconds"]
    row["ns_per_resident_week"] = cpu / resident_weeks * 1e9 if cpu is not None and resident_weeks else None
    row["bytes_per_resident"] = row["times_slower_than_columns"] = row["deviation"] = row["agrees"] = None
    if lighter.get("peak_bytes") and row["peak_bytes"]:
        heavier, more = (row[name] - lighter[name] for name in ("peak_bytes", "residents"))
        row["bytes_per_resident"] = heavier / more
    curves = [curve for one in rounds for curve in one.get("curves", ())]
    if curves and reference:
        row |= {"deviation": deviation(curves, reference), "agrees": deviation(curves, reference) <= TOLERANCE}
    return row


def checked_points(curve: Sequence[Sequence[int]]) -> list[float]:
    """All active residents after the checked weeks, and those of each place at the end; `curve` is (weeks, places)."""
    return [float(sum(curve[week - 1])) for week in CHECKED_WEEKS] + [float(active) for active in curve[-1]]


def deviation(curves: Sequence[Sequence[float]], reference: Sequence[Sequence[float]]) -> float:
    """Largest difference of mean points in standard errors, by the spread of the `reference`; both (seeds, points)."""
    share = sqrt(1 / len(curves) + 1 / len(reference))
    pairs = zip(zip(*curves, strict=True), zip(*reference, strict=True), strict=True)
    return max(abs(fmean(ours) - fmean(theirs)) / (max(stdev(theirs), 1.0) * share) for ours, theirs in pairs)


def ratios_of(table: Sequence[Figures]) -> dict[str, float]:
    """Cost of each row of ours, of a resident-week or of the whole row, in resident-weeks of numpy's yardstick."""
    costs = {row["name"]: row["ns_per_resident_week"] or (row["cpu_seconds"] or 0.0) * 1e9 for row in table}
    numpy, ours = costs.get(REFERENCE), {row.name for row in ROWS if row.is_ours}
    return {name: float(f"{cost / numpy:.4g}") for name, cost in costs.items() if numpy and cost and name in ours}
