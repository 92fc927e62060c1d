"""How far the mean-field twin lies from 1:1 agents, place by place, with people around mixed by place or as shipped.

Run `python benchmarks/twin.py FOLDER --seeds 60`. Runs of agents are kept in FOLDER, one file a seed, and made once:
stop at any time and start again, with a folder of its own for other options. The twin of each seed has that seed's
population and visits.
"""

import argparse
import dataclasses
import time
from datetime import date
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

import ikdsim.model
import ikdsim.twin
from ikdsim.clock import week_of
from ikdsim.population import synthesise
from ikdsim.provenance import Parameters, load_parameters
from ikdsim.region.load import load_region
from ikdsim.resident.columns import Residents
from ikdsim.resident.stages import USERS
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario

SCENARIOS = Path(__file__).parents[1] / "scenarios" / "babelan"
DAYS = (date(2025, 1, 17), date(2026, 12, 31), date(2027, 12, 31), date(2028, 12, 31))
MIXED_BY_PLACE = 0.0
"""Weight of the RT among the people around: below the range of the register, which is why it is set here."""


def mix_by_place() -> None:
    """Let models and twins take the people around from the whole place."""
    register = dict(load_parameters())
    name = "knowledge.word_of_mouth_neighbourhood"
    register[name] = dataclasses.replace(register[name], value=MIXED_BY_PLACE)
    changed = Parameters(MappingProxyType(register))
    ikdsim.model.load_parameters = lambda: changed  # type: ignore[attr-defined]
    ikdsim.twin.load_parameters = lambda: changed  # type: ignore[attr-defined]


def users_of_agents(scenario: Scenario, seed: int, residents: Residents, folder: Path) -> NDArray[np.int64]:
    """Active and confirmed agents on each of DAYS, shape (days, places)."""
    path = folder / f"run{seed}.npz"
    if not path.exists():
        model = ikdsim.model.IkdModel(scenario, seed, residents=residents)
        model.run()
        np.savez(path, stages=model.observations.adoption.stages)
    with np.load(path) as kept:
        return kept["stages"][[week_of(day) - 1 for day in DAYS]][..., USERS].sum(axis=-1)


def report(differences: NDArray[np.float64], names: tuple[str, ...]) -> None:
    """Print log differences, shape (seeds, days, places): by day, and their absolute mean over the days."""
    mean = differences.mean(axis=0)
    error = differences.mean(axis=1).std(axis=0, ddof=1) / len(differences) ** 0.5
    print(f"log(twin / agents), mean over {len(differences)} seeds")
    print(f"{'place':24}" + "".join(f"{day:%Y-%m-%d}".rjust(12) for day in DAYS) + "    |mean|   error")
    for place, name in enumerate(names):
        by_day = "".join(f"{value:12.4f}" for value in mean[:, place])
        print(f"{name:24}{by_day}{np.abs(mean[:, place]).mean():10.4f}{error[place]:8.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--scenario", default="baseline", help="name of a file in scenarios/babelan")
    parser.add_argument("--as-shipped", action="store_true", help="people around from the RT too, as the register says")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if not options.as_shipped:
        mix_by_place()
    scenario, differences, seconds = load_scenario(SCENARIOS / f"{options.scenario}.toml"), [], []
    for seed in range(1, options.seeds + 1):
        residents = synthesise(load_region(scenario.region), load_parameters(), seed)
        agents = users_of_agents(scenario, seed, residents, options.folder)
        begun = time.process_time()
        twin = ikdsim.twin.Twin(scenario, seed, residents=residents)
        prepared = time.process_time()
        expected = twin.run().users[[week_of(day) - 1 for day in DAYS]]
        seconds.append((prepared - begun, time.process_time() - prepared))
        differences.append(np.log(expected / agents))
    report(np.array(differences), twin.region.place_names)
    preparing, running = np.median(seconds, axis=0)
    print(f"CPU seconds, median: cells and plans {preparing:.3f}, one run {running:.4f}")


if __name__ == "__main__":
    main()
