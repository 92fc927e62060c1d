"""What must hold, measured: `python -m benchmarks.must_hold FOLDER`.

Every run and every draw is kept in FOLDER as soon as its seed is done, in a file that belongs to these rules and
numbers: the same command goes on where it was stopped, and begins anew when the model has changed. `--write` keeps what
came of it in benchmarks/must_hold.json and docs/must_hold.md. Exit status 1 if something does not hold.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from benchmarks.jobs import BASELINE
from benchmarks.must_hold import draws, rules, signs
from benchmarks.must_hold.page import page
from benchmarks.must_hold.rows import Row, Rows
from benchmarks.must_hold.verdict import verdict
from ikdsim.setup import Setup

REPOSITORY = Path(__file__).parent.parent.parent
STORED, PAGE = REPOSITORY / "benchmarks" / "must_hold.json", REPOSITORY / "docs" / "must_hold.md"
Job = Callable[[int, set[str]], list[Row]]


def measure(rows: Rows, seeds: range, drawn: range, processes: int) -> None:
    """Whatever is missing among `rows`."""
    work: list[tuple[Job, str, Iterable[int]]] = [
        (rules.rule_rows, rules.CHECK, seeds),
        (draws.draw_rows, draws.CHECK, drawn),
        (signs.sign_rows, signs.CHECK, seeds),
    ]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(job, seed, rows.done(check, seed)) for job, check, of in work for seed in of]
        for number, job in enumerate(as_completed(jobs), 1):
            rows.add(job.result())
            print(f"\r{number} of {len(jobs)}", end="", file=sys.stderr, flush=True)


def main() -> None:
    """Measure what is missing, tell what holds, and keep it if wanted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.must_hold", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, default=30)
    parser.add_argument("--draws", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    os.environ.update({f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "NUMBA")})
    wanted.folder.mkdir(parents=True, exist_ok=True)
    setup = Setup(BASELINE)
    rows = Rows(wanted.folder / f"{setup.past_hash(setup.last_week)[:12]}.jsonl")
    seeds, drawn = range(1, wanted.seeds + 1), range(1, wanted.draws + 1)
    measure(rows, seeds, drawn, wanted.jobs)
    found = verdict(rows, seeds, drawn)
    print(page(found))
    if wanted.write:
        STORED.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
        PAGE.write_text(page(found), encoding="utf-8")
    sys.exit(0 if all(rule["holds"] for rule in found["rules"]) else 1)


if __name__ == "__main__":
    main()
