"""Snapshots: a run kept at the end of a week, in memory or in a file.

A snapshot carries a hash of all that determined the run so far, so that nothing goes on from a past that is not its own
(see branch.py).
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of
from ikdsim.engine.columns.engine import ColumnsEngine
from ikdsim.errors import BadInput, Fault
from ikdsim.kernel import RULES

if TYPE_CHECKING:
    from ikdsim.model import IkdModel

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


def keep(model: "IkdModel") -> Snapshot:
    """A snapshot of `model` as it stands; raises BadInput for the objects engine, whose agents are no columns."""
    if not isinstance(model.engine, ColumnsEngine):
        raise BadInput([Fault("snapshot_needs_columns", {})])
    seen = model.week - model.first_week + 1
    arrays = {
        name: copy_of(array[:seen] if name.startswith(SEEN) else array)
        for name, array in changing_arrays(model).items()
    }
    return Snapshot(model.week, model.run_seed, model.scale, past_of(model, model.week), arrays)


def changing_arrays(model: "IkdModel") -> dict[str, NDArray[Any]]:
    """Every array that changes in a run, by name; those of observers begin with SEEN."""
    world = model.engine.world
    arrays: dict[str, NDArray[Any]] = {"standing": world.state.standing, "kept_time": model.carryover.ms}
    arrays |= {f"counters.{name}": getattr(world.counters, name) for name in ("totals", "stage_by_place", "contacts")}
    arrays |= {"cumulative.value": world.cumulative.value, "cumulative.increment": world.cumulative.increment}
    for observer, remembered in vars(model.observations).items():
        for name, value in vars(remembered).items():
            if isinstance(value, np.ndarray):
                arrays[f"{SEEN}{observer}.{name}"] = value
    arrays |= {f"{COSTS}{item}": rupiah for item, rupiah in model.observations.spending.by_item.items()}
    return arrays


def copy_of(array: NDArray[Any]) -> NDArray[Any]:
    """A copy of an array, of which the first axis may be cut."""
    return bytes_of(array).copy().view(array.dtype)


def bytes_of(array: NDArray[Any]) -> NDArray[Any]:
    """The memory of an array of records as bytes, any other array itself: numpy copies records field by field."""
    return array.view(np.uint8) if array.dtype.names else array


def past_of(model: "IkdModel", week: int) -> str:
    """Hash of all that determines a run up to the end of `week`."""
    determined_by = {
        "version": version("ikdsim"),
        "rules": RULES,
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
