"""ikdsim bench: how fast is ikdsim here, beside its peers and beside its last version?

The suite itself lies in the folder `benchmarks`; it runs in a process of its own, so that nothing loaded here counts.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from ikdsim.command.answer import Answer
from ikdsim.command.options import BenchOptions
from ikdsim.errors import BadInput, Fault, IkdsimError
from ikdsim.language import text
from ikdsim.report.bench import bench_text

_PACKAGE: Final = Path(__file__).parent.parent


def bench_command(options: BenchOptions) -> Answer:
    """Measure everything, write the page of figures where there is one, and tell the figures.

    Raises BadInput if a file cannot be written, before anything is measured, and IkdsimError if the suite fails.
    """
    suite = suite_folder()
    page = options.write or (None if options.json else _page_of(suite))
    _require_folder("--write", page)
    _require_folder("--store", suite / "stored.json" if options.store else None)
    document = _measured(options, suite, page)
    words = bench_text(document, options.lang)
    if page is not None:
        words += "\n" + text("bench.written", options.lang, {"file": page})
    return Answer(words, document)


def suite_folder() -> Path:
    """The folder `benchmarks` of the installed package, else that of the checkout it runs from."""
    installed = _PACKAGE / "data" / "benchmarks"
    return installed if installed.is_dir() else _PACKAGE.parent / "benchmarks"


def _page_of(suite: Path) -> Path | None:
    """The page in the documentation of a checkout; an installed package has none."""
    page = suite.parent / "docs" / "benchmarks.md"
    return page if page.exists() else None


def _require_folder(option: str, file: Path | None) -> None:
    if file is not None and not os.access(file.absolute().parent, os.W_OK):
        raise BadInput([Fault("bench.no_folder", {"key": option, "file": str(file)})])


def _measured(options: BenchOptions, suite: Path, page: Path | None) -> dict[str, Any]:
    """The document of the suite; what it says on standard error meanwhile goes there."""
    words = ["--repeats", str(options.repeats), "--lang", options.lang]
    words += ["--full"] * options.full + ["--store"] * options.store + ["--quiet"] * options.quiet
    words += [] if page is None else ["--write", str(page)]
    path = os.pathsep.join(filter(None, (str(suite.parent), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-P", "-m", "benchmarks.suite", *words]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path})
    if done.returncode:
        raise IkdsimError(text("bench.failed", options.lang, {"reason": done.returncode}))
    return dict(json.loads(done.stdout))
