"""Where the residents stand: what changes week by week; who they are stands in columns.py."""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.resident.records import columns_of, new_records
from ikdsim.resident.stages import MOST_RIVALS


class ResidentState(NamedTuple):
    """Where the residents stand. Every array has shape (residents,) unless said otherwise; engines write it."""

    standing: NDArray[np.void]
    """Records of STANDING, of which all columns are views."""
    stage: NDArray[np.uint8]
    """Position in STAGES."""
    entered: NDArray[np.int16]
    """Week of entry into the stage."""
    due: NDArray[np.int32]
    """Cumulative hazard, in grains, at which each rival cause of the stage moves; shape (residents, MOST_RIVALS)."""
    errand_due: NDArray[np.int32]
    """Cumulative hazard of the next errand, in grains."""
    spells: NDArray[np.uint32]
    """How often each stage was entered, and in which life, four bits a stage: see `attempt_of` of factors.py."""
    errands: NDArray[np.uint8]
    """Errands run so far, in a second life from FIRST_ERRAND_OF_SECOND_LIFE on: the attempt of the next threshold."""
    tries: NDArray[np.uint8]
    """Attempts to activate that ended in being sent home or failing, since the last decision."""
    trust: NDArray[np.uint8]
    """Trust now, 0-255."""
    channel: NDArray[np.uint8]
    """Kind of service point of the last activation (see service/kinds.py)."""
    avoids: NDArray[np.uint8]
    """Service point that sent the resident home last for want of time, plus 1; 0 for none."""
    awaits: NDArray[np.uint8]
    """What comes next week: NOTHING, NEWS from the household's first user, or an APPOINTMENT at `bound_for`."""
    bound_for: NDArray[np.uint8]
    """Service point at which the resident turns up this week, or has an appointment next week, plus 1; 0 for none."""
    next_event: NDArray[np.int16]
    """Next week in which something is due for the resident, as far as the plan tells; NO_WEEK for never in this run."""

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy has views of its own records."""
        return state_of, (self.standing,)


STANDING: Final = np.dtype(
    [
        ("due", np.int32, (MOST_RIVALS,)),
        ("errand_due", np.int32),
        ("spells", np.uint32),
        ("entered", np.int16),
        ("next_event", np.int16),
        ("stage", np.uint8),
        ("errands", np.uint8),
        ("tries", np.uint8),
        ("trust", np.uint8),
        ("channel", np.uint8),
        ("avoids", np.uint8),
        ("awaits", np.uint8),
        ("bound_for", np.uint8),
    ]
)
"""Where one resident stands, in 32 bytes side by side."""


def initial_state(count: int) -> ResidentState:
    """State of `count` residents before a run starts: everybody unaware, trust and thresholds not yet set."""
    return state_of(new_records(count, STANDING))


def state_of(standing: NDArray[np.void]) -> ResidentState:
    """The state that stands in these records."""
    return ResidentState(standing, **columns_of(standing))
