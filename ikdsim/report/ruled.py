"""A table with a rule under its head, for a terminal."""

import io
import textwrap
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from ikdsim.report.layout import WIDTH


def ruled(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column holds names, which may be broken; all others hold numbers below titles of several lines."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    table.add_column(head[0], vertical="bottom")
    for column, title in enumerate(head[1:], start=1):
        width = max(len(part) for part in [*title.split(), *(row[column] for row in rows)])
        table.add_column(textwrap.fill(title, width), justify="right", vertical="bottom", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    written = io.StringIO()
    Console(file=written, width=WIDTH, markup=False, emoji=False, highlight=False).print(table)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()).strip("\n")
