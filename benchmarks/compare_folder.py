"""The simulations of the README's first command: every scenario of Babelan, ten seeds each, in two processes.

Plots and files are left out; reading the scenarios and starting the processes are in.
"""

import time

from measure import BABELAN, ended_cpu, middle, options, show

from ikdsim.experiment.compare import compare
from ikdsim.scenario.load import load_scenarios

RUNS, PROCESSES = 10, 2


def once() -> tuple[int, float, float | None]:
    """Number of runs, wall and processor seconds of one comparison."""
    began, own, used = time.perf_counter(), time.process_time(), ended_cpu()
    scenarios = load_scenarios([BABELAN])
    compare(scenarios, runs=RUNS, jobs=PROCESSES)
    wall, after = time.perf_counter() - began, ended_cpu()
    cpu = None if after is None or used is None else after - used + time.process_time() - own
    return len(scenarios) * RUNS, wall, cpu


def main() -> None:
    """Compare several times and show the medians."""
    wanted = options(__doc__, repeats=3)
    done = [once() for _ in range(wanted.repeats)]
    figures = {
        "runs": done[0][0],
        "processes": PROCESSES,
        "median of comparisons": wanted.repeats,
        "all runs, wall s": middle([wall for _, wall, _ in done]),
        "all runs, processor s": middle([cpu for _, _, cpu in done]),
    }
    show("The first command's simulations", figures, wanted.json)


if __name__ == "__main__":
    main()
