"""The folder of a result: claimed before anything is run, and written whole or not at all."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ikdsim.errors import BadInput, Fault
from ikdsim.result.record import RECORD_FILE
from ikdsim.result.repeat import recorded_fingerprint

RESULTS: Final = Path("results")


def default_folder(name: str, fingerprint: str) -> Path:
    """Where a result goes if the user names no folder: results/<name>-<fingerprint>."""
    return RESULTS / f"{name}-{fingerprint}"


def claim(folder: Path, fingerprint: str) -> bool:
    """Whether `folder` already holds the result with this `fingerprint`; if not, it is new or empty.

    Writes nothing. Raises BadInput if the folder belongs to something else or cannot be written to.
    """
    try:
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            _require_writable(folder)
            return False
    except OSError as problem:
        raise unwritable(folder, problem) from None
    if recorded_fingerprint(folder) != fingerprint:
        raise BadInput([Fault("result.folder_of_another", {"file": str(folder)})])
    return True


def write_whole(folder: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a hidden folder, then give its content the name `folder`, which must be new or empty.

    Whoever sees a record sees a whole result. Raises BadInput if the folder cannot be written.
    """
    is_new = not folder.exists()
    name = f".{folder.name}.{os.getpid()}"
    partial = folder.with_name(name) if is_new else folder / name
    try:
        partial.mkdir(parents=True)
        write(partial)
        if is_new:
            partial.rename(folder)
        else:
            _move_up(partial)
    except OSError as problem:
        raise unwritable(folder, problem) from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _move_up(partial: Path) -> None:
    """Move the content one folder up, the record last: it makes the rest a result."""
    for path in sorted(partial.iterdir(), key=lambda path: path.name == RECORD_FILE):
        path.rename(partial.parent / path.name)


def unwritable(folder: Path, problem: OSError) -> BadInput:
    """The refusal of a folder that the system does not let us write."""
    reason = problem.strerror or type(problem).__name__
    return BadInput([Fault("unwritable_folder", {"file": str(folder), "reason": reason})])


def _require_writable(folder: Path) -> None:
    """Raise OSError if nothing could be written into `folder` or into the nearest folder above that exists."""
    absolute = folder.absolute()
    nearest = next(path for path in (absolute, *absolute.parents) if path.exists())
    if not nearest.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
