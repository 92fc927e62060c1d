"""Why a resident moves: the causes that compete in each stage, and the other events of a resident's diary.

Each cause has a cumulative hazard, shared by a group of residents; each resident has a threshold for each cause of
their stage, which their own factor divides. They move when the cumulative hazard passes it (Sellke 1983). A cause that
brings a resident to a service point has no new stage as target; what happens there, and at home, has no hazard.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.resident import stages as s

NATION: Final = 0
PLACE: Final = 1
OCCUPATION: Final = 2
NEIGHBOURHOOD: Final = 3
WARD: Final = 4


class Cause(NamedTuple):
    """A way out of a stage: its name, the group that shares its cumulative hazard, and the stage it leads to."""

    name: str
    group: int
    target: int


CAUSES: Final = (
    Cause("media", NATION, s.AWARE),
    Cause("announcement", WARD, s.AWARE),
    Cause("word_of_mouth", NEIGHBOURHOOD, s.AWARE),
    Cause("persuasion", NEIGHBOURHOOD, s.FAVOURABLE),
    Cause("persuasion_online", NATION, s.FAVOURABLE),
    Cause("alarm", NATION, s.REFUSING),
    Cause("decision", OCCUPATION, s.INTENDING),
    Cause("doubt", NATION, s.AWARE),
    Cause("walk_in", PLACE, s.INTENDING),
    Cause("visit", WARD, s.INTENDING),
    Cause("confirmation", PLACE, s.CONFIRMED),
    Cause("interruption", NATION, s.LAPSED),
    Cause("disenchantment", NATION, s.REFUSING),
    Cause("return", NATION, s.INTENDING),
    Cause("reconsideration", NEIGHBOURHOOD, s.AWARE),
    Cause("errand", WARD, s.UNAWARE),
    Cause("remote", PLACE, s.INTENDING),
)
(
    MEDIA, ANNOUNCEMENT, WORD_OF_MOUTH, PERSUASION, PERSUASION_ONLINE, ALARM, DECISION, DOUBT,
    WALK_IN, VISIT, CONFIRMATION, INTERRUPTION, DISENCHANTMENT, RETURN, RECONSIDERATION, ERRAND, REMOTE,
) = range(len(CAUSES))  # fmt: skip
NO_CAUSE: Final = -1
"""Nothing moves the resident. Nor does `ERRAND`, which brings a resident of any stage to a service point."""

OTHER_EVENTS: Final = (
    "adult", "already_aware", "told_at_home", "persuaded_at_home", "not_offered", "explained", "declined",
    "accepted_offer", "ready", "activated", "turned_away", "failed", "gave_up", "written", "no_time",
    "explained_well", "appointed", "embittered", "opposed_before", "arrived", "learned", "heard",
    "compelled", "refused_service", "decided_at_home",
)  # fmt: skip
(
    ADULT, ALREADY_AWARE, TOLD_AT_HOME, PERSUADED_AT_HOME, NOT_OFFERED, EXPLAINED, DECLINED,
    ACCEPTED_OFFER, READY, ACTIVATED, TURNED_AWAY, FAILED, GAVE_UP, WRITTEN, NO_TIME,
    EXPLAINED_WELL, APPOINTED, EMBITTERED, OPPOSED_BEFORE, ARRIVED, LEARNED, HEARD,
    COMPELLED, REFUSED_SERVICE, DECIDED_AT_HOME,
) = range(len(CAUSES), len(CAUSES) + len(OTHER_EVENTS))  # fmt: skip
EVENTS: Final = tuple(cause.name for cause in CAUSES) + OTHER_EVENTS
"""Names of all events; an event's number is its position."""

RIVALS_OF_STAGE: Final = {
    s.UNAWARE: (MEDIA, ANNOUNCEMENT, WORD_OF_MOUTH),
    s.AWARE: (PERSUASION, PERSUASION_ONLINE, ALARM),
    s.FAVOURABLE: (DECISION, ALARM, DOUBT),
    s.INTENDING: (WALK_IN, VISIT, REMOTE),
    s.ACTIVE: (CONFIRMATION, INTERRUPTION, DISENCHANTMENT),
    s.CONFIRMED: (INTERRUPTION, DISENCHANTMENT),
    s.REFUSING: (RECONSIDERATION,),
    s.LAPSED: (RETURN,),
}


def _rival_table() -> NDArray[np.int64]:
    table = np.full((len(s.STAGES), s.MOST_RIVALS), -1, np.int64)
    for stage, rivals in RIVALS_OF_STAGE.items():
        table[stage, : len(rivals)] = rivals
    return table


RIVALS: Final = _rival_table()
"""Cause of each (stage, slot), -1 where there is none; shape (stages, MOST_RIVALS)."""
RIVAL_COUNT: Final = np.array([len(RIVALS_OF_STAGE[k]) for k in range(len(s.STAGES))], np.int64)
TARGETS: Final = np.array([cause.target for cause in CAUSES] + [-1] * len(OTHER_EVENTS), np.int64)
TARGETS[[TOLD_AT_HOME, PERSUADED_AT_HOME, DECIDED_AT_HOME]] = s.AWARE, s.FAVOURABLE, s.INTENDING
"""Stage that a cause or event leads to, -1 where that is not fixed; shape (events,)."""
EVENT_OF_EXPLANATION: Final = np.full(len(s.STAGES), DECLINED, np.int64)
"""Event that an explanation is for a resident whom it leaves in a new stage; shape (stages,)."""
EVENT_OF_EXPLANATION[[s.AWARE, s.FAVOURABLE, s.INTENDING]] = EXPLAINED, EXPLAINED_WELL, ACCEPTED_OFFER
GROUPS: Final = np.array([cause.group for cause in CAUSES], np.int64)
