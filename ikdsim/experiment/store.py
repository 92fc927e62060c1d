"""The folder of a comparison: its record first, then each run as it is done, and at the end tables, words, pictures.

A folder that holds the record of the same plan, rules and data is gone on with; what belongs to something else is
never touched.
"""

from collections.abc import Mapping
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.ledger import Ledger, repair
from ikdsim.experiment.pictures import draw
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.readable import head, readable
from ikdsim.experiment.tables import tables
from ikdsim.experiment.workbook import write_workbook
from ikdsim.files import unwritable, write_file, write_folder
from ikdsim.identity import fingerprint, rules_and_data
from ikdsim.language import text
from ikdsim.result.csv_file import DIGITS, harmless, write_csv, write_csv_for
from ikdsim.result.folder import go_on_or_begin


def determined_by(plan: Plan) -> dict[str, Any]:
    """Everything that determines the results of `plan`, as plain values that JSON can hold."""
    return {**rules_and_data(plan.scenarios[0].region), **plan.resolved()}


def open_folder(folder: Path, plan: Plan, facts: Mapping[str, Any]) -> None:
    """Make `folder` that of `plan`, unless it is already; `facts` are carried along in the record.

    Raises BadInput if it belongs to something else or cannot be written to.
    """
    go_on_or_begin(folder, determined_by(plan), facts)


def finished_runs(folder: Path) -> int:
    """How many runs are stored in the open `folder`."""
    with closing(Ledger(folder)) as ledger:
        return len(ledger.runs())


def mend(folder: Path, retry_failed: bool) -> bool:
    """Strike out what was damaged in the ledger of the open `folder`, and failures if they are to be done again.

    Returns whether anything was damaged.
    """
    was_broken = repair(folder)
    with closing(Ledger(folder)) as ledger:
        if retry_failed:
            ledger.forget_failures()
        return ledger.strike_damaged() > 0 or was_broken


def write_table(frame: pd.DataFrame, folder: Path, name: str) -> None:
    """Write a table into the open `folder`; raises BadInput if it cannot be written."""
    try:
        words = harmless(frame).to_csv(index=False, float_format=DIGITS, lineterminator="\n").encode()
        write_file(folder / f"{name}.csv", lambda file: file.write(words))
    except OSError as problem:
        raise unwritable(folder, problem) from None


def store(comparison: Comparison, folder: Path, words: str, lang: str, csv: str | None = None) -> None:
    """Write tables, workbook, the summary in `words` and pictures in `lang` into the open `folder`, or nothing at all.

    What is told in a language bears a name of that language, so that another one does not overwrite it. With `csv`
    ("id" or "en") tables are also written as a spreadsheet with the settings of that language opens them. Raises
    BadInput if something cannot be written.
    """

    summary = f"{text('table.file_summary', lang)}.txt"

    def write(partial: Path) -> None:
        write_tables(tables(comparison), partial / "tables")
        if csv is not None:
            write_tables_for(comparison, partial / f"csv-{csv}", csv)
        workbook = partial / f"{text('table.file_comparison', lang)}.xlsx"
        write_workbook(comparison, _facts(comparison.plan), workbook, lang)
        draw(comparison, partial, lang)
        (partial / summary).write_text(words + "\n", encoding="utf-8")

    write_folder(folder, write, last=summary)


def write_tables(frames: Mapping[str, pd.DataFrame], folder: Path) -> None:
    """Write tables for programs: as CSV, and as Parquet too where pyarrow (extra "research") is installed."""
    folder.mkdir(exist_ok=True)
    with_parquet = find_spec("pyarrow") is not None
    for name, frame in frames.items():
        write_csv(frame, folder / f"{name}.csv")
        if with_parquet:
            frame.to_parquet(folder / f"{name}.parquet", index=False)


def write_tables_for(comparison: Comparison, folder: Path, lang: str) -> None:
    """Write tables as a spreadsheet with the settings of `lang` opens them, all words and names in that language."""
    folder.mkdir(exist_ok=True)
    for name, frame in tables(comparison).items():
        told = readable(frame, comparison, lang)
        told.columns = pd.Index([head(column, lang) for column in told.columns])
        write_csv_for(told, folder / f"{text(f'table.file_{name}', lang)}.csv", lang)


def _facts(plan: Plan) -> dict[str, object]:
    """What stands on the last sheet of the workbook: what determined the comparison."""
    determined = determined_by(plan)
    shown = ("ikdsim", "code", "parameters", "region_data", "seed", "runs", "horizon", "scale", "engine", "numbers")
    return {
        **{name: determined[name] for name in shown},
        "fingerprint": fingerprint(determined),
        "baseline": plan.scenarios[plan.baseline].name,
    }
