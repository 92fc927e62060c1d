"""Barriers: what stands between a resident and IKD. Each who does not use it is counted once, at the first barrier."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of_birthday
from ikdsim.resident import stages as s
from ikdsim.resident.columns import ADULT_AGE, Residents
from ikdsim.resident.state import ResidentState

_WHO_MEETS: Final[Mapping[str, Callable[[Residents, ResidentState, int], NDArray[np.bool_]]]] = {
    "under_17": lambda who, state, week: who.birth_week + week_of_birthday(0, ADULT_AGE) > week,
    "not_recorded": lambda who, state, week: who.recorded_week > week,
    "no_supported_phone": lambda who, state, week: who.supported_week > week,
    "no_signal": lambda who, state, week: (state.stage == s.UNAWARE) & (who.online == 0),
    "not_heard": lambda who, state, week: state.stage == s.UNAWARE,
    "refusing": lambda who, state, week: state.stage == s.REFUSING,
    "not_persuaded": lambda who, state, week: (state.stage == s.AWARE) | (state.stage == s.FAVOURABLE),
    "no_access_yet": lambda who, state, week: (state.stage == s.INTENDING) & (state.tries == 0),
    "not_served": lambda who, state, week: state.stage == s.INTENDING,
    "lapsed": lambda who, state, week: state.stage == s.LAPSED,
}
"""Who meets each barrier, whether or not an earlier one stands before it: masks of shape (residents,)."""
BARRIERS: Final = tuple(_WHO_MEETS)
SERVICE_BARRIERS: Final = ("no_access_yet", "not_served")
"""Those of residents who intend to use IKD and could."""


def first_barrier(residents: Residents, state: ResidentState, week: int) -> NDArray[np.int8]:
    """Number of each resident's first barrier in `week` (position in BARRIERS), -1 for users; shape (residents,)."""
    state = state._replace(stage=state.stage.copy())  # side by side, not in the records of the engine
    barrier = np.full(len(state.stage), -1, np.int8)
    not_user = np.isin(state.stage, s.USERS, invert=True)
    for number, name in reversed(list(enumerate(BARRIERS))):
        barrier[not_user & _WHO_MEETS[name](residents, state, week)] = number
    return barrier


def count_barriers(residents: Residents, state: ResidentState, week: int) -> NDArray[np.int64]:
    """Residents at each barrier by place, shape (places, barriers)."""
    barrier = first_barrier(residents, state, week)
    places = len(residents.place_start) - 1
    stopped = barrier >= 0
    cell = residents.place[stopped].astype(np.int32) * np.int32(len(BARRIERS)) + barrier[stopped]
    return np.bincount(cell, minlength=places * len(BARRIERS)).reshape(places, len(BARRIERS))
