"""The whole suite: every row in a process of its own, round after round, and one document of medians at the end.

`ikdsim bench` starts it and tells its document in words. Rows take turns, so that a busy minute of the machine meets
all of them alike. Nothing here imports numpy: the memory of a parent would count as that of the process it starts.
"""

import argparse
import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.document import Findings, document
from benchmarks.kept import KEPT_FILE, keep, recall
from benchmarks.measure import Task
from benchmarks.page import write_page
from benchmarks.ratios import RATIOS_FILE, store
from benchmarks.rows import REFERENCE, ROWS, Row, rows_of
from ikdsim.language import LANGUAGES, text

FOLDER: Final = Path(__file__).parent
ONE_THREAD: Final = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1"
)
REFERENCE_MODULE: Final = "numpy_arrays"

Progress = Callable[[str], None]
"""Is told the name of each job before it starts."""


class Failed(Exception):  # noqa: N818  (it says what happened)
    """A process ended without measuring; its last words are the reason."""


def run_job(job: str, task: Task) -> dict[str, Any]:
    """What a job measured in a process of its own (see measure.Measured); raises Failed with its last words."""
    words = [str(word) for word in dataclasses.astuple(task) if word is not None]
    command = [sys.executable, "-P", "-m", "benchmarks.job", job, *words]
    path = os.pathsep.join(filter(None, (str(FOLDER.parent), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, **ONE_THREAD, "PYTHONPATH": path}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise Failed((done.stderr.strip() or f"exit status {done.returncode}").splitlines()[-1])
    return dict(json.loads(done.stdout.splitlines()[-1]))


def measure(rows: Sequence[Row], repeats: int, full: bool, progress: Progress) -> Findings:
    """Every row `repeats` times (slow ones once), in turns; then what memory and curves are compared with."""
    findings = Findings()
    for seed in range(1, repeats + 1):
        for row in rows:
            if row.name not in findings.missing and (seed == 1 or not row.is_slow):
                progress(row.name)
                _try(findings, row, full, seed)
    for row in rows:
        if row.has_memory and row.name not in findings.missing:
            progress(row.name)
            findings.lighter[row.name] = run_job(row.job, row.lighter_task(full))
    for scale in {row.scale_of(full) for row in rows if row.job == "simulations.yardstick"}:
        progress(REFERENCE)
        curves = run_job("simulations.reference_curves", Task(REFERENCE_MODULE, scale, 1))["curves"]
        findings.references[scale] = curves
    findings.gb_per_second = run_job("memory.copy", Task("copy", 1.0, 1))["gb_per_second"]
    return findings


def _try(findings: Findings, row: Row, full: bool, seed: int) -> None:
    try:
        measured = run_job(row.job, row.task(full, seed))
    except Failed as reason:
        findings.missing[row.name] = str(reason)
    else:
        findings.measured.setdefault(row.name, []).append(measured)


def main() -> None:
    """Measure, compare with the last version, write what is to be written, print the document."""
    wanted = _options()

    def progress(name: str) -> None:
        if not wanted.quiet:
            print(text("bench.measuring", wanted.lang, {"row": name}), file=sys.stderr, flush=True)

    rows = [row for row in ROWS if row.name in wanted.rows] or rows_of(wanted.full)
    findings = measure(rows, wanted.repeats, wanted.full, progress)
    if wanted.store:
        keep(rows, findings, KEPT_FILE)
    done = document([*rows, *recall(findings, KEPT_FILE)], findings, wanted.full)
    if wanted.store and not wanted.rows:
        store(done, RATIOS_FILE)
    if wanted.write:
        write_page(done, wanted.write)
    print(json.dumps(done))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--store", action="store_true")
    parser.add_argument("--rows", nargs="+", default=[], choices=[row.name for row in ROWS], metavar="ROW")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--quiet", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
