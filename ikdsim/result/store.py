"""Store: everything about one result in one folder: record, tables, words and pictures."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from ikdsim.result.folder import write_whole
from ikdsim.result.record import RECORD_FILE
from ikdsim.result.run_result import RunResult
from ikdsim.result.summary import summary
from ikdsim.result.tables import tables

Draw = Callable[[RunResult, Path, str], None]
"""Adds pictures and reports to the folder of a result, in a language."""

_DIGITS: Final = "%.10g"
"""Enough for rupiah; what lies behind is rounding."""


def store(result: RunResult, record: Mapping[str, Any], folder: Path, lang: str, draw: Draw) -> None:
    """Write `result` with its `record` into `folder`, new or empty, whole or not at all.

    Words and pictures are in `lang`, "id" or "en". Raises BadInput if the folder cannot be written.
    """

    def write(partial: Path) -> None:
        for name, frame in tables(result).items():
            frame.to_csv(partial / f"{name}.csv", index=False, float_format=_DIGITS)
        (partial / "summary.txt").write_text(summary(result, lang) + "\n", encoding="utf-8")
        write_json(partial / "scenario.json", result.scenario.resolved())
        draw(result, partial, lang)
        write_json(partial / RECORD_FILE, record)

    write_whole(folder, write)


def write_json(path: Path, document: Mapping[str, Any]) -> None:
    """Write `document` as indented JSON."""
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
