"""Take a command line apart: the command, its options, and what it is about."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

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
from ikdsim.errors import BadInput, Fault, nearest, shorten
from ikdsim.fields import Field, Truth
from ikdsim.language import LANGUAGES, catalogue, system_language, text
from ikdsim.schema import Where, fields_of, read

COMMANDS: Final[Mapping[str, type[Options]]] = {
    "check": CheckOptions,
    "run": RunOptions,
    "compare": CompareOptions,
    "calibrate": CalibrateOptions,
    "data": DataOptions,
    "new": NewOptions,
    "bench": BenchOptions,
}


class _Parser(argparse.ArgumentParser):
    """An argparse parser that knows options only, and speaks the reader's language."""

    def __init__(self, command: str, lang: str) -> None:
        super().__init__(
            prog=f"ikdsim {command}",
            usage=text(f"command.usage_{command}", lang),
            description=text(f"command.about_{command}", lang),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        group = self.add_argument_group(text("command.options", lang))
        for name, field in option_fields(command).items():
            _declare(group, name, field, lang)

    def error(self, message: str) -> None:  # type: ignore[override]
        """Never print and leave, as argparse would."""
        raise argparse.ArgumentError(None, message)


def option_fields(command: str) -> dict[str, Field]:
    """Fields of the options of a command, by name without the dashes."""
    return {name: field for name, field in fields_of(COMMANDS[command]).items() if name != "named"}


def as_option(name: str) -> str:
    """How an option is written on a command line: "until_sure" as --until-sure."""
    return f"--{name.replace('_', '-')}"


def command_help(command: str, lang: str) -> str:
    """What `ikdsim COMMAND --help` says."""
    return _Parser(command, lang).format_help().replace("usage: ", text("command.usage", lang), 1)


def wanted_language(argv: Sequence[str]) -> str:
    """The language of `--lang`, which must be known before anything else is understood, else the system's."""
    named = [after for word, after in pairwise(argv) if word == "--lang"]
    named += [word.removeprefix("--lang=") for word in argv if word.startswith("--lang=")]
    return next((lang for lang in named if lang in LANGUAGES), None) or system_language()


def parse(argv: Sequence[str], lang: str) -> Options:
    """Checked options of the command `argv[0]`; raises BadInput with every fault of the line."""
    command = argv[0]
    given, rest = _take_apart(command, argv[1:], lang)
    unknown = [_unknown_option(word, command) for word in rest if word.startswith("-")]
    options, faults = read(COMMANDS[command], {"lang": lang, **given, "named": rest}, Where())
    if unknown:  # whose words after them may be their values, or what the command is about
        faults = [fault for fault in faults if fault.facts["key"] != "named"]
    if unknown or options is None:
        raise BadInput([*unknown, *(_of_command(fault, command, lang) for fault in faults)])
    if isinstance(options, RunOptions):
        _check_record(options, given, lang)
    if isinstance(options, CompareOptions):
        return replace(options, typed=tuple(given))
    return options


def _check_record(options: RunOptions, given: Mapping[str, object], lang: str) -> None:
    """Raise BadInput for a record beside a scenario, or beside options that the record has settled."""
    if bool(options.named) == bool(options.record):
        raise BadInput([Fault("scenario_or_record", {"usage": text("command.usage_run", lang)})])
    settled = [f"--{name}" for name in ("seed", "until", "scale", "engine", "prices") if name in given]
    if options.record and settled:
        raise BadInput([Fault("record_with_options", {"option": option}) for option in settled])


def command_first(argv: Sequence[str]) -> list[str]:
    """The same line where options that every command takes stand behind the command, not before it."""
    early, rest = [], list(argv)
    while rest and rest[0].partition("=")[0] in map(as_option, fields_of(Options)):
        early.append(rest.pop(0))
        early += [rest.pop(0)] if early[-1] == "--lang" and rest else []
    return [*rest[:1], *early, *rest[1:]] if rest else []


def require_command(argv: Sequence[str]) -> None:
    """Raise BadInput unless the line begins with a command."""
    word = argv[0] if argv else ""
    if word.startswith("-"):
        raise BadInput([Fault("option_before_command", {"key": shorten(word), "allowed": ", ".join(COMMANDS)})])
    if word not in COMMANDS:
        facts = {"value": shorten(word), "allowed": ", ".join(COMMANDS), "nearest": nearest(word, COMMANDS)}
        raise BadInput([Fault("unknown_command" if word else "no_command", facts)])


def _declare(group: argparse._ArgumentGroup, name: str, field: Field, lang: str) -> None:
    about, option = text(f"command.option_{name}", lang), as_option(name)
    if isinstance(field, Truth):
        group.add_argument(option, action="store_true", default=argparse.SUPPRESS, help=about)
    else:
        metavar = text(f"command.value_{name}", lang)
        group.add_argument(option, metavar=metavar, default=argparse.SUPPRESS, help=about)


def _take_apart(command: str, words: Sequence[str], lang: str) -> tuple[dict[str, object], list[str]]:
    """Values of the options that are given, and all other words."""
    fields = option_fields(command)
    try:
        given, rest = _Parser(command, lang).parse_known_args(words)
    except argparse.ArgumentError as problem:
        option = str(problem.argument_name)
        is_switch = isinstance(fields[option.removeprefix("--").replace("-", "_")], Truth)
        code = "option_with_value" if is_switch else "option_without_value"
        raise BadInput([Fault(code, {"key": option})]) from None
    return {name: _value(fields[name], word) for name, word in vars(given).items()}, rest


def _value(field: Field, word: str | bool) -> object:
    """Switches come as True."""
    return field.from_words(word) if isinstance(word, str) else word


def _unknown_option(word: str, command: str) -> Fault:
    allowed = [as_option(name) for name in option_fields(command)]
    name = word.partition("=")[0]
    facts = {"value": shorten(name), "command": command, "allowed": ", ".join(allowed)}
    return Fault("unknown_option_name", {**facts, "nearest": nearest(name, allowed)})


def _of_command(fault: Fault, command: str, lang: str) -> Fault:
    """The fault of a key, told as one of an option, which takes no quotes."""
    usage = text(f"command.usage_{command}", lang)
    code = f"option_{fault.code}" if f"option_{fault.code}" in catalogue("fault") else fault.code
    return Fault(code, {**fault.facts, "key": as_option(str(fault.facts["key"])), "usage": usage})
