"""The whole suite: every row in a process of its own, round after round, and one document of medians at the end.

`ikdsim bench` starts it and tells its document in words. Rows take turns, so that a busy minute of the machine meets
all of them alike. Nothing here imports numpy: the memory of a parent would count as that of the process it starts.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from itertools import product
from multiprocessing import get_context
from pathlib import Path

from benchmarks.document import document, figures
from benchmarks.page import write_page
from benchmarks.rows import EVERY_ROUND, ONLY_FULL, ROWS, Figures, Row
from ikdsim.language import LANGUAGES, text

STORED = Path(__file__).parent / "stored.json"  # the last document of each version, the newest last


def run_job(row: Row, seed: int = 1) -> Figures:
    """What the job of a row measures, in a process of its own that says nothing but that."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_job, row, seed).result()


def _job(row: Row, seed: int) -> Figures:
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    return getattr(import_module("benchmarks.jobs"), row.job)(row, seed)


def measure(rows: Sequence[Row], repeats: int, lang: str | None) -> tuple[list[Figures], dict[str, str]]:
    """Every row `repeats` times or once, in turns; then what memory (a tenth of the residents) and curves stand beside.

    Hands back the rows of the document, and why others are missing. Says meanwhile what it measures, if in a `lang`.
    """
    rounds: dict[str, list[Figures]] = {row.name: [] for row in rows}
    missing: dict[str, str] = {}
    for seed, row in product(range(1, repeats + 1), rows):
        if row.name not in missing and (seed == 1 or row.when == EVERY_ROUND):
            if lang is not None:
                print(text("bench.measuring", lang, {"row": row.name}), file=sys.stderr, flush=True)
            try:
                rounds[row.name].append(run_job(row, seed))
            except Exception as problem:
                missing[row.name] = str(problem)
    found = [row for row in rows if row.name not in missing]
    heavy = [row for row in found if row.job in ("yardstick", "baseline")]
    lighter = {row.name: run_job(row._replace(scale=10.0 * row.scale)) for row in heavy}
    sizes = {row.scale: row._replace(job="reference_curves") for row in found if row.job == "yardstick"}
    curves = {scale: run_job(row)["curves"] for scale, row in sizes.items()}
    return [
        figures(row.name, rounds[row.name], lighter.get(row.name, {}), curves.get(row.scale, [])) for row in found
    ], missing


def main() -> None:
    """Measure, compare with the last version, write what is to be written, print the document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    for flag in ("--full", "--store", "--quiet"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--rows", nargs="+", choices=[row.name for row in ROWS], metavar="ROW")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    wanted = parser.parse_args()
    os.environ.update({f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "NUMBA")})
    usual = [row.name for row in ROWS if wanted.full or row.when != ONLY_FULL]
    rows = [row for row in ROWS if row.name in (wanted.rows or usual)]
    table, missing = measure(rows, wanted.repeats, None if wanted.quiet else wanted.lang)
    stored = json.loads(STORED.read_text(encoding="utf-8"))
    done = document(table, missing, run_job(Row("copy", "copy"))["gb_per_second"], stored)
    if wanted.store and not wanted.rows:
        stored.pop(done["version"], None)
        STORED.write_text(json.dumps({**stored, done["version"]: done}, indent=2) + "\n", encoding="utf-8")
    if wanted.write:
        write_page(done, wanted.write)
    print(json.dumps(done))


if __name__ == "__main__":
    main()
