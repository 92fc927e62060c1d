"""Files and folders that are written whole or not at all."""

import errno
import hashlib
import lzma
import os
import shutil
import tokenize
import zipfile
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final

from ikdsim.errors import BadInput, Fault, reason_of

UNREADABLE_ARRAYS: Final = (
    *(OSError, EOFError, ValueError, KeyError, TypeError, RuntimeError, OverflowError, SyntaxError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, tokenize.TokenError),
)
"""What numpy raises for a damaged file of arrays (.npz), or for something else."""


def hash_of(folder: Path, paths: Iterable[Path]) -> str:
    """Twelve hexadecimal digits for the places in `folder` and the contents of text files, however their lines end."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


@cache
def text_of(path: Path) -> str:
    """What a file of the package said when this process first asked for it, whatever becomes of it meanwhile."""
    return path.read_text(encoding="utf-8")


def write_file(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill a file beside `path`, then give it that name: a reader finds the whole file or none.

    Raises OSError if it cannot be written, and leaves nothing behind then.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            write(file)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_folder(folder: Path, write: Callable[[Path], None], last: str) -> None:
    """Let `write` fill a hidden folder, then give its content the name `folder`, or move it into one that is there.

    Files are then moved one by one, over those of the same name, and the file called `last` comes last: whoever sees
    it sees the whole. Raises BadInput if the folder cannot be written.
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
            _move_files(partial, folder, last)
    except OSError as problem:
        raise unwritable(folder, problem) from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _move_files(partial: Path, folder: Path, last: str) -> None:
    files = [path for path in partial.rglob("*") if path.is_file()]
    for path in sorted(files, key=lambda path: path.name == last):
        place = folder / path.relative_to(partial)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)


def unwritable(folder: Path, problem: OSError) -> BadInput:
    """The refusal of a folder that the system does not let us write."""
    return BadInput([Fault("unwritable_folder", {"file": str(folder), "reason": reason_of(problem)})])


def require_writable(folder: Path) -> None:
    """Raise OSError if nothing could be written into `folder` or into the nearest folder above that exists."""
    absolute = folder.absolute()
    nearest = next(path for path in (absolute, *absolute.parents) if path.exists())
    if not nearest.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
