"""What pairing buys: how many times fewer runs the gain of a lever needs when both runs have the same people and luck.

The levers were chosen before anything was measured: none takes officers' minutes or adds any, so that none changes who
finds a queue full but by those who come.
"""

from typing import Final

from benchmarks.jobs import BABELAN, BASELINE
from ikdsim.experiment.compare import carry_out
from ikdsim.experiment.plan import make_plan
from ikdsim.experiment.sure import variance_reduction
from ikdsim.scenario.load import load_scenario

LEVERS: Final = (
    "campaign",
    "ktp_transition",
    "levers/data_assurance",
    "levers/literacy_class",
    "levers/newer_phones",
    "levers/pin_help_desk",
    "levers/signal_tower",
    "levers/village_leaders",
)
"""Scenarios that touch no capacity."""


def reductions(seeds: int, scale: float = 1.0) -> dict[str, float | None]:
    """Variance of the gain without pairing over that with it, at the end of 2028, with the numbers of the register."""
    scenarios = [BASELINE, *(load_scenario(BABELAN / f"{name}.toml") for name in LEVERS)]
    plan = make_plan(scenarios, range(1, seeds + 1), scale=scale, numbers="register")
    comparison = carry_out(plan, jobs=2)
    named = dict(zip(plan.others, LEVERS, strict=True))
    return {name: variance_reduction(comparison, number) for number, name in named.items()}
