"""One run of a scenario in a process of its own; prints its seconds and the peak memory of the process as JSON.

A tiny run comes first: it loads the compiled rules (or compiles them, once for a machine), so that the run that is
measured pays for nothing but itself.
"""

import argparse
import json
import time

from measure import BASELINE, peak_bytes

from ikdsim.population import synthesise
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.result.simulate import run
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario

WARM_UP_SCALE = 1000.0
SEED = 1


def arguments() -> argparse.Namespace:
    """Scenario, scale and engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default=str(BASELINE))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--engine", choices=("columns", "objects"), default="columns")
    return parser.parse_args()


def measured(scenario: Scenario, scale: float, engine: str) -> dict[str, float | None]:
    """Seconds of making the residents and of running the scenario with them, and what came out."""
    clocks = [(time.process_time(), time.perf_counter())]
    parameters = load_parameters().with_values(scenario.parameters)
    residents = synthesise(load_region(scenario.region), parameters, seed=SEED, scale=scale)
    clocks.append((time.process_time(), time.perf_counter()))
    result = run(scenario, seed=SEED, scale=scale, engine=engine, residents=residents)
    clocks.append((time.process_time(), time.perf_counter()))
    (cpu0, wall0), (cpu1, wall1), (cpu2, wall2) = clocks
    return {
        "residents": len(residents.place),
        "weeks": len(result.weeks),
        "activated": float(result.activated[-1]),
        "made_cpu": cpu1 - cpu0,
        "made_wall": wall1 - wall0,
        "run_cpu": cpu2 - cpu1,
        "run_wall": wall2 - wall1,
        "peak_bytes": peak_bytes(),
    }


def main() -> None:
    """Warm up, measure, print."""
    wanted = arguments()
    scenario = load_scenario(wanted.scenario)
    measured(scenario, WARM_UP_SCALE, wanted.engine)
    print(json.dumps(measured(scenario, wanted.scale, wanted.engine)))


if __name__ == "__main__":
    main()
