"""The folder of a result: claimed before anything is run."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ikdsim.errors import BadInput, Fault
from ikdsim.files import require_writable, unwritable, write_file
from ikdsim.identity import fingerprint
from ikdsim.result.record import RECORD_FILE, as_json, record
from ikdsim.result.repeat import recorded_fingerprint

RESULTS: Final = Path("results")


def default_folder(name: str, hashed: str) -> Path:
    """Where a result goes if the user names no folder: results/<name>-<fingerprint>."""
    return RESULTS / f"{name}-{hashed}"


def claim(folder: Path, hashed: str) -> bool:
    """Whether `folder` already holds the result with this fingerprint; if not, it is new or empty.

    Writes nothing. Raises BadInput if the folder belongs to something else or cannot be written to.
    """
    try:
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            require_writable(folder)
            return False
    except OSError as problem:
        raise unwritable(folder, problem) from None
    if recorded_fingerprint(folder) != hashed:
        raise BadInput([Fault("result.folder_of_another", {"file": str(folder)})])
    return True


def go_on_or_begin(folder: Path, settings: Mapping[str, Any], facts: Mapping[str, Any]) -> None:
    """Make `folder` that of what `settings` determine, unless it is already; `facts` are carried along in the record.

    Raises BadInput if it belongs to something else or cannot be written to.
    """
    if claim(folder, fingerprint(settings)):
        return
    document = as_json(record(settings, facts)).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_file(folder / RECORD_FILE, lambda file: file.write(document))
    except OSError as problem:
        raise unwritable(folder, problem) from None
