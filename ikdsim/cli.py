"""The command line. Answers go to standard output, faults to standard error.

Exit status: 0 done, 1 failed, 2 bad usage or bad input, 130 interrupted.
"""

import errno
import io
import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final, TextIO

from ikdsim.command.answer import Answer
from ikdsim.command.line import COMMANDS, command_first, command_help, parse, require_command, wanted_language
from ikdsim.command.options import (
    BenchOptions,
    CalibrateOptions,
    CheckOptions,
    CompareOptions,
    DataOptions,
    NewOptions,
    Options,
    RunOptions,
)
from ikdsim.errors import BadInput, Fault, IkdsimError, printable, reason_of
from ikdsim.language import text

DONE: Final = 0
FAILED: Final = 1
BAD_INPUT: Final = 2
INTERRUPTED: Final = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Answer the command line `argv` (default: that of the process); returns the exit status."""
    words = command_first(sys.argv[1:] if argv is None else argv)
    lang = wanted_language(words)
    _hold_closed_streams()
    _speak_utf8()
    try:
        return _serve(words, lang)
    except NotSaid as problem:
        if isinstance(problem.cause, BrokenPipeError):  # the reader has seen enough
            return DONE
        _complain([Fault("command.not_said", {"reason": reason_of(problem.cause)}).text(lang)], as_json=False)
        return FAILED


def _serve(words: Sequence[str], lang: str) -> int:
    as_json = "--json" in words
    try:
        answer = _answer(words, lang)
    except BadInput as problem:
        return _refuse(problem, lang, as_json)
    except IkdsimError as problem:
        _complain([str(problem)], as_json)
        return FAILED
    except KeyboardInterrupt as stop:
        _complain([str(stop) or text("command.interrupted", lang)], as_json)
        return INTERRUPTED
    if not (answer.faults and as_json):
        _say(_as_json(answer.document) if as_json else answer.text, sys.stdout)
        _say(answer.note if as_json else "", sys.stderr)
    if answer.failure:
        _complain([answer.failure], as_json)
        return FAILED
    return _refuse(BadInput(answer.faults), lang, as_json) if answer.faults else DONE


def _answer(words: Sequence[str], lang: str) -> Answer:
    if words[:1] == ["--version"]:
        return _version()
    if words[:1] in (["--help"], ["-h"]):
        return Answer(text("command.overview", lang).strip(), {"commands": list(COMMANDS)})
    require_command(words)
    if "--help" in words or "-h" in words:
        return Answer(command_help(words[0], lang).strip(), {"commands": words[:1]})
    return _run(parse(words, lang))


def _run(options: Options) -> Answer:
    """The command that belongs to `options`; loaded only now, since some take seconds to load."""
    match options:
        case CheckOptions():
            from ikdsim.command.check import check_command

            return check_command(options)
        case DataOptions():
            from ikdsim.command.data import data_command

            return data_command(options)
        case NewOptions():
            from ikdsim.command.new import new_command

            return new_command(options)
        case RunOptions():
            from ikdsim.command.run import run_command

            return run_command(options)
        case CompareOptions():
            from ikdsim.command.compare import compare_command

            return compare_command(options)
        case CalibrateOptions():
            from ikdsim.command.calibrate import calibrate_command

            return calibrate_command(options)
        case BenchOptions():
            from ikdsim.command.bench import bench_command

            return bench_command(options)
    raise AssertionError(f"no command takes {options}")


def _version() -> Answer:
    from importlib.metadata import version

    number = version("ikdsim")
    return Answer(f"ikdsim {number}", {"ikdsim": number})


def _refuse(problem: BadInput, lang: str, as_json: bool) -> int:
    _complain(problem.sentences(lang), as_json)
    return BAD_INPUT


def _complain(sentences: Sequence[str], as_json: bool) -> None:
    with suppress(NotSaid):  # there is nobody left to be told
        _say(_as_json({"error": sentences}) if as_json else "\n".join(sentences), sys.stderr)


class NotSaid(IkdsimError):  # noqa: N818  (it says what happened)
    """Nobody takes what the command line has to say: a full disk, a closed stream."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(cause)
        self.cause = cause


def _say(words: str, stream: TextIO | None) -> None:
    """Write lines of printable letters; raises NotSaid if they are not taken."""
    if not words:
        return
    if stream is None:
        raise NotSaid(OSError(errno.EBADF, os.strerror(errno.EBADF)))
    try:
        print("\n".join(map(printable, words.split("\n"))), file=stream, flush=True)
    except OSError as problem:
        # Python must not write the rest once more when it leaves.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise NotSaid(problem) from None


def _hold_closed_streams() -> None:
    """Let no file that is opened later take the number of a closed stream, and then what is said there."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)


def _as_json(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _speak_utf8() -> None:
    """Windows would write another encoding into a pipe; what cannot be written is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
