"""From one scenario file to the file it extends, and on to the first."""

import os
from pathlib import Path

from ikdsim.errors import BadInput, Fault, shorten
from ikdsim.scenario.source_file import SourceFile, read_source_file
from ikdsim.scenario.toml_file import missing_file


def read_chain(path: Path) -> tuple[list[SourceFile], list[Fault]]:
    """Source files from the file that all others extend to the one at `path`, and what broke the chain.

    Without any source the file at `path` itself cannot be parsed.
    """
    sources: list[SourceFile] = []
    seen: list[str] = []
    upwards: Path | None = path
    while upwards is not None:
        try:
            source = read_source_file(upwards)
        except BadInput as problem:
            return sources, list(problem.faults)
        sources.insert(0, source)
        seen.append(os.path.realpath(upwards))
        upwards = source.parent
        if upwards is not None and (fault := _break(source, upwards, seen)):
            return sources, [fault]
    return sources, []


def _break(source: SourceFile, parent: Path, seen: list[str]) -> Fault | None:
    """The fault of a file that extends one that is not there, or one that extends it in turn."""
    value = shorten(str(source.table.extends))
    if os.path.realpath(parent) in seen:
        return source.where().fault("extends_in_circle", "extends", {"value": value})
    if not os.path.lexists(parent):
        facts = {"value": value, "nearest": missing_file(parent).facts["nearest"]}
        return source.where().fault("nothing_to_extend", "extends", facts)
    return None
