"""All of Indonesia on one machine: regencies of drawn sizes, each with the people and services of Babelan, streamed.

`python -m benchmarks.nation --residents 280000000`. It says what a nation would cost to simulate, nothing about the
nation: every regency is Babelan in another size. Sizes are the evenly spaced quantiles of a log-normal distribution
with a standard deviation of 0.9 in the logarithm, scaled to the sum that is wanted: from 22 thousand to 5.9 million for
280 million residents. Two processes take one regency after the other, the largest first.
"""

import argparse
import math
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import NormalDist
from typing import Final

from benchmarks.measure import NANO, Measured, Stopwatch, Task, peak_bytes
from ikdsim.command.new import shipped_scenarios
from ikdsim.region.load import load_region
from ikdsim.result.simulate import run
from ikdsim.scenario.load import load_scenario

RESIDENTS: Final = 280_000_000
REGENCIES: Final = 514
SPREAD: Final = 0.9
PROCESSES: Final = 2
GIGA: Final = 1e9


@dataclass(frozen=True)
class Regency:
    """One regency that has been simulated, and the process that did it."""

    residents: int
    weeks: int
    activated: float
    process_peak_bytes: int | None


def sizes_of(residents: int, regencies: int) -> list[int]:
    """Residents of each regency, the largest first; they sum to about `residents` (each is rounded)."""
    logarithms = NormalDist(0.0, SPREAD)
    sizes = [math.exp(logarithms.inv_cdf(1.0 - (number + 0.5) / regencies)) for number in range(regencies)]
    return [round(size * residents / sum(sizes)) for size in sizes]


def simulate(size: int, seed: int) -> Regency:
    """Make and run the baseline of Babelan with `size` residents."""
    scenario = load_scenario(shipped_scenarios() / "babelan" / "baseline.toml")
    babelan = sum(place.residents for place in load_region(scenario.region).places)
    result = run(scenario, seed, scale=babelan / size)
    share = float(result.activated[-1]) / babelan
    return Regency(size, len(result.weeks), share * size, peak_bytes())


def stream(sizes: list[int], seed: int) -> list[Regency]:
    """Simulate regencies of these sizes, with seeds from `seed` on, one at a time in each process."""
    seeds = range(seed, seed + len(sizes))
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return list(pool.map(simulate, sizes, seeds))


def nation(task: Task) -> Measured:
    """The whole nation, one simulated resident for each `task.scale`."""
    return _measured(round(RESIDENTS / task.scale), REGENCIES, task.seed)[0]


def _measured(residents: int, regencies: int, seed: int) -> tuple[Measured, list[Regency]]:
    watch = Stopwatch()
    done = stream(sizes_of(residents, regencies), seed)
    measured = Measured(
        cpu_seconds=watch.cpu_with_children(),
        wall_seconds=watch.wall(),
        residents=sum(regency.residents for regency in done),
        weeks=done[0].weeks,
        peak_bytes=_peak_together(done),
    )
    return measured, done


def _peak_together(done: list[Regency]) -> int | None:
    """Most memory that this process and its workers can have held at once: the sum of their peaks."""
    own, worker = peak_bytes(), max(regency.process_peak_bytes or 0 for regency in done)
    return None if own is None else own + PROCESSES * worker


def main() -> None:
    """Run a nation and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--residents", type=int, default=RESIDENTS)
    parser.add_argument("--regencies", type=int, default=REGENCIES)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    measured, done = _measured(wanted.residents, wanted.regencies, wanted.seed)
    print(f"regencies          {len(done):>15,}")
    print(f"residents          {measured.residents:>15,}")
    print(f"largest            {done[0].residents:>15,}")
    print(f"activated          {sum(regency.activated for regency in done):>15,.0f}")
    print(f"wall s             {measured.wall_seconds:>15,.1f}")
    if measured.cpu_seconds is not None and measured.peak_bytes is not None:
        print(f"processor s        {measured.cpu_seconds:>15,.1f}")
        resident_weeks = sum(regency.residents * regency.weeks for regency in done)
        print(f"ns a resident-week {measured.cpu_seconds / resident_weeks * NANO:>15,.2f}")
        print(f"memory, GB         {measured.peak_bytes / GIGA:>15,.2f}")


if __name__ == "__main__":
    main()
