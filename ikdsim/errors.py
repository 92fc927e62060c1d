"""What can go wrong through what a user gives us, told in sentences that say what to do.

    IkdsimError            everything ikdsim raises on purpose
    └── BadInput           a bad file or command line; carries every fault found in it (exit status 2)

A fault keeps its facts as fields; the sentence is made from them only when the language is known.
"""

import errno
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from ikdsim.language import catalogue, plain_number, text

_LONGEST_SHOWN: Final = 60
_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters of which nothing is seen, though they count as printable: fillers of Hangul and the blank of Braille."""


@dataclass(frozen=True)
class Fault:
    """One mistake: `code` names its sentence, an entry of fault.toml or "topic.entry" of another catalogue.

    Facts with a fixed use: `file`, `line`, `table` stand before the sentence; `nearest` fills its {hint}; `reason`
    may be an entry of reason.toml. Numbers are told in the language of the sentence.
    """

    code: str
    facts: Mapping[str, object]

    def text(self, lang: str) -> str:
        """The mistake in one sentence, `lang` is "id" or "en"."""
        key = self.code if "." in self.code else f"fault.{self.code}"
        facts = {name: _told(fact, lang) for name, fact in self.facts.items()}
        facts |= {"hint": self._hint(lang), "reason": self._reason(lang)}
        return printable(self._where(lang) + text(key, lang, facts))

    def _where(self, lang: str) -> str:
        line = text("fault.line", lang, self.facts) if self.facts.get("line") else ""
        parts = [str(part) for part in (self.facts.get("file"), line, self.facts.get("table")) if part]
        return f"{', '.join(parts)}: " if parts else ""

    def _hint(self, lang: str) -> str:
        return text("fault.hint", lang, self.facts) if self.facts.get("nearest") else ""

    def _reason(self, lang: str) -> object:
        reason = self.facts.get("reason")
        return text(f"reason.{reason}", lang) if reason in catalogue("reason") else reason


class IkdsimError(Exception):
    """Everything ikdsim raises on purpose."""


class BadInput(IkdsimError):  # noqa: N818  (it says what happened)
    """A file or a command line that cannot be used, with every fault found in it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(self.sentences("en"))

    def sentences(self, lang: str) -> list[str]:
        """One sentence a fault, without repetitions; `lang` is "id" or "en"."""
        return list(dict.fromkeys(fault.text(lang) for fault in self.faults))


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """The allowed name most like `name` whatever its capitals, else one that contains it, else None."""
    by_lower = {candidate.lower(): candidate for candidate in allowed}
    sought = name.lower()[:_LONGEST_SHOWN]
    found = get_close_matches(sought, by_lower, n=1) or [lower for lower in by_lower if sought in lower]
    return by_lower[found[0]] if found and sought else None


def reason_of(problem: OSError) -> str:
    """Why the system refused: an entry of reason.toml, else its own words."""
    code = errno.errorcode.get(problem.errno or 0, "")
    return code if code in catalogue("reason") else problem.strerror or type(problem).__name__


def _told(fact: object, lang: str) -> object:
    return plain_number(fact, lang) if isinstance(fact, int | float) and not isinstance(fact, bool) else fact


def shown(value: object) -> str:
    """`value` as a file would show it, on one line and short enough for a message."""
    match value:
        case bool():
            return str(value).lower()
        case int():
            return shorten(hex(value) if value.bit_length() > 4 * _LONGEST_SHOWN else str(value))
        case str():
            return f'"{shorten(value)}"'
        case list():
            return "[...]"
        case dict():
            return "{...}"
    return shorten(str(value))


def shorten(words: str) -> str:
    """`words` on one line, printable, cut where they grow absurdly long."""
    start = words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 3] + "..."
    return printable(start)


def printable(words: str) -> str:
    """`words` without what would move the cursor of a terminal, turn its line round or not be seen."""
    return "".join(letter if letter.isprintable() else "?" for letter in words)


def unseen_letter(words: str) -> str | None:
    """The number (U+202E) of the first letter that is not seen, moves a cursor or turns a line round; else None."""
    found = next((letter for letter in words if letter in _BLANK or not letter.isprintable()), None)
    return None if found is None else f"U+{ord(found):04X}"
