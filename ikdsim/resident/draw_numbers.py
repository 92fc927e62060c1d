"""Numbers that name a resident's decisions in the hash of `randomness.py`; each is used for one purpose only."""

from typing import Final

STAGE_THRESHOLDS: Final = 64
"""The threshold for cause c in stage k has number c + STAGE_THRESHOLDS * k, below 512."""
ERRAND_THRESHOLD: Final = 600
ALREADY_AWARE_DRAW: Final = 601
TOLD_AT_HOME_DRAW: Final = 602
PERSUADED_AT_HOME_DRAW: Final = 610
STATION_DRAW: Final = 603
QUEUE_DRAW: Final = 604
TURN_DRAW: Final = 605
OFFER_DRAW: Final = 606
ACCEPT_DRAW: Final = 607
FAILURE_DRAW: Final = 608
ACTIVATION_TURN_DRAW: Final = 609
DECIDE_DRAW: Final = 611
EMBITTERED_DRAW: Final = 612
OPPOSED_DRAW: Final = 613
INCLINATION_DRAW: Final = 614
REQUIRED_DRAW: Final = 615
PRESSED_DRAW: Final = 616
DECIDED_AT_HOME_DRAW: Final = 617
