"""A TOML file as a user gives it: read whole, or refused with one fault that says why."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from ikdsim.errors import BadInput, Fault, nearest, reason_of, shorten
from ikdsim.scenario.refused_line import right_form

MOST_BYTES: Final = 25_000
"""Thirty times the longest that is shipped; a longer file is something else, and would take long to be refused."""
MOST_POINTS: Final = 100
"""Points in one line: each may open a table inside a table, and the parser's memory grows with their square."""

_REPEATED: Final = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")
"""How the parser of the standard library begins when a key or table stands twice."""


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """Table and text of the file at `path`; raises BadInput with the one fault that prevents its reading."""
    words = _decoded(path, _content(path))
    if any(_points(line) > MOST_POINTS for line in words.splitlines()):
        raise _refusal(path, "nested_file")
    try:
        return tomllib.loads(words), words
    except tomllib.TOMLDecodeError as problem:
        raise _broken(path, words, str(problem)) from None
    except RecursionError:
        raise _refusal(path, "nested_file") from None
    except ValueError:  # the parser found a whole number that Python will not convert
        raise _refusal(path, "endless_number") from None


def _points(line: str) -> int:
    """Points of a line; those of numbers and of a remark nest nothing."""
    return re.sub(r"\d\.\d", "", line.partition("#")[0]).count(".")


def toml_files(folder: Path) -> list[Path]:
    """TOML files that stand directly in `folder`, by name; hidden ones are left out, and there are none without it.

    Numbers in names count as numbers: plan_2 stands before plan_10.
    """
    found = folder.glob("*.toml") if is_folder(folder) else ()
    return sorted((path for path in found if not path.name.startswith(".")), key=_by_number)


def _by_number(path: Path) -> tuple[list[str | int], str]:
    parts = re.split(r"([0-9]+)", path.name)
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], path.name


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder that can be seen; one whose name the system refuses is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def missing_file(path: Path) -> Fault:
    """The fault of a file that does not exist, with the nearest name in its folder."""
    near = nearest(path.name, [found.name for found in toml_files(path.parent)])
    return Fault("missing_file", {"file": str(path), "nearest": near})


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise _refusal(path, "folder_for_file")
        if not path.exists():
            raise BadInput([missing_file(path)])
        if not path.is_file():
            raise _refusal(path, "not_a_file")
        if path.stat().st_size > MOST_BYTES:
            raise _refusal(path, "huge_file")
        return path.read_bytes()
    except OSError as problem:
        raise BadInput([Fault("unreadable_file", {"file": str(path), "reason": reason_of(problem)})]) from None


def _decoded(path: Path, content: bytes) -> str:
    if b"\0" in content:
        raise _refusal(path, "binary_file")
    try:
        words = content.decode("utf-8-sig")  # Windows editors put a mark in front
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise BadInput([Fault("not_utf8", {"file": str(path), "line": line})]) from None
    if not words.strip():
        raise _refusal(path, "empty_file")
    return words


def _broken(path: Path, words: str, reason: str) -> BadInput:
    """The parser names its line at the end of its message; without one it got to the end of the file."""
    lines = words.rstrip().splitlines()
    named = re.search(r"at line (\d+)", reason)
    line = min(int(named[1]), len(lines)) if named else len(lines)
    written = lines[line - 1].strip()
    facts = {"file": str(path), "line": line, "value": shorten(written)}
    if reason.startswith(_REPEATED):
        return BadInput([Fault("repeated_key", facts)])
    code, right = right_form(written) or ("broken_toml", {})
    return BadInput([Fault(code, {**facts, **right})])


def _refusal(path: Path, code: str) -> BadInput:
    return BadInput([Fault(code, {"file": str(path), "most": MOST_BYTES // 1000})])
