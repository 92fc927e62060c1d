"""Branches: a run is kept at the end of a week, and goes on later or under another scenario with the same past.

Scenarios that differ only from 2027 on share four years of history: it is simulated once, and each branches off. A
branch is the same, to the last bit, as running through.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of
from ikdsim.engine.columns import ColumnsEngine
from ikdsim.errors import BadInput, Fault
from ikdsim.kernel import sources_hash
from ikdsim.model import IkdModel
from ikdsim.resident.columns import Residents
from ikdsim.resident.stages import ACTIVE, CONFIRMED
from ikdsim.scenario.scenario import Scenario

SEEN: Final = "seen."
"""Names of arrays that grow by a row a week begin so."""
COSTS: Final = "seen.spending.by_item."


@dataclass(frozen=True)
class Snapshot:
    """A run at the end of `week`: copies of everything that changes in a run."""

    week: int
    seed: int
    scale: float
    past: str
    """Hash of all that determined the run so far: rules, numbers, region, seed, scale and the policies begun."""
    arrays: Mapping[str, NDArray[Any]]
    """By name, such as "state.stage"."""

    def save(self, path: Path) -> None:
        """Write the snapshot to `path` (.npz), whole or not at all."""
        about = json.dumps({"week": self.week, "seed": self.seed, "scale": self.scale, "past": self.past})
        unfinished = path.with_name(path.name + ".part")
        with unfinished.open("wb") as file:
            np.savez(file, allow_pickle=False, about=np.array(about), **self.arrays)
        unfinished.replace(path)


def load_snapshot(path: Path) -> Snapshot:
    """Read a snapshot; raises BadInput if the file is missing, damaged or something else."""
    try:
        with np.load(path, allow_pickle=False) as file:
            about = json.loads(str(file["about"]))
            arrays = {name: file[name] for name in file.files if name != "about"}
        return Snapshot(about["week"], about["seed"], about["scale"], about["past"], arrays)
    except FileNotFoundError:
        raise BadInput([Fault("missing_file", {"file": str(path)})]) from None
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile, zlib.error):
        raise BadInput([Fault("not_a_snapshot", {"file": str(path)})]) from None


def keep(model: IkdModel) -> Snapshot:
    """A snapshot of `model` as it stands; raises BadInput for the objects engine, whose agents are no columns."""
    if not isinstance(model.engine, ColumnsEngine):
        raise BadInput([Fault("snapshot_needs_columns", {})])
    seen = model.week - model.first_week + 1
    arrays = {
        name: (array[:seen] if name.startswith(SEEN) else array).copy()
        for name, array in _changing_arrays(model).items()
    }
    return Snapshot(model.week, model.run_seed, model.scale, _past(model, model.week), arrays)


def go_on(snapshot: Snapshot, scenario: Scenario, residents: Residents | None = None) -> IkdModel:
    """A model that goes on from `snapshot` under `scenario`.

    `residents` may hand over the population of the seed. Raises BadInput if the scenario has another past, if rules or
    numbers have changed since, or if the scenario ends before the snapshot.
    """
    other_past = BadInput([Fault("other_past", {"value": scenario.name})])
    if snapshot.week > week_of(scenario.end):
        raise other_past
    model = IkdModel(scenario, snapshot.seed, snapshot.scale, residents=residents, after=snapshot.week)
    if not isinstance(model.engine, ColumnsEngine) or _past(model, snapshot.week) != snapshot.past:
        raise other_past
    for item in [name.removeprefix(COSTS) for name in snapshot.arrays if name.startswith(COSTS)]:
        model.observations.spending.by_item[item] = np.zeros(model.last_week - model.first_week + 1)
    changing = _changing_arrays(model)
    for name, kept in snapshot.arrays.items():
        changing[name][: len(kept)] = kept
    model.week = snapshot.week
    model.engine.resume(snapshot.week)
    _recollect(model)
    return model


def last_shared_week(scenarios: Sequence[Scenario]) -> int:
    """Last week before any policy of any of these scenarios begins: up to it they share their past."""
    begun = [week_of(policy.start) for scenario in scenarios for policy in scenario.policies]
    return min([*begun, *(week_of(scenario.end) + 1 for scenario in scenarios)]) - 1


def _recollect(model: IkdModel) -> None:
    """Fill Mesa's data collector with the weeks that have gone."""
    stages = model.observations.adoption.stages
    collected = model.datacollector.model_vars
    for index in range(model.week - model.first_week + 1):
        collected["date"].append(model.date_of(model.first_week + index))
        collected["activated"].append(int((stages[index, :, ACTIVE] + stages[index, :, CONFIRMED]).sum()))


def _changing_arrays(model: IkdModel) -> dict[str, NDArray[Any]]:
    """Every array that changes in a run, by name; those of observers begin with SEEN."""
    world = model.engine.world
    arrays: dict[str, NDArray[Any]] = {"standing": world.state.standing, "kept_time": model.kept_time.ms}
    arrays |= {f"counters.{name}": getattr(world.counters, name) for name in ("totals", "stage_by_place", "contacts")}
    arrays |= {"meters.reading": world.meters.reading, "meters.step": world.meters.step}
    for observer, remembered in vars(model.observations).items():
        for name, value in vars(remembered).items():
            if isinstance(value, np.ndarray):
                arrays[f"{SEEN}{observer}.{name}"] = value
    arrays |= {f"{COSTS}{item}": rupiah for item, rupiah in model.observations.spending.by_item.items()}
    return arrays


def _past(model: IkdModel, week: int) -> str:
    """Hash of all that determines a run up to the end of `week`."""
    determined_by = {
        "version": version("ikdsim"),
        "rules": sources_hash(),
        "numbers": {name: number.value for name, number in {**model.parameters, **model.region.numbers}.items()},
        "region": [model.region.name, [repr(place) for place in model.region.places], repr(model.region.history)],
        "run": [model.run_seed, model.scale, model.first_week],
        "policies": [
            policy
            for policy in model.scenario.resolved()["policies"]
            if week_of(date.fromisoformat(policy["start"])) <= week
        ],
    }
    return hashlib.sha256(json.dumps(determined_by, sort_keys=True).encode()).hexdigest()
