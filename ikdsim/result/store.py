"""Store: everything about one result in one folder: record, tables, words and pictures."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ikdsim.files import write_folder
from ikdsim.plot.barriers import plot_barriers
from ikdsim.plot.style import save
from ikdsim.result.csv_file import write_csv
from ikdsim.result.record import RECORD_FILE, as_json
from ikdsim.result.run_result import RunResult
from ikdsim.result.tables import tables


def store(result: RunResult, record: Mapping[str, Any], folder: Path, words: Mapping[str, str], lang: str) -> None:
    """Write `result` with its `record` into `folder`, new or empty, whole or not at all.

    `words` are texts for readers by the name of their file; pictures are in `lang`, "id" or "en". Raises BadInput if
    the folder cannot be written.
    """

    def write(partial: Path) -> None:
        for name, frame in tables(result).items():
            write_csv(frame, partial / f"{name}.csv")
        for name, told in words.items():
            (partial / name).write_text(told + "\n", encoding="utf-8")
        (partial / "scenario.json").write_text(as_json(result.scenario.resolved()), encoding="utf-8")
        _draw(result, partial, lang)
        (partial / RECORD_FILE).write_text(as_json(record), encoding="utf-8")

    write_folder(folder, write, last=RECORD_FILE)


def _draw(result: RunResult, folder: Path, lang: str) -> None:
    totals = {name: float(counts.sum()) for name, counts in result.barriers.items()}
    title = result.scenario.title[lang]
    save(result.plot(lang), folder / "adoption.png")
    save(plot_barriers(totals, result.dates[-1], title, lang), folder / "barriers.png")
