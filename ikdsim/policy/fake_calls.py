"""Shock: a wave of fake calls. Impostors offer to activate IKD by telephone and rob whoever believes them.

It shakes trust as a breach does, for as long as the wave lasts, and is forgotten as slowly; beyond that, residents
believe the office's own posts and answers less. What officers say face to face is heard as before, but for the trust.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import week_of
from ikdsim.policy.data_breach import DataBreach
from ikdsim.schema import whole


@dataclass(frozen=True, kw_only=True)
class FakeCalls(DataBreach):
    """Severity 1 shakes trust as much as the sale of 337 million alleged rows of July 2023."""

    kind = "fake_calls"
    title = {"id": "Gelombang telepon palsu", "en": "Wave of fake calls"}
    decided_by = "nobody"

    weeks: int = whole(1, 520, "weeks of calls")

    def change(self, conditions: Conditions, week: int) -> None:
        """Lower trust, and the belief in messages, by what is still remembered."""
        super().change(conditions, week)
        lost = conditions.parameters.value("communication.fake_calls_disbelief")
        conditions.messages_believed *= 1.0 - self.remembered(week, conditions) * lost

    def _weeks_ago(self, week: int) -> int:
        """Weeks since the last call."""
        return max(0, week - (week_of(self.start) + self.weeks - 1))
