"""Shock: officers are missing at the desks. In 2019 counters of the district office closed at noon for want of staff.

Each officer is there for so much less of the week. Visits of Botram come first; who is asked for later has less time.
"""

from dataclasses import dataclass
from typing import Final

from ikdsim.agency.assignment import take_away
from ikdsim.agency.conditions import Conditions
from ikdsim.agency.officers import ABSENT
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.policy.at_desks import DESKS
from ikdsim.policy.base import Policy
from ikdsim.schema import choice, share

EVERY_DESK: Final = "all"


@dataclass(frozen=True, kw_only=True)
class OfficerShortage(Policy):
    """The share of officers who are missing, at one kind of desk or at all."""

    kind = "officer_shortage"
    title = {"id": "Kekurangan petugas", "en": "Shortage of officers"}
    decided_by = "nobody"

    missing: float = share()
    desk: str = choice((EVERY_DESK, *DESKS), default=EVERY_DESK)

    def change(self, conditions: Conditions, week: int) -> None:
        """Take that share of their hours from the officers of the desk."""
        for officer in conditions.roster:
            if self.desk in (EVERY_DESK, officer.post):
                take_away(officer, ABSENT, self.missing * officer.hours * MINUTES_PER_HOUR, conditions)
