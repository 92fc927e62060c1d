"""The folder of a comparison: its record first, then each run as it is done, and at the end tables, words, pictures.

A folder that holds the record of the same plan, rules and data is gone on with; what belongs to something else is
never touched.
"""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pandas as pd

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.ledger import Ledger, repair
from ikdsim.experiment.pictures import draw
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.tables import tables
from ikdsim.files import unwritable, write_file, write_folder
from ikdsim.identity import fingerprint, rules_and_data
from ikdsim.result.folder import claim
from ikdsim.result.record import RECORD_FILE, record
from ikdsim.result.store import CSV_DIGITS, as_json

SUMMARY_FILE: Final = "summary.txt"


def determined_by(plan: Plan) -> dict[str, Any]:
    """Everything that determines the results of `plan`, as plain values that JSON can hold."""
    return {**rules_and_data(plan.scenarios[0].region), **plan.resolved()}


def open_folder(folder: Path, plan: Plan, facts: Mapping[str, Any]) -> None:
    """Make `folder` that of `plan`, unless it is already; `facts` are carried along in the record.

    Raises BadInput if it belongs to something else or cannot be written to.
    """
    settings = determined_by(plan)
    if claim(folder, fingerprint(settings)):
        return
    document = as_json(record(settings, facts)).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_file(folder / RECORD_FILE, lambda file: file.write(document))
    except OSError as problem:
        raise unwritable(folder, problem) from None


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
        words = frame.to_csv(index=False, float_format=CSV_DIGITS).encode()
        write_file(folder / f"{name}.csv", lambda file: file.write(words))
    except OSError as problem:
        raise unwritable(folder, problem) from None


def store(comparison: Comparison, folder: Path, words: str, lang: str) -> None:
    """Write tables, the summary in `words` and pictures in `lang` into the open `folder`, all of them or none.

    Raises BadInput if they cannot be written.
    """

    def write(partial: Path) -> None:
        for name, frame in tables(comparison).items():
            frame.to_csv(partial / f"{name}.csv", index=False, float_format=CSV_DIGITS)
        (partial / SUMMARY_FILE).write_text(words + "\n", encoding="utf-8")
        draw(comparison, partial, lang)

    write_folder(folder, write, last=SUMMARY_FILE)
