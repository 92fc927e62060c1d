"""How far a simulation is: a bar on standard error, for those who sit and wait."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from ikdsim.kernel import FIRST_COMPILATION, is_compiled
from ikdsim.language import text

LINE_AFTER: Final = 20.0
"""Seconds between two lines of a progress that is no bar."""


class Advance(Protocol):
    """Is told how much is done, and how much there is in all."""

    def __call__(self, done: int, total: int) -> None:
        """Take note."""


@contextmanager
def progress_bar(key: str, lang: str, quiet: bool) -> Iterator[Advance | None]:
    """A bar labelled with the text `key` ("topic.entry"); lines now and then where nobody watches, None if `quiet`."""
    if quiet:
        yield None
        return
    if not sys.stderr.isatty():
        yield _lines(text(key, lang))
        return
    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%")
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(text(key, lang))

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield advance


def _lines(label: str) -> Advance:
    """How far it is, a line on standard error every LINE_AFTER seconds."""
    last = time.monotonic()

    def advance(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= LINE_AFTER:
            last = time.monotonic()
            Console(stderr=True).print(f"{label} {100 * done // total}%")

    return advance


def announce_compiling(lang: str, quiet: bool) -> None:
    """Say on standard error that the rules are compiled first, if there are none yet from an earlier run."""
    FIRST_COMPILATION.is_told = True
    if not quiet and not is_compiled():
        Console(stderr=True).print(text("result.compiling", lang), soft_wrap=True)
