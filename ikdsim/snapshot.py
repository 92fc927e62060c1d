"""Snapshots: a run kept at the end of a week, in memory or in a file.

A snapshot is pure data: whoever owns an array gives it, and takes it back. It carries a hash of all
that determined the run so far, so that nothing goes on from a past that is not its own.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ikdsim.errors import BadInput, Fault
from ikdsim.files import UNREADABLE_ARRAYS, unwritable, write_file

Arrays = Mapping[str, NDArray[Any]]
"""Arrays by name."""


@dataclass(frozen=True)
class Snapshot:
    """A run at the end of `week`: copies of everything that changes in a run."""

    week: int
    seed: int
    scale: float
    past_hash: str
    """Hash of all that determined the run so far (see identity.py)."""
    arrays: Arrays
    """By owner and name, such as "engine.standing"."""

    def __repr__(self) -> str:
        size = sum(array.nbytes for array in self.arrays.values())
        return f"Snapshot(week {self.week}, seed={self.seed}, scale={self.scale:g}: {size / 1e6:.1f} MB)"

    def of(self, owner: str) -> dict[str, NDArray[Any]]:
        """The arrays of one owner, by their own names."""
        begin = f"{owner}."
        return {name.removeprefix(begin): array for name, array in self.arrays.items() if name.startswith(begin)}

    def save(self, path: Path | str) -> None:
        """Write the snapshot to `path` (.npz), whole or not at all; raises BadInput if it cannot be written."""
        run = {"week": self.week, "seed": self.seed, "scale": self.scale, "past_hash": self.past_hash}
        about = json.dumps({**run, "names": [*self.arrays], "checksum": _checksum(self.arrays)})
        try:
            write_file(
                Path(path), lambda file: np.savez(file, allow_pickle=False, about=np.array(about), **dict(self.arrays))
            )
        except OSError as problem:
            raise unwritable(Path(path), problem) from None


def load_snapshot(path: Path | str) -> Snapshot:
    """Read a snapshot; raises BadInput if the file is missing, damaged or something else."""
    try:
        with np.load(path, allow_pickle=False) as file:
            about = json.loads(str(file["about"]))
            arrays = {name: file[name] for name in about["names"]}
        if about["checksum"] != _checksum(arrays):
            raise ValueError("damaged")
        return Snapshot(about["week"], about["seed"], about["scale"], about["past_hash"], arrays)
    except FileNotFoundError:
        raise BadInput([Fault("missing_file", {"file": str(path)})]) from None
    except UNREADABLE_ARRAYS:
        raise BadInput([Fault("not_a_snapshot", {"file": str(path)})]) from None


def _checksum(arrays: Arrays) -> int:
    """A number for names, types, shapes and contents: an archive tells damage only where it is read to the end."""
    found = 0
    for name, array in arrays.items():
        found = zlib.crc32(f"{name} {array.dtype.descr} {array.shape}".encode(), found)
        found = zlib.crc32(np.ascontiguousarray(array).view(np.uint8).data, found)
    return found


def owned(owner: str, arrays: Arrays) -> dict[str, NDArray[Any]]:
    """These arrays under the name of their owner."""
    return {f"{owner}.{name}": array for name, array in arrays.items()}
