"""The columns of the residents: who they are (drawn once), and where they stand (changes week by week).

Residents are stored in the order place, neighbourhood (RT), household, so that every group is a range of rows.
All residents are synthetic.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.resident.stages import MOST_RIVALS

WOMAN: Final = 0
MAN: Final = 1
SEXES: Final = ("women", "men")

CIVIL_SERVANT: Final = 0
STUDENT: Final = 1
FISHER_OR_FARMER: Final = 2
TRADER_OR_WORKER: Final = 3
AT_HOME: Final = 4
RETIRED: Final = 5
OCCUPATIONS: Final = (
    "civil_servant",
    "student",
    "fisher_or_farmer",
    "trader_or_worker",
    "at_home",
    "retired",
)

NO_PHONE: Final = 0
PHONE_TOO_OLD: Final = 1
SUPPORTED_PHONE: Final = 2
DEVICES: Final = ("no_phone", "phone_too_old", "supported_phone")

LEVELS: Final = 256
"""Digital literacy and trust are kept in 256 steps: step k stands for (k + 0.5) / 256."""

NO_WEEK: Final = 32_767
"""A week that never comes."""

ADULT_AGE: Final = 17
"""Age at which a resident must be recorded (wajib KTP), years."""


class Residents(NamedTuple):
    """Who the residents are; nothing here changes in a run. Arrays have shape (residents,) unless said otherwise."""

    place: NDArray[np.uint8]
    neighbourhood: NDArray[np.int32]
    """Number of the RT, ascending over the whole region."""
    household: NDArray[np.int32]
    """Number of the household, ascending over the whole region."""
    birth_week: NDArray[np.int16]
    """Week number of birth (see clock.py), mostly negative."""
    sex: NDArray[np.uint8]
    occupation: NDArray[np.uint8]
    recorded_week: NDArray[np.int16]
    """Week from which the e-KTP biometrics are recorded; NO_WEEK if never."""
    device: NDArray[np.uint8]
    """Phone in January 2023: NO_PHONE, PHONE_TOO_OLD or SUPPORTED_PHONE."""
    supported_week: NDArray[np.int16]
    """Week from which the phone is supported by the app; NO_WEEK if never in the run."""
    online: NDArray[np.uint8]
    """1 if the resident has data and signal at home, else 0."""
    literacy: NDArray[np.uint8]
    """Digital literacy, 0-255 (see LEVELS)."""
    trust: NDArray[np.uint8]
    """Trust in the office and the app at the start, 0-255 (see LEVELS)."""
    card: NDArray[np.uint8]
    """1 if the resident holds a printed KTP-el in January 2023, else 0."""
    neighbourhood_start: NDArray[np.int32]
    """First row of each RT, and the number of residents at the end; shape (neighbourhoods + 1,)."""
    neighbourhood_place: NDArray[np.uint8]
    """Place of each RT; shape (neighbourhoods,)."""
    place_start: NDArray[np.int32]
    """First row of each place, and the number of residents at the end; shape (places + 1,)."""


class State(NamedTuple):
    """Where the residents stand. Every array has shape (residents,) unless said otherwise; engines write it."""

    stage: NDArray[np.uint8]
    entered: NDArray[np.int16]
    """Week of entry into the stage."""
    due: NDArray[np.int64]
    """Meter reading at which each rival cause of the stage moves the resident; shape (residents, MOST_RIVALS)."""
    errand_due: NDArray[np.int64]
    """Meter reading of the next errand."""
    wake: NDArray[np.int16]
    """Week in which the marks of the stage are set, if the resident must wait for his birthday, record or phone."""
    spells: NDArray[np.uint32]
    """How often each stage was entered, four bits a stage: the attempt number of its marks."""
    errands: NDArray[np.uint8]
    """Errands run so far: the attempt number of the next mark."""
    tries: NDArray[np.uint8]
    """Attempts to activate that ended in being sent home or failing, since the last decision."""
    trust: NDArray[np.uint8]
    """Trust now, 0-255."""
    channel: NDArray[np.uint8]
    """Kind of service point of the last activation (see service/kinds.py)."""
    compelled: NDArray[np.uint8]
    """1 if the last activation stood in for a card that was not to be had."""
    news: NDArray[np.uint8]
    """1 in the week after the household's first activation."""
    bound_for: NDArray[np.uint8]
    """Service point at which the resident turns up this week, plus 1; 0 for none."""


def initial_state(residents: Residents) -> State:
    """State before week 1: everybody unaware, marks not yet set."""
    count = len(residents.place)
    return State(
        stage=np.zeros(count, np.uint8),
        entered=np.zeros(count, np.int16),
        due=np.zeros((count, MOST_RIVALS), np.int64),
        errand_due=np.zeros(count, np.int64),
        wake=np.zeros(count, np.int16),
        spells=np.zeros(count, np.uint32),
        errands=np.zeros(count, np.uint8),
        tries=np.zeros(count, np.uint8),
        trust=residents.trust.copy(),
        channel=np.zeros(count, np.uint8),
        compelled=np.zeros(count, np.uint8),
        news=np.zeros(count, np.uint8),
        bound_for=np.zeros(count, np.uint8),
    )
