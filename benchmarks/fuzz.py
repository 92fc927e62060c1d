"""Bad input, by the thousand: `python -m benchmarks.fuzz 10000`.

Every shipped file of scenarios, experiments, prices and regions is damaged. Whatever comes of it, the answer is that
the file is right, or one sentence a fault, within a second and 300 MB. `--write` keeps the result in docs/bad_input.md.
Exit status 1 if any answer was something else; tests/benchmarks/test_fuzz.py does a few cases.
"""

import argparse
import io
import shutil
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest import mock

from benchmarks.damage import damaged
from benchmarks.jobs import peak_bytes
from ikdsim.calibration.plan import is_calibration, load_calibration
from ikdsim.cli import BAD_INPUT, DONE
from ikdsim.cli import main as ikdsim
from ikdsim.errors import BadInput
from ikdsim.experiment.experiment_file import load_experiment
from ikdsim.files import text_of
from ikdsim.region import load
from ikdsim.scenario.prices import load_prices

REPOSITORY = Path(__file__).parent.parent
PAGE = REPOSITORY / "docs" / "bad_input.md"
FOLDERS = ("scenarios", "experiments", "ikdsim/data/regions")
SUFFIXES = (".toml", ".csv")
MOST_SECONDS, MOST_MEGABYTES = 1.0, 300.0
LONGEST_LINE = 1500  # letters of a sentence
ANSWERS = ("right", "refused")


class Verdict(NamedTuple):
    """What came of one damaged file."""

    answer: str
    """One of ANSWERS, or what was wrong with the answer."""
    seconds: float
    """Of the processor."""


def judge(path: Path) -> Verdict:
    """Have a damaged file checked, in this process, and say whether the answer is one."""
    began = time.process_time()
    try:
        status, told = _answer(path)
    except Exception:
        return Verdict(traceback.format_exc(), time.process_time() - began)
    seconds = time.process_time() - began
    if seconds > MOST_SECONDS:
        return Verdict(f"took {seconds:.1f} s", seconds)
    return Verdict(_mistake(status, told) or ANSWERS[bool(status)], seconds)


def _answer(path: Path) -> tuple[int, str]:
    if path.parent.parent.name == "regions":
        return _of_region(path.parent)
    loader = {"experiments": _experiment_or_calibration, "prices": load_prices}.get(path.parent.name)
    return _loaded(loader, path) if loader else _said(["check", str(path)])


def _experiment_or_calibration(path: Path) -> object:
    return load_calibration(path) if is_calibration(path) else load_experiment(path)


def _of_region(folder: Path) -> tuple[int, str]:
    """What `ikdsim data` says of a region in another folder than that of the package."""
    text_of.cache_clear()
    load._read_region.cache_clear()
    with mock.patch.object(load, "REGIONS_FOLDER", folder.parent):
        return _said(["data", folder.name])


def _said(words: Sequence[str]) -> tuple[int, str]:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as told:
        status = ikdsim([*words, "--lang", "id"])
    return status, told.getvalue()


def _loaded(loader: Callable[[Path], object], path: Path) -> tuple[int, str]:
    try:
        loader(path)
    except BadInput as problem:
        return BAD_INPUT, "\n".join(problem.sentences("id")) + "\n"
    return DONE, ""


def _mistake(status: int, told: str) -> str:
    """What is wrong with an answer; nothing if it is one."""
    lines = told.removesuffix("\n").split("\n") if told else []
    if (status, bool(lines)) not in ((DONE, False), (BAD_INPUT, True)):
        return f"status {status}: {told}"
    unfit = [line for line in lines if not line.isprintable() or not 0 < len(line) < LONGEST_LINE]
    return f"no sentence: {unfit[0]!r}" if unfit else ""


def files_in(folder: Path) -> list[Path]:
    """The files below `folder` that are damaged."""
    found = (path for name in FOLDERS for path in (folder / name).rglob("*"))
    return sorted(path for path in found if path.suffix in SUFFIXES)


def lay_out(folder: Path) -> list[Path]:
    """Copy everything that is shipped into `folder`; returns the files."""
    for name in FOLDERS:
        shutil.copytree(REPOSITORY / name, folder / name)
    return files_in(folder)


def judge_damaged(file: Path, chance: Random) -> Verdict:
    """Damage a copy of `file` that lies beside it, or a file of a region in its place, and judge the answer."""
    content = file.read_bytes()
    case = file if file.parent.parent.name == "regions" else file.with_name("case.toml")
    case.write_bytes(damaged(content, chance))
    verdict = judge(case)
    case.unlink()
    file.write_bytes(content)
    return verdict


def fuzz(cases: int, folder: Path) -> list[Verdict]:
    """The verdicts on so many cases, the files in turn; a case can be had again by its number."""
    files = lay_out(folder)
    return [judge_damaged(files[number % len(files)], Random(number)) for number in range(cases)]


def page(verdicts: Sequence[Verdict], megabytes: float) -> str:
    """What came of it, as it stands in the docs."""
    count = Counter(found.answer if found.answer in ANSWERS else "other" for found in verdicts)
    counted = " | ".join(
        f"{number:,}" for number in (len(verdicts), *(count[answer] for answer in (*ANSWERS, "other")))
    )
    slowest = max(found.seconds for found in verdicts)
    return f"""# Bad input

Every shipped file of scenarios, experiments, prices and regions, damaged by byte, token, value and structure, and the
answers to it, as `python -m benchmarks.fuzz {len(verdicts)} --write` found them. Seconds are those of the processor;
memory is the most that the process ever took, its libraries included.

| cases | right after all | refused, a sentence a fault | any other answer | slowest | memory |
| ---: | ---: | ---: | ---: | ---: | ---: |
| {counted} | {slowest:.2f} s | {megabytes:.0f} MB |
"""


def run() -> int:
    """Judge as many cases as are wanted, and tell what came of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=1000)
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        verdicts = fuzz(wanted.cases, Path(folder))
    megabytes = (peak_bytes() or 0) / 10**6
    told = page(verdicts, megabytes)
    other = [f"case {number}: {found.answer}" for number, found in enumerate(verdicts) if found.answer not in ANSWERS]
    print("\n".join([told, *other]))
    if wanted.write:
        PAGE.write_text(told, encoding="utf-8")
    return 1 if other or megabytes > MOST_MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(run())
