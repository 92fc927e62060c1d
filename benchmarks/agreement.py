"""How far the mean-field twin, or a run at a scale, lies from 1:1 agents: log(other / agents) ± standard error.

`python -m benchmarks.agreement twin --mixed --seeds 250` tells users of the twin place by place, each seed with its own
population and calendar; `python -m benchmarks.agreement 20 --seeds 160` those of runs at 1:20 in all places. The last
column is the mean of absolute values over the days, with the standard error of the plain mean.
"""

import argparse
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from benchmarks.jobs import BABELAN
from ikdsim import setup
from ikdsim.clock import week_of
from ikdsim.model import IkdModel
from ikdsim.provenance import Parameters, load_parameters
from ikdsim.resident.stages import USERS
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario
from ikdsim.twin import Twin

DAYS = (date(2025, 1, 17), date(2026, 12, 31), date(2027, 12, 31), date(2028, 12, 31))
AROUND = "knowledge.word_of_mouth_neighbourhood"  # weight of the RT; nought lies below the range of the register


def mix_by_place() -> None:
    """Let models and twins take the people around from the whole place."""
    shipped = dict(load_parameters())
    mixed = Parameters(MappingProxyType({**shipped, AROUND: replace(shipped[AROUND], value=0.0)}))
    setup.load_parameters = lambda: mixed


def users(scenario: Scenario, seed: int, what: str) -> NDArray[np.float64]:
    """Users on DAYS in each place, by the twin or by agents who stand for `what` residents each."""
    weeks = [week_of(day) - week_of(scenario.start) for day in DAYS]
    if what == "twin":
        return Twin(scenario, seed).run().users[weeks]
    model = IkdModel(scenario, seed, float(what))
    model.run()
    return float(what) * model.observations.adoption.stages[weeks][:, :, USERS].sum(axis=2)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", help="twin, or residents for each agent")
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--scenario", default="baseline", help="name of a file in scenarios/babelan")
    parser.add_argument("--mixed", action="store_true", help="people around from the whole place, none from the RT")
    options = parser.parse_args()
    if options.mixed:
        mix_by_place()
    scenario, seeds = load_scenario(BABELAN / f"{options.scenario}.toml"), range(1, options.seeds + 1)
    other, agents = (np.array([users(scenario, seed, what) for seed in seeds]) for what in (options.what, "1"))
    names = Twin(scenario).setup.region.place_names
    if options.what != "twin":
        names, other, agents = ("all places",), other.sum(axis=2, keepdims=True), agents.sum(axis=2, keepdims=True)
    logs = np.log(other / agents)
    for place, name in enumerate(names):
        found = np.column_stack([logs[:, :, place], logs[:, :, place].mean(axis=1)])
        means, errors = found.mean(axis=0), found.std(axis=0, ddof=1) / len(seeds) ** 0.5
        means[-1] = abs(means[:-1]).mean()
        pairs = zip(means, errors, strict=True)
        print(f"{name:24}" + "".join(f"{mean:10.4f} ±{error:.4f}" for mean, error in pairs))
