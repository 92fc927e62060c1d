"""One number that the synthetic population should reproduce, next to the number it has."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from ikdsim.provenance import SourcedValue

STANDARD_ERRORS: Final = 5.0
"""Distance from the wanted value left to chance; with fewer, some of many margins and seeds would differ by chance."""

Form = Literal["count", "share", "quotient"]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Margin:
    """A margin: what a source says, what the residents have, and how far chance may take them apart."""

    label: str
    """Entry of the catalogue population.toml."""
    place: str
    """Name of the place, empty for the whole region."""
    wanted: float
    got: float
    tolerance: float
    form: Form
    source: str
    reason: str = ""
    """Why a larger deviation is permitted, an entry of the catalogue population.toml; empty if it is not."""

    @property
    def agrees(self) -> bool:
        """True if chance and rounding explain the deviation."""
        return abs(self.got - self.wanted) <= self.tolerance

    @property
    def verdict(self) -> str:
        """Entry of the catalogue: "agrees", the reason of a permitted deviation, or "differs"."""
        return "agrees" if self.agrees else self.reason or "differs"


def share(label: str, wanted: SourcedValue, among: Mask, hit: Mask, reason: str = "") -> Iterator[Margin]:
    """The share of `hit` in `among` against its published value; nothing if `among` is empty."""
    count = int(among.sum())
    if count:
        got = float((among & hit).sum()) / count
        spread = STANDARD_ERRORS * sqrt(wanted.value * (1.0 - wanted.value) / count) + 1.0 / count
        yield Margin(label, "", wanted.value, got, spread, "share", wanted.source, reason)


def ratio(
    label: str,
    wanted: tuple[SourcedValue, SourcedValue],
    among: tuple[Mask, Mask],
    hit: Mask,
    reason: str = "",
) -> Iterator[Margin]:
    """The share of `hit` in one group over that in another, against two published shares."""
    counts = [int(group.sum()) for group in among]
    hits = [int((group & hit).sum()) for group in among]
    if all(hits):
        published = wanted[0].value / wanted[1].value
        got = (hits[0] / counts[0]) / (hits[1] / counts[1])
        relative = sum((1.0 - done / count) / done for done, count in zip(hits, counts, strict=True))
        spread = STANDARD_ERRORS * published * sqrt(relative)
        yield Margin(label, "", published, got, spread, "quotient", wanted[0].source, reason)
