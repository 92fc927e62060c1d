"""People of one's own: drawn residents of whom somebody has replaced columns, checked before they live in a run."""

from typing import Final

import numpy as np

from ikdsim.errors import BadInput, Fault
from ikdsim.resident.columns import DEVICES, LEVELS, NO_WEEK, OCCUPATIONS, SEXES, Residents, people_of, residents_of

_WEEKS: Final = (-NO_WEEK, NO_WEEK)
LIMITS: Final = {
    "birth_week": _WEEKS,
    "sex": (0, len(SEXES) - 1),
    "occupation": (0, len(OCCUPATIONS) - 1),
    "recorded_week": _WEEKS,
    "device": (0, len(DEVICES) - 1),
    "supported_week": _WEEKS,
    "online": (0, 1),
    "literacy": (0, LEVELS - 1),
    "trust": (0, LEVELS - 1),
    "card": (0, 1),
}
"""Columns that can be replaced, and the lowest and highest whole number that may stand there."""
HOMES: Final = (
    "place",
    "address",
    "opens_household",
    "neighbourhood_start",
    "neighbourhood_place",
    "place_start",
    "ward_start",
)
"""Columns that say where people live and with whom: they fit together, and cannot be replaced."""


def replaced(residents: Residents, drawn: Residents) -> Residents:
    """`drawn` with the columns of `residents`, in memory of their own; `drawn` itself if nothing differs.

    Raises BadInput with all columns that cannot be.
    """
    faults = [_home_fault(name) for name in HOMES if not np.array_equal(getattr(residents, name), getattr(drawn, name))]
    faults += [fault for name in LIMITS if (fault := _column_fault(name, residents, len(drawn.place)))]
    if faults:
        raise BadInput(faults)
    people = people_of(residents)
    if residents.people.tobytes() not in (drawn.people.tobytes(), people.tobytes()):
        raise BadInput([_home_fault("people")])
    if people.tobytes() == drawn.people.tobytes():
        return drawn
    return residents_of(people, drawn.homes, drawn.made_from)


def _home_fault(name: str) -> Fault:
    return Fault("population.home_replaced", {"key": name, "allowed": ", ".join(LIMITS)})


def _column_fault(name: str, residents: Residents, count: int) -> Fault | None:
    low, high = LIMITS[name]
    column = np.asarray(getattr(residents, name))
    is_whole = column.dtype.kind in "biu" and column.shape == (count,)
    if is_whole and low <= column.min() and column.max() <= high:
        return None
    return Fault("population.not_a_column", {"key": name, "low": low, "high": high, "count": count})
