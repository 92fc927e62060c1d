"""Many runs, measured: `python -m benchmarks.many_runs FOLDER`.

The runs of the large folders are kept in FOLDER, and each part of the result as soon as it is there: the same command
goes on where it was stopped. `--write` keeps the result in benchmarks/many_runs.json and docs/many_runs.md. Some forty
minutes on two quiet cores.
"""

import argparse
import json
import os
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.jobs import TINY, timed_processes
from benchmarks.many_runs.folders import (
    comparison_file,
    peak_of_runs,
    peaks_of_a_long_life,
    seconds_to_read,
    sweep_file,
)
from benchmarks.many_runs.page import page
from benchmarks.many_runs.pairing import reductions
from benchmarks.many_runs.ways import WAYS, Experiment, alike, bare_loop, experiment
from benchmarks.rows import Figures

REPOSITORY = Path(__file__).parent.parent.parent
STORED, PAGE = REPOSITORY / "benchmarks" / "many_runs.json", REPOSITORY / "docs" / "many_runs.md"
VALUES, SEEDS, ROUNDS = 20, 8, 2


def measure_ways(asked: Experiment, rounds: int) -> Figures:
    """Every way in turns: medians of the rounds, and whether all found the same."""
    bare_loop(experiment(1, 1, TINY), 1)  # compiles the rules before anything is measured
    measured: dict[str, list[Figures]] = {name: [] for name in WAYS}
    found = []
    for _ in range(rounds):
        for name, (way, processes) in WAYS.items():
            measured[name].append(timed_processes(lambda do=way, n=processes: found.append(do(asked, n))))
    seconds = ("cpu_seconds", "wall_seconds")
    ways = {
        name: {which: median(one[which] for one in several) for which in seconds} for name, several in measured.items()
    }
    return {"runs": len(asked.runs), "rounds": rounds, "alike": alike(found), "ways": ways}


def measure_folder(experiment_file: Path) -> Figures:
    """A folder of runs: the memory of the process that has them done, and the time to read them again."""
    peak = peak_of_runs(experiment_file)
    return {"peak_bytes": peak, "seconds_to_read": seconds_to_read(experiment_file)}


def main() -> None:
    """Measure what is missing, tell it, and keep it if wanted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.many_runs", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    os.environ.update({f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "NUMBA")})
    wanted.folder.mkdir(parents=True, exist_ok=True)
    parts: dict[str, Callable[[], Any]] = {
        "ways": lambda: measure_ways(experiment(VALUES, SEEDS), ROUNDS),
        "sweep": lambda: measure_folder(sweep_file(wanted.runs, wanted.folder)),
        "comparison": lambda: measure_folder(comparison_file(wanted.runs, wanted.folder)),
        "long_life": peaks_of_a_long_life,
        "pairing": lambda: reductions(30),
    }
    kept = wanted.folder / "parts.json"
    found = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {"asked": wanted.runs}
    for name, measure in parts.items():
        if name not in found:
            found[name] = measure()
            kept.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(page(found))
    if wanted.write:
        STORED.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
        PAGE.write_text(page(found), encoding="utf-8")


if __name__ == "__main__":
    main()
