"""Barriers: what stands between a resident and IKD. Each who does not use it is counted once, at the first barrier."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of_birthday
from ikdsim.resident import stages as s
from ikdsim.resident.columns import ADULT_AGE, Residents, ResidentState

BARRIERS: Final = (
    "under_17",
    "not_recorded",
    "no_supported_phone",
    "no_signal",
    "not_heard",
    "refusing",
    "not_persuaded",
    "no_access_yet",
    "not_served",
    "lapsed",
)


def first_barrier(residents: Residents, state: ResidentState, week: int) -> NDArray[np.int8]:
    """Number of each resident's first barrier in `week` (position in BARRIERS), -1 for users; shape (residents,)."""
    barrier = np.full(len(state.stage), -1, np.int8)
    not_user = (state.stage != s.ACTIVE) & (state.stage != s.CONFIRMED)
    for number in reversed(range(len(BARRIERS))):
        barrier[not_user & _stands_before(number, residents, state, week)] = number
    return barrier


def _stands_before(number: int, residents: Residents, state: ResidentState, week: int) -> NDArray[np.bool_]:
    """Who meets this barrier, whether or not an earlier one stands before it; one mask at a time saves memory."""
    stage = state.stage
    masks: tuple[Callable[[], NDArray[np.bool_]], ...] = (
        lambda: residents.birth_week + week_of_birthday(0, ADULT_AGE) > week,
        lambda: residents.recorded_week > week,
        lambda: residents.supported_week > week,
        lambda: (stage == s.UNAWARE) & (residents.online == 0),
        lambda: stage == s.UNAWARE,
        lambda: stage == s.REFUSING,
        lambda: (stage == s.AWARE) | (stage == s.FAVOURABLE),
        lambda: (stage == s.INTENDING) & (state.tries == 0),
        lambda: stage == s.INTENDING,
        lambda: stage == s.LAPSED,
    )
    return masks[number]()


def count_barriers(residents: Residents, state: ResidentState, week: int) -> NDArray[np.int64]:
    """Residents at each barrier by place, shape (places, barriers)."""
    barrier = first_barrier(residents, state, week)
    places = len(residents.place_start) - 1
    counts = np.zeros((places, len(BARRIERS)), np.int64)
    stopped = barrier >= 0
    np.add.at(counts, (residents.place[stopped], barrier[stopped]), 1)
    return counts
