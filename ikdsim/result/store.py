"""Store: everything about one result in one folder: record, tables, words and pictures."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ikdsim.plot.barriers import plot_barriers
from ikdsim.plot.style import save
from ikdsim.result.folder import write_whole
from ikdsim.result.record import RECORD_FILE
from ikdsim.result.run_result import RunResult
from ikdsim.result.tables import tables

_DIGITS: Final = "%.10g"
"""Enough for rupiah; what lies behind is rounding."""


def store(result: RunResult, record: Mapping[str, Any], folder: Path, words: Mapping[str, str], lang: str) -> None:
    """Write `result` with its `record` into `folder`, new or empty, whole or not at all.

    `words` are texts for readers by the name of their file; pictures are in `lang`, "id" or "en". Raises BadInput if
    the folder cannot be written.
    """

    def write(partial: Path) -> None:
        for name, frame in tables(result).items():
            frame.to_csv(partial / f"{name}.csv", index=False, float_format=_DIGITS)
        for name, told in words.items():
            (partial / name).write_text(told + "\n", encoding="utf-8")
        write_json(partial / "scenario.json", result.scenario.resolved())
        _draw(result, partial, lang)
        write_json(partial / RECORD_FILE, record)

    write_whole(folder, write)


def _draw(result: RunResult, folder: Path, lang: str) -> None:
    totals = {name: float(counts.sum()) for name, counts in result.barriers.items()}
    title = result.scenario.title[lang]
    save(result.plot(lang), folder / "adoption.png")
    save(plot_barriers(totals, result.dates[-1], title, lang), folder / "barriers.png")


def write_json(path: Path, document: Mapping[str, Any]) -> None:
    """Write `document` as indented JSON."""
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
