"""One row of the benchmarks in this process: `python -m benchmarks.job simulations.baseline columns 1.0 7`.

Words: the function, its subject, the scale, the seed and, where a run is to be cut, its weeks. Prints what was measured
as one JSON document.
"""

import dataclasses
import json
import sys
from importlib import import_module

from benchmarks.measure import Task


def main() -> None:
    """Measure and print."""
    job, subject, scale, seed, *weeks = sys.argv[1:]
    module, function = job.split(".")
    task = Task(subject, float(scale), int(seed), *map(int, weeks))
    measured = getattr(import_module(f"benchmarks.{module}"), function)(task)
    print(json.dumps(dataclasses.asdict(measured)))


if __name__ == "__main__":
    main()
