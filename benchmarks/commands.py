"""What is measured of whole commands, in processes that start cold: how long until a user has his answer?"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from typing import Final

from benchmarks.measure import Measured, Stopwatch, Task
from ikdsim.command.new import shipped_scenarios
from ikdsim.experiment.compare import compare
from ikdsim.scenario.load import load_scenarios

RUNS, PROCESSES = 10, 2
"""Seeds for each scenario of the README's first command, and the processes that share the work."""
BASELINE: Final = str(shipped_scenarios() / "babelan" / "baseline.toml")
RUN: Final = ("-m", "ikdsim", "run", BASELINE, "--json", "--quiet")
CHECK: Final = ("-m", "ikdsim", "check", BASELINE)
COMMANDS: Final = {"check": CHECK, "run": RUN}


def command(task: Task) -> Measured:
    """The command `task.subject` of COMMANDS, from the start of its process to its end."""
    return _answered(COMMANDS[task.subject], {})


def first_run(task: Task) -> Measured:
    """The same run where nothing is compiled yet: with an empty cache folder."""
    if sys.platform != "linux":
        raise NotImplementedError("only Linux lets a variable choose the folder of all caches")
    with tempfile.TemporaryDirectory() as folder:
        return _answered(RUN, {"XDG_CACHE_HOME": folder})


def first_command(task: Task) -> Measured:
    """The simulations of the README's first command, without plots and files: eight scenarios, ten seeds each."""
    watch = Stopwatch()
    scenarios = load_scenarios([shipped_scenarios() / task.subject])
    compare(scenarios, runs=RUNS, seed=task.seed, scale=task.scale, jobs=PROCESSES)
    return _measured(watch)


def _answered(words: tuple[str, ...], variables: Mapping[str, str]) -> Measured:
    watch = Stopwatch()
    subprocess.run([sys.executable, *words], check=True, capture_output=True, env={**os.environ, **variables})
    return _measured(watch)


def _measured(watch: Stopwatch) -> Measured:
    return Measured(cpu_seconds=watch.cpu_with_children(), wall_seconds=watch.wall())
