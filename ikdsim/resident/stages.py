"""The stages of a resident, after Rogers' innovation-decision process (Diffusion of Innovations, 5th ed., ch. 5).

`unaware -> aware (knowledge) -> favourable (persuasion) -> intending (decision) -> active (implementation) -> confirmed
(confirmation)`; a resident may also refuse (persuasion can end unfavourable, decision can reject) or lapse
(discontinuance). Rogers describes adopters; the Sambas study applies his stages to the office. Applying them to
residents is this model's transfer.
"""

from typing import Any, Final

from ikdsim.kernel import rule

UNAWARE: Final = 0
AWARE: Final = 1
FAVOURABLE: Final = 2
INTENDING: Final = 3
ACTIVE: Final = 4
CONFIRMED: Final = 5
REFUSING: Final = 6
LAPSED: Final = 7
STAGES: Final = ("unaware", "aware", "favourable", "intending", "active", "confirmed", "refusing", "lapsed")
USERS: Final = (ACTIVE, CONFIRMED)
"""Whom the official figure of IKD users counts."""

MOST_RIVALS: Final = 3
"""At most this many causes compete to move a resident out of one stage."""


@rule
def is_user(stage: int) -> bool:
    """Whether the official figure counts a resident of this stage."""
    return stage in USERS


@rule
def users_among(counts: Any) -> Any:
    """How many users there are among residents counted by stage, shape (stages,)."""
    users = counts[USERS[0]]
    for stage in USERS[1:]:
        users = users + counts[stage]
    return users
