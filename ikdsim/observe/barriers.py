"""Barriers: what stands between a resident and IKD. Each who does not use it is counted once, at the first barrier."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.resident import stages as s
from ikdsim.resident.columns import ADULT_AGE, Residents, State

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


def first_barrier(residents: Residents, state: State, week: int) -> NDArray[np.int8]:
    """Number of each resident's first barrier in `week` (position in BARRIERS), -1 for users; shape (residents,)."""
    stage = state.stage
    adult_week = residents.birth_week + int(ADULT_AGE * WEEKS_PER_YEAR)
    stands_before = (
        adult_week > week,
        residents.recorded_week > week,
        residents.supported_week > week,
        residents.online == 0,
        stage == s.UNAWARE,
        stage == s.REFUSING,
        (stage == s.AWARE) | (stage == s.FAVOURABLE),
        (stage == s.INTENDING) & (state.tries == 0),
        stage == s.INTENDING,
        stage == s.LAPSED,
    )
    barrier = np.full(len(stage), -1, np.int8)
    not_user = (stage != s.ACTIVE) & (stage != s.CONFIRMED)
    for number in reversed(range(len(BARRIERS))):
        barrier[not_user & stands_before[number]] = number
    return barrier


def count_barriers(residents: Residents, state: State, week: int) -> NDArray[np.int64]:
    """Residents at each barrier by place, shape (places, barriers)."""
    barrier = first_barrier(residents, state, week)
    places = len(residents.place_start) - 1
    counts = np.zeros((places, len(BARRIERS)), np.int64)
    stopped = barrier >= 0
    np.add.at(counts, (residents.place[stopped], barrier[stopped]), 1)
    return counts
