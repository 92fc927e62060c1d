"""The columns of the residents: who they are (drawn once), and where they stand (changes week by week).

Residents are stored in the order place, neighbourhood (RT), household, so that every group is a range of rows.
All residents are synthetic.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.resident.records import columns_of, copy_into, new_records

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

NOTHING: Final = 0
NEWS: Final = 1
APPOINTMENT: Final = 2

NO_WEEK: Final = 32_767
"""A week that never comes."""

ERRANDS_TOLD_APART: Final = 1 << 8
"""Errands are counted in one byte, which begins anew beyond it: so many have a draw of their own."""
FIRST_ERRAND_OF_SECOND_LIFE: Final = ERRANDS_TOLD_APART // 2
"""The errands of a newcomer are counted on from here, so that they are not those of whoever stood in the row before."""
LAST_ADDRESS: Final = (1 << 16) - 1
"""So many RTs can a place have, and one more."""
ADULT_AGE: Final = 17
"""Age at which a resident must be recorded (wajib KTP), years."""


class Residents(NamedTuple):
    """Who the residents are; in a run only dated changes write here (changes.py), into a copy of its own.

    Arrays can be read only, and have shape (residents,) unless said otherwise."""

    people: NDArray[np.void]
    """Records of PERSON, of which the columns are views."""
    place: NDArray[np.uint8]
    """Number of the place in the order of the region."""
    address: NDArray[np.uint16]
    """Number of the RT within the place, at most LAST_ADDRESS."""
    birth_week: NDArray[np.int16]
    """Week number of birth (see clock.py), mostly negative."""
    sex: NDArray[np.uint8]
    """Position in SEXES."""
    occupation: NDArray[np.uint8]
    """Position in OCCUPATIONS."""
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
    opens_household: NDArray[np.uint8]
    """1 for the first resident of each household, else 0."""
    neighbourhood_start: NDArray[np.int32]
    """First row of each RT, and the number of residents at the end; shape (neighbourhoods + 1,)."""
    neighbourhood_place: NDArray[np.uint8]
    """Place of each RT; shape (neighbourhoods,)."""
    place_start: NDArray[np.int32]
    """First row of each place, and the number of residents at the end; shape (places + 1,)."""
    ward_start: NDArray[np.int64]
    """First ward (RW) of each place, and the number of wards at the end; shape (places + 1,)."""
    made_from: str
    """Hash of all they are made from, see population/synthesise.py."""

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy has views of its own records."""
        return residents_of, (people_of(self), self.homes, self.made_from, self.people.flags.writeable)

    @property
    def homes(self) -> tuple[NDArray[Any], ...]:
        """The arrays that are no columns of people: opens_household, neighbourhood_ and place_start and the others."""
        starts = (self.neighbourhood_start, self.neighbourhood_place, self.place_start, self.ward_start)
        return self.opens_household, *starts

    def __repr__(self) -> str:
        return f"<Residents: {len(self.place)} people in {len(self.place_start) - 1} places>"

    @property
    def neighbourhood(self) -> NDArray[np.int32]:
        """Number of each resident's RT, ascending over the whole region; made anew at every call."""
        sizes = np.diff(self.neighbourhood_start)
        return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)

    @property
    def ward(self) -> NDArray[np.uint16]:
        """Number of each resident's ward (RW), ascending over the whole region; made anew at every call.

        Wards are whole RTs. In a scaled run a place can have fewer RTs than wards: there rows are shared out.
        """
        sizes, wards, home = np.diff(self.place_start), np.diff(self.ward_start), self.neighbourhood_place
        before = (self.neighbourhood_start[:-1] - self.place_start[home]) * wards[home] // sizes[home]
        of_rt = (self.ward_start[home] + before).astype(np.uint16)
        ward = np.repeat(of_rt, np.diff(self.neighbourhood_start))
        for place in np.flatnonzero(np.bincount(home, minlength=len(sizes)) < wards):
            shared = np.arange(sizes[place]) * wards[place] // sizes[place]
            ward[self.place_start[place] : self.place_start[place + 1]] = self.ward_start[place] + shared
        return ward

    @property
    def household(self) -> NDArray[np.int32]:
        """Number of each resident's household, ascending over the whole region; made anew at every call."""
        return np.cumsum(self.opens_household, dtype=np.int32) - np.int32(1)


PERSON: Final = np.dtype(
    [
        ("address", np.uint16),
        ("birth_week", np.int16),
        ("recorded_week", np.int16),
        ("supported_week", np.int16),
        ("place", np.uint8),
        ("sex", np.uint8),
        ("occupation", np.uint8),
        ("device", np.uint8),
        ("online", np.uint8),
        ("literacy", np.uint8),
        ("trust", np.uint8),
        ("card", np.uint8),
    ]
)
"""One resident in 16 bytes: columns stand side by side, so that meeting somebody costs one look at memory."""


def residents_of(
    people: NDArray[np.void], homes: Sequence[NDArray[Any]], made_from: str, is_own: bool = False
) -> Residents:
    """The residents who stand in these records of PERSON; `homes` as `Residents.homes` gives them.

    Nobody can write the arrays by mistake: a run would see it too late or never. Only records of an engine's own can
    be written, and their columns cannot.
    """
    readable = people.view()
    for column in (readable, *homes):
        column.flags.writeable = False
    columns: dict[str, Any] = columns_of(readable)
    households, starts, places, place_start, ward_start = homes
    return Residents(
        people if is_own else readable,
        **columns,
        opens_household=households,
        neighbourhood_start=starts,
        neighbourhood_place=places,
        place_start=place_start,
        ward_start=ward_start,
        made_from=made_from,
    )


def own_copy(residents: Residents) -> Residents:
    """The same residents in memory of an engine's own: it writes the records, and all others read the columns."""
    people = new_records(len(residents.people), PERSON)
    copy_into(people, residents.people)
    return residents_of(people, residents.homes, residents.made_from, is_own=True)


def people_of(residents: Residents) -> NDArray[np.void]:
    """Their columns in records of their own, whether or not some column has been replaced by another."""
    people = new_records(len(residents.place), PERSON)
    for name in columns_of(people):
        people[name] = getattr(residents, name)
    return people
