"""The file of the panel: a CSV as a spreadsheet saves it, with all its faults told at once."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from ikdsim.errors import BadInput, Fault, nearest, reason_of, shorten
from ikdsim.fields import REQUIRED
from ikdsim.files import text_of
from ikdsim.panel.dated_count import DatedCount
from ikdsim.schema import Where, fields_of, read, unknown_key

COUNTS_FILE: Final = Path(__file__).parents[1] / "data" / "panel" / "counts.csv"
IDENTITY: Final = ("place", "date", "base_kind")
"""Columns that no two rows share."""
Line = tuple[int, Sequence[str]]
"""Number of a line, and its cells."""


@cache
def load_panel() -> tuple[DatedCount, ...]:
    """The counts that the package carries, the nation first, each place by date."""
    return panel_of(text_of(COUNTS_FILE), COUNTS_FILE.name)


def read_panel(path: Path) -> tuple[DatedCount, ...]:
    """The counts of a user's file in its order; raises BadInput with every fault of the file."""
    try:
        return panel_of(path.read_text(encoding="utf-8-sig"), str(path))  # Windows editors put a mark in front
    except FileNotFoundError:
        raise BadInput([Fault("missing_file", {"file": str(path)})]) from None
    except OSError as problem:
        raise BadInput([Fault("unreadable_file", {"file": str(path), "reason": reason_of(problem)})]) from None
    except ValueError:
        raise BadInput([Fault("panel.not_text", {"file": str(path)})]) from None


def panel_of(content: str, file: str) -> tuple[DatedCount, ...]:
    """The counts that `content` of the file called `file` tells; raises BadInput with every fault.

    Cells are parted by commas, or by semicolons if the first line has more of these.
    """
    (head_line, head), rows = _head_and_rows(content, file)
    if faults := _head_faults(head, Where(file, positions={"": head_line})):
        raise BadInput(faults)
    counts: list[DatedCount] = []
    first_lines: dict[tuple[str, ...], int] = {}
    for line, cells in rows:
        where = Where(file, positions={"": line})
        count, found = _count(dict(zip(head, cells, strict=False)), len(cells) - len(head), where)
        faults += found
        counts += [count] if count else []
        faults += _repeated(dict(zip(head, cells, strict=False)), first_lines, where)
    if faults:
        raise BadInput(faults)
    return tuple(counts)


def _head_and_rows(content: str, file: str) -> tuple[Line, list[Line]]:
    lines = ["" if line.startswith("#") else line for line in content.splitlines()]
    head = next(filter(None, lines), "")
    reader = csv.reader(lines, delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        found: Iterator[Line] = iter([(reader.line_num, list(map(str.strip, cells))) for cells in reader if any(cells)])
    except csv.Error:
        raise BadInput([Fault("panel.not_text", {"file": file, "line": reader.line_num})]) from None
    return next(found, (1, [])), list(found)


def _head_faults(head: Sequence[str], where: Where) -> list[Fault]:
    fields = fields_of(DatedCount)
    meant = {name: nearest(name, fields.keys() - set(head)) for name in head if name not in fields}
    faults = [unknown_key(name, guess, fields, where) for name, guess in meant.items()]
    required = {name for name, field in fields.items() if field.default is REQUIRED}
    missing = sorted(required - set(head) - set(meant.values()))
    faults += [where.fault("panel.missing_column", name, {"allowed": ", ".join(fields)}) for name in missing]
    repeated = sorted({name for name in head if head.count(name) > 1})
    return faults + [where.fault("panel.repeated_column", name, {}) for name in repeated]


def _count(row: Mapping[str, str], surplus: int, where: Where) -> tuple[DatedCount | None, list[Fault]]:
    """The count of a row, or None and its faults; `surplus` are the cells for which there is no column."""
    if surplus > 0:
        return None, [where.fault("panel.too_many_cells", "", {"count": surplus})]
    fields = fields_of(DatedCount)
    table = {name: fields[name].from_words(cell) for name, cell in row.items() if cell}
    count, faults = read(DatedCount, table, where)
    return (count, faults) if count is None else (count, count.faults(where))


def _repeated(row: Mapping[str, str], first_lines: dict[tuple[str, ...], int], where: Where) -> list[Fault]:
    """The fault of a row whose place, date and base stand above already; `first_lines` is filled with what is new."""
    identity = tuple(row.get(name, "").casefold() for name in IDENTITY)
    line = where.positions[""]
    facts = {"place": shorten(row.get("place", "")), "first": first_lines.setdefault(identity, line)}
    return [] if facts["first"] == line else [where.fault("panel.repeated_row", "", facts)]
