"""Numbers that name a resident's decisions in the hash of `randomness.py`; each is used for one purpose only."""

from typing import Final

STAGE_MARKS: Final = 64
"""The mark for cause c in stage k has number c + STAGE_MARKS * k, below 512."""
ERRAND_MARK: Final = 600
ALREADY_AWARE_LOT: Final = 601
TOLD_AT_HOME_LOT: Final = 602
PERSUADED_AT_HOME_LOT: Final = 610
STATION_LOT: Final = 603
QUEUE_LOT: Final = 604
TURN_LOT: Final = 605
OFFER_LOT: Final = 606
ACCEPT_LOT: Final = 607
FAILURE_LOT: Final = 608
ACTIVATION_TURN_LOT: Final = 609
