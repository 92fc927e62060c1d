"""Groups: how many use IKD among the young and the old, women and men, and others whom a plan may leave behind."""

from collections.abc import Mapping
from math import prod
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of_birthday
from ikdsim.resident import stages as s
from ikdsim.resident.ages import ADULT_BANDS, AGE_BANDS
from ikdsim.resident.columns import ADULT_AGE, DEVICES, LEVELS, OCCUPATIONS, SEXES, Residents
from ikdsim.resident.state import ResidentState

LITERACY: Final = ("lowest", "low", "high", "highest")
"""Quarters of the scale of digital literacy, not of the residents."""
GROUPS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"age": AGE_BANDS, "sex": SEXES, "device": DEVICES, "occupation": OCCUPATIONS, "literacy": LITERACY}
)
"""Names of the groups by what they are told apart by; age is that of the week counted, phones are of January 2023."""
GROUP_NAMES: Final = tuple((by, name) for by, names in GROUPS.items() for name in names)
COUNTED: Final = ("users", "residents", "recorded", "adults")
"""What is counted of each group: users, and those of whom they may be told as a share; adults are 17 or older."""


def count_groups(residents: Residents, state: ResidentState, week: int) -> NDArray[np.int64]:
    """Residents of each group at the end of `week`, shape (places, GROUP_NAMES, COUNTED)."""
    counts = _cells(residents, state, week)
    axes = range(1, 1 + len(GROUPS))
    by_group = [counts.sum(axis=tuple(other for other in axes if other != axis)) for axis in axes]
    return np.concatenate(by_group, axis=1)


def _cells(who: Residents, state: ResidentState, week: int) -> NDArray[np.int64]:
    """Residents who are alike in everything that is told apart, shape (places, groups of the first kind, ..., COUNTED).

    Each resident is counted in one cell, so that everybody is looked at once.
    """
    columns: dict[str, NDArray[np.integer[Any]]] = {
        "age": _age_bands(who, week),
        "sex": who.sex,
        "device": who.device,
        "occupation": who.occupation,
        "literacy": who.literacy // np.uint8(LEVELS // len(LITERACY)),
    }
    shape = (len(who.place_start) - 1, *map(len, GROUPS.values()), 2, 2, 2)
    cell = who.place.astype(np.int32)
    adult = who.birth_week + week_of_birthday(0, ADULT_AGE) <= week
    flags: tuple[NDArray[np.bool_], ...] = (np.isin(state.stage, s.USERS), who.recorded_week <= week, adult)
    for column, size in zip((*map(columns.__getitem__, GROUPS), *flags), shape[1:], strict=True):
        cell = cell * np.int32(size) + column.astype(np.int32)
    counts = np.bincount(cell, minlength=prod(shape)).reshape(shape)
    everybody = counts.sum(axis=(-3, -2, -1))
    flagged = [counts.take(1, axis=axis).sum(axis=(-2, -1)) for axis in (-3, -2, -1)]
    return np.stack([flagged[0], everybody, *flagged[1:]], axis=-1)


def _age_bands(who: Residents, week: int) -> NDArray[np.int32]:
    """Position in AGE_BANDS of everybody in `week`."""
    firsts = [who.birth_week + week_of_birthday(0, age) <= week for age in ADULT_BANDS]
    return np.asarray(np.sum(firsts, axis=0, dtype=np.int32))
