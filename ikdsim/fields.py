"""The kinds of fields a TOML table may have: what each takes, and how it refuses the rest.

A refusal carries the facts of its sentence; where the key stands is added by schema.py, which reads the table.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from ikdsim.errors import nearest, shown, unseen_letter

REQUIRED: Final[Any] = MISSING
"""Default of a field that every table must give."""
ALL_PLACES: Final = "all"
"""The word that every place answers to."""

MOST_SEED: Final = 2**53 - 1
"""The largest whole number that survives in every program that reads a record."""

Places = Mapping[str, frozenset[str]]
"""Places of a region by name, in its order, each with the words for what it is, such as "all" and "rural"."""
NO_PLACES: Final[Places] = MappingProxyType({})
"""Where no region is known: any name of a place passes."""


class Refused(Exception):  # noqa: N818  (it says what happened)
    """A value that a field cannot hold; schema.read turns each of its facts into a fault and goes on."""

    def __init__(self, code: str, *each: Mapping[str, object]) -> None:
        super().__init__(code)
        self.code = code
        self.each = each


@dataclass(frozen=True)
class Field(ABC):
    """What a key of a table may hold."""

    default: object
    """Value where the table does not give the key, or REQUIRED."""

    @property
    @abstractmethod
    def example(self) -> str:
        """A value that this field accepts, as a file would show it."""

    @abstractmethod
    def take(self, value: object, places: Places) -> object:
        """`value` of a table as the dataclass holds it; raises Refused for one that does not fit.

        `places` is empty where no region is known.
        """

    def missing(self, places: Places) -> object:
        """The value where the table does not give the key; raises Refused if it must."""
        if self.default is REQUIRED:
            raise Refused("missing_key", {"example": self.example})
        return self.default

    def from_words(self, words: str) -> object:
        """The value that `words` of a command line stand for, or the words themselves."""
        return words

    def refusal(self, code: str, value: object, facts: Mapping[str, object] | None = None) -> Refused:
        """A refusal of `value` that says what would be accepted."""
        return Refused(code, {"value": shown(value), "example": self.example, **(facts or {})})


@dataclass(frozen=True, kw_only=True)
class Number(Field):
    """A number from `low` to `high`, both allowed."""

    low: float
    high: float
    unit: str

    @property
    def example(self) -> str:
        """The number nearest to zero that is allowed."""
        return f"{max(self.low, min(0.0, self.high)):.15g}"

    def take(self, value: object, places: Places) -> float:
        """The number as a float, within its range and finite."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.refusal("not_a_number", value)
        self.check_range(value)
        return float(value)

    def check_range(self, value: float) -> None:
        """Refuse what is infinite, not a number or out of range."""
        if isinstance(value, float) and not math.isfinite(value):
            raise self.refusal("not_finite", value)
        if not self.low <= value <= self.high:
            code = "fixed_number" if self.low == self.high else "out_of_range"
            raise self.refusal(code, value, {"low": self.low, "high": self.high, "unit": self.unit})

    def from_words(self, words: str) -> object:
        """The number that `words` spell."""
        for spell in (int, float):
            try:
                return spell(words)
            except ValueError:
                continue
        return words


class Whole(Number):
    """A whole number from `low` to `high`, both allowed."""

    def take(self, value: object, places: Places) -> int:
        """The whole number, within its range; 2.0 is none."""
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.refusal("not_whole", value)
        self.check_range(value)
        return value


class Truth(Field):
    """True or false."""

    example = "true"

    def take(self, value: object, places: Places) -> bool:
        """True or False; neither 1 nor "true" stands for it."""
        if not isinstance(value, bool):
            raise self.refusal("not_true_or_false", value)
        return value


@dataclass(frozen=True, kw_only=True)
class Day(Field):
    """A date without a time from `earliest` to `latest`, both allowed."""

    example = "2027-01-04"
    earliest: date = date.min
    latest: date = date.max
    beyond_run: bool = False
    """Whether a day of a policy may lie outside the run; before the policy's start no day of it may."""

    def take(self, value: object, places: Places) -> date:
        """The day, from the earliest to the latest."""
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.refusal("not_a_date", value)
        if not self.earliest <= value <= self.latest:
            raise self.refusal("out_of_range", value, {"low": self.earliest, "high": self.latest})
        return value

    def from_words(self, words: str) -> object:
        """The date that `words` spell."""
        try:
            return date.fromisoformat(words)
        except ValueError:
            return words


class Words(Field):
    """Text on one line, not empty, all of which is seen."""

    example = '"..."'

    def take(self, value: object, places: Places) -> str:
        """The text as written, spaces at its ends included."""
        if not isinstance(value, str) or not value.strip() or min(value) < " ":  # control characters
            raise self.refusal("not_words", value)
        if letter := unseen_letter(value):
            raise Refused("unseen_letter", {"value": letter})
        return value


@dataclass(frozen=True, kw_only=True)
class Choice(Field):
    """One of a few names."""

    options: Sequence[str]

    @property
    def example(self) -> str:
        """The first of the names, in quotes."""
        return f'"{self.options[0]}"'

    def take(self, value: object, places: Places) -> str:
        """The name that was chosen, in its exact spelling."""
        if not isinstance(value, str) or value not in self.options:
            guess = nearest(value, self.options) if isinstance(value, str) else None
            facts = {"allowed": ", ".join(self.options), "nearest": guess}
            raise self.refusal("unknown_option", value, facts)
        return value


class Names(Field):
    """A list of names in quotes."""

    example = '["..."]'

    def take(self, value: object, places: Places) -> tuple[str, ...]:
        """The names in the order in which they are written; there may be none."""
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            raise self.refusal("not_names", value)
        return tuple(value)


class PolicyNames(Names):
    """A list of names of other policies of the scenario, which knows them when all its files are read."""


class PlaceNames(Field):
    """Places of the region, by their names or by words for what they are: one of these, or a list of them."""

    example = f'"{ALL_PLACES}"'

    def take(self, value: object, places: Places) -> tuple[str, ...]:
        """The names that are meant, each once, in the order of the region."""
        wanted = [value] if isinstance(value, str) else value
        if not isinstance(wanted, list) or not wanted or not all(isinstance(name, str) for name in wanted):
            raise self.refusal(
                "not_places",
                value,
                {"first": next(iter(places), "..."), "allowed": ", ".join(_words_of(places)) or ALL_PLACES},
            )
        if not places:
            return tuple(wanted)
        known = {*places, *_words_of(places)}
        strangers = [name for name in wanted if name not in known]
        if strangers:
            raise Refused("unknown_place", *(_stranger(name, places) for name in strangers))
        return tuple(name for name, words in places.items() if not {name, *words}.isdisjoint(wanted))

    def missing(self, places: Places) -> object:
        """Every place of the region where "all" is the default."""
        return self.take(super().missing(places), places)


def _words_of(places: Places) -> list[str]:
    """The words that at least one place answers to."""
    return sorted(frozenset().union(*places.values()))


def _stranger(name: str, places: Places) -> Mapping[str, object]:
    known = [*_words_of(places), *places]
    return {"value": shown(name), "allowed": ", ".join(known), "nearest": nearest(name, known)}
