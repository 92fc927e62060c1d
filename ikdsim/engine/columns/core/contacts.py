"""The start of a week: cumulative hazards grow by this week's hazards, and whoever people around moved is noticed.

What contacts will be is not known ahead. Those who wait for a cause of contacts stand in one column, `contact_due`,
of which a whole RT is compared with its cumulative hazards in a few instructions.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES, UNPLANNED
from ikdsim.engine.columns.core.state import BLOCK, NO_CONTACT, State, neighbourhood_of
from ikdsim.kernel import inner, trailing_zeros
from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.resident import causes as c
from ikdsim.resident.stages import users_among

CAUSE_BITS: Final = len(CONTACT_CAUSES).bit_length()
"""The lowest bits of a contact key tell the cause: its number in CONTACT_CAUSES; all of them set, none."""
CAUSE_MASK: Final = (1 << CAUSE_BITS) - 1
MOST_GRAINS: Final = (int(NO_CONTACT) >> CAUSE_BITS) - 1
"""The longest that a key can tell: 1,024 units of hazard. Who waits longer is looked at from then on every week."""
LAST_TOLD: Final = np.int32((MOST_GRAINS << CAUSE_BITS) - 1)
"""The highest key that tells when: those above stay due."""
BITS: Final = (np.uint32(1) << np.arange(BLOCK, dtype=np.uint32)).view(np.int32)
"""One bit for each resident of a block."""


@inner
def contact_key(cause: int, due: int) -> int:
    """The number that stands in `contact_due` for a resident who waits for `cause` until `due` (grains)."""
    for k in range(len(CONTACT_CAUSES)):
        if CONTACT_CAUSES[k] == cause and due != NEVER:
            return (min(due, MOST_GRAINS) << CAUSE_BITS) + k
    return int(NO_CONTACT)


@inner
def contacts_around(neighbourhood: int, state: State) -> float:
    """Weighted share of users around the residents of an RT before the week is lived, 0-1."""
    here, near = state.neighbourhoods[neighbourhood], state.tables.near
    users = users_among(state.stage_by_place[here.place])
    in_place = users / (state.place_start[here.place + 1] - state.place_start[here.place])
    in_neighbourhood = max(state.contacts[neighbourhood], 0) / (here.end - here.first)
    return float(near * in_neighbourhood + (1.0 - near) * in_place)


@inner
def advance_contact(neighbourhood: int, k: int, week: int, contacts: float, state: State) -> np.int32:
    """Let the hazard of contact cause `k` add up in an RT; returns the highest contact key that is due by now."""
    hazard = state.ahead.contact[week - state.ahead.before, k]
    at = state.cumulative.offset[CONTACT_CAUSES[k]] + neighbourhood
    state.cumulative.increment[at] = np.rint(hazard[0] * (hazard[1] + hazard[2] * contacts) * ONE)
    state.cumulative.value[at] += state.cumulative.increment[at]
    return np.int32((min(state.cumulative.value[at] // GRAIN, MOST_GRAINS) << CAUSE_BITS) + k)


@inner
def await_contact(i: int, key: int, state: State) -> None:
    """Let resident `i` wait with this contact key."""
    state.contact_due[i] = key
    if key != NO_CONTACT:
        here = state.neighbourhoods[neighbourhood_of(i, state)]
        lowest = state.contact_lowest[here.first_block + (i - here.first) // BLOCK]
        lowest[key & CAUSE_MASK] = min(lowest[key & CAUSE_MASK], key)


@inner
def which_are_due(keys: NDArray[np.int32], cause: np.int32, due: np.int32) -> np.uint32:
    """Which keys of a block wait for this contact cause and are due: bit by bit, from the lowest on.

    Written so that many are compared at once.
    """
    found = np.int32(0)
    for k in range(len(keys)):
        own = keys[k] & np.int32(CAUSE_MASK) == cause
        found |= BITS[k] if own & (keys[k] <= due) else np.int32(0)
    return np.uint32(found)


@inner
def lowest_above(keys: NDArray[np.int32], cause: np.int32, due: np.int32) -> np.int32:
    """Lowest of the keys of a contact cause that stay: those not due yet, and those that tell no end.

    Written so that many are compared at once.
    """
    lowest, due = NO_CONTACT, min(due, LAST_TOLD)
    for k in range(len(keys)):
        other = np.int32(0) if keys[k] & np.int32(CAUSE_MASK) == cause else NO_CONTACT
        past = np.int32(0) if keys[k] > due else NO_CONTACT
        lowest = min(lowest, keys[k] | other | past)
    return lowest


@inner
def expose(neighbourhood: int, k: int, week: int, contacts: float, rows: NDArray[np.uint32], state: State) -> int:
    """People around reach out in an RT by contact cause `k`; puts into `rows` who is due, and returns how many."""
    due, cause, count = advance_contact(neighbourhood, k, week, contacts, state), np.int32(k), 0
    here = state.neighbourhoods[neighbourhood]
    block = here.first_block
    for row in range(here.first, here.end, BLOCK):
        lowest = state.contact_lowest[block]
        block += 1
        if lowest[k] <= due:
            keys = state.contact_due[row : min(row + BLOCK, here.end)]
            lowest[k] = lowest_above(keys, cause, due)
            found = which_are_due(keys, cause, due)
            while found:
                rows[count] = row + trailing_zeros(found)
                count += 1
                found &= found - np.uint32(1)
    return count


@inner
def advance_planned(week: int, state: State) -> None:
    """Services reach out: the cumulative hazards that the plan knows ahead grow by this week's hazards."""
    increment = state.ahead.increment[week - state.ahead.before]
    for cause in range(len(c.GROUPS)):
        row = state.ahead.first_row[cause]
        if row != UNPLANNED:
            for at in range(state.cumulative.offset[cause], state.cumulative.offset[cause + 1]):
                state.cumulative.increment[at] = increment[row]
                state.cumulative.value[at] += increment[row]
                row += 1
