"""A folder of ten thousand runs: the memory of the process that asked for them, and the time to read them again."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

from benchmarks.jobs import BABELAN, BASELINE, peak_bytes
from benchmarks.many_runs.ways import KEY, experiment
from ikdsim.cli import main as ikdsim
from ikdsim.result.simulate import run

SCALE: Final = 10
SEEDS: Final = 100
SMALL: Final = 500.0
FEW, MANY = 200, 2_000
"""Runs of one process after which its memory is looked at, at a scale of SMALL."""


def sweep_file(runs: int, folder: Path) -> Path:
    """An experiment file: so many runs of the baseline at 1:10, a hundred seeds for each value of a number."""
    values = list(experiment(runs // SEEDS, 1).values)
    return _written(folder / "sweep.toml", ["baseline"], SEEDS, f'[sweep]\n"{KEY}" = {values}\n')


def comparison_file(runs: int, folder: Path) -> Path:
    """An experiment file: the baseline and a campaign, half of the runs each, at 1:10."""
    return _written(folder / "comparison.toml", ["baseline", "campaign"], runs // 2, "")


def peak_of_runs(experiment_file: Path) -> int | None:
    """Do what is missing of an experiment: most bytes of the process that asked for it, its workers left out."""
    return _in_a_process(_peak_of_command, _words(experiment_file))


def seconds_to_read(experiment_file: Path) -> float:
    """The same command once all runs are there, on the clock, from the start of its process to its end."""
    before = time.perf_counter()
    subprocess.run([sys.executable, "-m", "ikdsim", *_words(experiment_file)], check=True, capture_output=True)
    return time.perf_counter() - before


def peaks_of_a_long_life() -> list[int | None]:
    """Most bytes of a process after FEW and after MANY runs, one after the other."""
    return _in_a_process(_peaks, (FEW, MANY))


def _written(file: Path, scenarios: list[str], runs: int, more: str) -> Path:
    names = [str(BABELAN / f"{name}.toml") for name in scenarios]
    file.write_text(f"scenarios = {names}\nruns = {runs}\nscale = {SCALE}\n{more}", encoding="utf-8")
    return file


def _words(experiment_file: Path) -> list[str]:
    return ["compare", str(experiment_file), "--out", str(experiment_file.with_suffix("")), "--quiet"]


def _in_a_process(do: Callable[[Any], Any], given: Any) -> Any:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(do, given).result()


def _peak_of_command(words: list[str]) -> int | None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    ikdsim(words)
    return peak_bytes()


def _peaks(after: tuple[int, int]) -> list[int | None]:
    peaks, number = [], 0
    for runs in after:
        while number < runs:
            number += 1
            run(BASELINE, number, scale=SMALL)
        peaks.append(peak_bytes())
    return peaks
