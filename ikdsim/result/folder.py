"""The folder of a result: claimed before anything is run."""

from pathlib import Path
from typing import Final

from ikdsim.errors import BadInput, Fault
from ikdsim.files import require_writable, unwritable
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
            require_writable(folder)
            return False
    except OSError as problem:
        raise unwritable(folder, problem) from None
    if recorded_fingerprint(folder) != fingerprint:
        raise BadInput([Fault("result.folder_of_another", {"file": str(folder)})])
    return True
