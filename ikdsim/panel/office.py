"""Offices: cities and regencies with the counts that can be set beside each other, and the growth of the nation.

Shares of recorded residents and of those who must hold a KTP-el differ by a few percent and are used alike. Shares of
all residents, of a target or of a pilot are not used, nor is what is doubtful or only an upper bound.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from ikdsim.panel.dated_count import AS_SAID, NATION, RECORDED, UNSPECIFIED, WAJIB_KTP, DatedCount

OFFICE_LEVELS: Final = ("city", "regency")
BASES: Final = (RECORDED, WAJIB_KTP, UNSPECIFIED)
"""Bases that are used, the first of those that a day has."""


@dataclass(frozen=True)
class DatedShare:
    """A share of the adults who could have IKD, on a day."""

    date: date
    share: float
    base: int | None
    """How many they are, None where nobody says."""


@dataclass(frozen=True)
class Office:
    """A city or a regency with its shares by date; at least one."""

    name: str
    shares: tuple[DatedShare, ...]


def offices_of(counts: Sequence[DatedCount], levels: Sequence[str] = OFFICE_LEVELS) -> tuple[Office, ...]:
    """The places of `levels` that have a usable share, in the order of `counts`."""
    by_place: dict[str, dict[date, DatedCount]] = {}
    for count in sorted(filter(_is_usable, counts), key=lambda count: BASES.index(count.base_kind)):
        if count.level in levels:
            by_place.setdefault(count.place, {}).setdefault(count.date, count)
    order = dict.fromkeys(count.place for count in counts)
    return tuple(Office(name, _shares(by_place[name])) for name in order if name in by_place)


def national_share(counts: Sequence[DatedCount], day: date) -> float:
    """The nation's share on `day`: on the line between two counts, or on that of the nearest two."""
    (nation,) = offices_of(counts, (NATION,))
    days = np.array([one.date.toordinal() for one in nation.shares])
    after = int(np.clip(np.searchsorted(days, day.toordinal()), 1, len(days) - 1))
    first, last = nation.shares[after - 1], nation.shares[after]
    slope = (last.share - first.share) / (last.date - first.date).days
    return max(first.share + slope * (day - first.date).days, 0.0)


def _is_usable(count: DatedCount) -> bool:
    return count.trust == AS_SAID and count.base_kind in BASES and bool(count.share)


def _shares(of_days: dict[date, DatedCount]) -> tuple[DatedShare, ...]:
    return tuple(DatedShare(day, of_days[day].share or 0.0, of_days[day].base) for day in sorted(of_days))
