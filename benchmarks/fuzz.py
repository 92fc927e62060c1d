"""Bad input, by the thousand: `python -m benchmarks.fuzz 10000`.

Every shipped scenario and experiment file is damaged by byte, token, value and structure. Whatever comes of it, the
answer is that the file is right, or one sentence a fault, within a second and 300 MB. `--write` keeps the result in
docs/bad_input.md. Exit status 1 if any answer was something else; tests/benchmarks/test_fuzz.py does a few cases.
"""

import argparse
import io
import re
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

from benchmarks.jobs import peak_bytes
from ikdsim.cli import BAD_INPUT, DONE
from ikdsim.cli import main as ikdsim
from ikdsim.errors import BadInput
from ikdsim.experiment.experiment_file import load_experiment

REPOSITORY = Path(__file__).parent.parent
PAGE = REPOSITORY / "docs" / "bad_input.md"
FOLDERS = ("scenarios", "experiments")
MOST_SECONDS, MOST_MEGABYTES = 1.0, 300.0
LONGEST_LINE = 1500  # letters of a sentence
LARGEST = 26_000  # bytes; no file of more than 25 kB is read
MOST_CHANGES = 4
TOKEN = re.compile(rb"[\w.-]+|\s+|.", re.DOTALL)
VALUE = re.compile(rb'(?<== )(\d[\d.-]*|"[^"\n]*")')
PLAUSIBLE = (
    *(
        b"0",
        b"1",
        b"3",
        b"7",
        b"20",
        b"100",
        b"0.01",
        b"0.5",
        b"2023-01-02",
        b"2027-06-30",
        b"2028-12-31",
        b"2050-12-31",
    ),
    *(
        b'"all"',
        b'"coastal"',
        b'["Desa Hurip Jaya"]',
        b'"reassigned"',
        b'"added"',
        b'"baseline.toml"',
        b'"combined.toml"',
    ),
)
HOSTILE = (
    *(b"nan", b"-inf", b"-1", b"0", b"1e400", b"1" * 5000, b"0x" + b"f" * 300, b"true", b"1.000,5", b"3,5"),
    *(b"2027-02-30", b"9999-12-31", b"0001-01-01", b"2027-01-04T00:00:00Z", b"23:59:60", b"1 Maret 2027"),
    *(b'""', b'"""', b"'", b"[]", b"{}", b"[[", b"]]", b"{ id = 1 }", b"[" * 500, b"a." * 300, b"#", b"=", b"\\"),
    *(b'"\\u202e"', b'"\\u0000"', b'"\\u001b[31m"', b"\xe2\x80\xae", b"\x1b[2J", b"\xff\xfe", b"\xef\xbb\xbf", b"\0"),
    *(b'"/dev/zero"', b'"."', b'"../../../../../etc"', b'"' + b"x" * 300 + b'.toml"', b'"$\\\\frac{"', b'"=1+1"'),
    *(b"kind", b"policy", b"extends", b"parameters", b"region_numbers", b"remove", b"sweep", b"title", b"\r", b"\r\n"),
)
Change = Callable[[bytes, Random], bytes]


def by_byte(content: bytes, chance: Random) -> bytes:
    """A byte is changed, added, or left out with some that follow."""
    at = chance.randrange(len(content) + 1)
    new = bytes([chance.randrange(256)]) * chance.choice([0, 1, 30])
    return content[:at] + new + content[at + chance.choice([0, 1, 9]) :]


def by_token(content: bytes, chance: Random) -> bytes:
    """A word, a number or a sign is left out, doubled, exchanged for another of the file or for a hostile one."""
    tokens = TOKEN.findall(content) or [b""]
    at = chance.randrange(len(tokens))
    tokens[at] = chance.choice([b"", tokens[at] * 2, chance.choice(tokens), *[chance.choice(HOSTILE)] * 3])
    return b"".join(tokens)


def by_value(content: bytes, chance: Random) -> bytes:
    """A number, a date or a text is exchanged for another that may well stand there."""
    values = list(VALUE.finditer(content))
    if not values:
        return content
    start, end = chance.choice(values).span()
    return content[:start] + chance.choice([*PLAUSIBLE, chance.choice(values)[0]]) + content[end:]


def by_structure(content: bytes, chance: Random) -> bytes:
    """Lines are left out, repeated, exchanged, moved, or followed by many others."""
    lines = content.splitlines(keepends=True) or [b""]
    start, end = sorted(chance.randrange(len(lines) + 1) for _ in range(2))
    some, many = lines[start:end], chance.choice([2, 30, 1000])
    what = chance.randrange(5)
    if what == 0:
        del lines[start:end]
    elif what == 1:
        lines[start:end] = some * min(many, 1 + LARGEST // (1 + sum(map(len, some))))
    elif what == 2:
        chance.shuffle(lines)
    elif what == 3:
        lines[start:start] = [b"key_%d = %s\n" % (number, chance.choice(HOSTILE[:4])) for number in range(many)]
    else:
        lines = [*lines[end:], *some, *lines[:start]]
    return b"".join(lines)


ANSWERS = ("right", "refused")
CHANGES: tuple[Change, ...] = (by_byte, by_token, by_value, by_structure)


def damaged(content: bytes, chance: Random) -> bytes:
    """`content` after one to four changes."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        content = chance.choice(CHANGES)(content, chance)[:LARGEST]
    return content


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
        status, told = _loaded(path) if path.parent.name == "experiments" else _checked(path)
    except Exception:
        return Verdict(traceback.format_exc(), time.process_time() - began)
    seconds = time.process_time() - began
    if seconds > MOST_SECONDS:
        return Verdict(f"took {seconds:.1f} s", seconds)
    return Verdict(_mistake(status, told) or ANSWERS[bool(status)], seconds)


def _checked(path: Path) -> tuple[int, str]:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as told:
        status = ikdsim(["check", str(path), "--lang", "id"])
    return status, told.getvalue()


def _loaded(path: Path) -> tuple[int, str]:
    try:
        load_experiment(path)
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


def lay_out(folder: Path) -> list[Path]:
    """Copy everything that is shipped into `folder`; returns the files."""
    for name in FOLDERS:
        shutil.copytree(REPOSITORY / name, folder / name)
    return sorted(folder.rglob("*.toml"))


def judge_damaged(file: Path, chance: Random) -> Verdict:
    """Damage a copy of `file` that lies beside it, and judge the answer."""
    case = file.with_name("case.toml")
    case.write_bytes(damaged(file.read_bytes(), chance))
    verdict = judge(case)
    case.unlink()
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

Every shipped scenario and experiment file, damaged by byte, token, value and structure, and the answers to it, as
`python -m benchmarks.fuzz {len(verdicts)} --write` found them. Seconds are those of the processor; memory is the most
that the process ever took, its libraries included.

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
