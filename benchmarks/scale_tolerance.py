"""How far scaled runs lie from 1:1: activated residents of the baseline in the week of Table 1 and at its end.

Finished runs stand in a file named after the sources they rest on; what was interrupted goes on from there. Scaled runs
draw other residents, so their luck is not that of 1:1: means are compared, with the standard error of the difference.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import ikdsim
from benchmarks.commands import BASELINE
from ikdsim.clock import week_of
from ikdsim.region.load import load_region
from ikdsim.scenario.scenario import Scenario

SEEDS = {1: 160, 4: 240, 20: 160, 50: 240}
"""Runs at each scale: differences from 1:1 then have standard errors of 0.1 to 0.2 % at the end of the baseline."""
PACKAGE = Path(ikdsim.__file__).parent
KEPT_IN = Path(__file__).parent.parent / "results"
MOMENTS = ("Table 1", "end")
Totals = tuple[float, float]
"""Activated residents at the two moments of one run."""


def file_of_runs() -> Path:
    """Where finished runs of these very sources stand, a line of JSON each: scale, seed, totals."""
    sources = sorted(path for pattern in ("*.py", "*.toml") for path in PACKAGE.rglob(pattern))
    digest = hashlib.sha256(Path(BASELINE).read_bytes())
    for path in sources:
        digest.update(path.read_bytes())
    return KEPT_IN / f"scale_tolerance-{digest.hexdigest()[:12]}.jsonl"


def finished(file: Path) -> dict[tuple[int, int], Totals]:
    """Totals of the runs that are done, by scale and seed."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return {(scale, seed): totals for scale, seed, totals in map(json.loads, lines)}


def totals_of(scenario: Scenario, scale: int, seed: int) -> Totals:
    """Run once."""
    result = ikdsim.run(scenario, seed=seed, scale=scale)
    at_table = week_of(load_region(scenario.region).table_date) - week_of(scenario.start)
    return float(result.activated[at_table]), float(result.activated[-1])


def run_missing(file: Path) -> dict[tuple[int, int], Totals]:
    """Run what is not finished, one line of the file after the other; returns all."""
    scenario = ikdsim.load_scenario(BASELINE)
    done = finished(file)
    file.parent.mkdir(exist_ok=True)
    wanted = [(scale, seed) for scale, count in SEEDS.items() for seed in range(1, count + 1)]
    for scale, seed in wanted:
        if (scale, seed) not in done:
            done[scale, seed] = totals_of(scenario, scale, seed)
            with file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps([scale, seed, done[scale, seed]]) + "\n")
            print(f"1:{scale}, seed {seed} of {SEEDS[scale]}", file=sys.stderr)
    return {key: done[key] for key in wanted}


def figures(scaled: NDArray[np.float64], whole: NDArray[np.float64]) -> dict[str, float]:
    """Mean and standard error of the scaled runs, and their difference from 1:1 as a share, with its own."""
    error, error_of_whole = (np.std(totals, ddof=1) / np.sqrt(len(totals)) for totals in (scaled, whole))
    mean = whole.mean()
    return {
        "activated": float(scaled.mean()),
        "error": float(error),
        "difference": float(scaled.mean() / mean - 1.0),
        "error_of_difference": float(np.hypot(error, error_of_whole) / mean),
    }


def rows(done: dict[tuple[int, int], Totals]) -> list[dict[str, float | str]]:
    """One row for each scale and moment."""
    totals = {scale: np.array([done[scale, seed + 1] for seed in range(count)]) for scale, count in SEEDS.items()}
    return [
        {"scale": scale, "runs": len(scaled), "moment": name, **figures(scaled[:, k], totals[1][:, k])}
        for k, name in enumerate(MOMENTS)
        for scale, scaled in totals.items()
    ]


def table(found: list[dict[str, float | str]]) -> str:
    """The rows as a table of Markdown, ready for docs/odd.md."""
    lines = ["| moment | scale | runs | activated | against 1:1 |", "|---|---:|---:|---:|---:|"]
    for row in found:
        against = f"{row['difference']:+.1%} ± {row['error_of_difference']:.1%}" if row["scale"] != 1 else ""
        mean = f"{row['activated']:,.0f} ± {row['error']:,.0f}"
        lines.append(f"| {row['moment']} | 1:{row['scale']} | {row['runs']} | {mean} | {against} |")
    return "\n".join(lines)


def main() -> None:
    """Run what is missing and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    as_json = parser.parse_args().json
    found = rows(run_missing(file_of_runs()))
    print(json.dumps({"benchmark": "Scale tolerance", "rows": found}, indent=2) if as_json else table(found))


if __name__ == "__main__":
    main()
