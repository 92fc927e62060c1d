"""Store: everything about one result in one folder: record, tables, words and pictures."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ikdsim.plot.adoption import plot_adoption
from ikdsim.plot.barriers import plot_barriers
from ikdsim.plot.style import save
from ikdsim.result.folder import write_whole
from ikdsim.result.record import RECORD_FILE
from ikdsim.result.run_result import RunResult
from ikdsim.result.summary import summary
from ikdsim.result.tables import tables


_DIGITS: Final = "%.10g"
"""Enough for rupiah; what lies behind is rounding."""


def store(result: RunResult, record: Mapping[str, Any], folder: Path, lang: str) -> None:
    """Write `result` with its `record` into `folder`, new or empty, whole or not at all.

    Words and pictures are in `lang`, "id" or "en". Raises BadInput if the folder cannot be written.
    """
    write_whole(folder, lambda partial: _write(result, record, partial, lang))


def _write(result: RunResult, record: Mapping[str, Any], folder: Path, lang: str) -> None:
    for name, frame in tables(result).items():
        frame.to_csv(folder / f"{name}.csv", index=False, float_format=_DIGITS)
    (folder / "summary.txt").write_text(summary(result, lang) + "\n", encoding="utf-8")
    write_json(folder / "scenario.json", result.scenario.resolved())
    save(plot_adoption([result], lang), folder / "adoption.png")
    totals = {name: float(counts.sum()) for name, counts in result.barriers.items()}
    title = result.scenario.title[lang]
    save(plot_barriers(totals, result.dates[-1], title, lang), folder / "barriers.png")
    write_json(folder / RECORD_FILE, record)


def write_json(path: Path, document: Mapping[str, Any]) -> None:
    """Write `document` as indented JSON."""
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
